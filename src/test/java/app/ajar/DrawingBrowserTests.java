package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.BrowserCase;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small prints as they are seen: by day, at night, in the reader's own colours, on paper, on any screen. */
class DrawingBrowserTests extends BrowserCase {

    private static final List<String> PAGES =
            List.of("/guide", "/guide/what-a-no-is-made-of", "/guide/three-roads", "/prompts", "/evidence", "/about");

    private static final List<Integer> WIDTHS = List.of(320, 390, 768, 1000, 1280);

    private static final String BIG_ENOUGH = "[...document.querySelectorAll('.drawing')]"
            + ".filter(one => one.getBoundingClientRect().width >= 64).length";

    /** What shows through a print is the nearest ground that is painted. */
    private static final String CONTRAST = """
            picture => {
              const light = colour => {
                const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(c => c / 255)
                    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              let ground = picture;
              while (ground && /^rgba.*, 0\\)$/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
              const below = light(ground ? getComputedStyle(ground).backgroundColor : 'rgb(255, 255, 255)');
              const ink = light(getComputedStyle(picture.lastElementChild).fill);
              return (Math.max(below, ink) + 0.05) / (Math.min(below, ink) + 0.05);
            }""";

    /** The words that a print lies on: boxes may reach under one that floats, letters may not. */
    private static final String COVERED = """
            () => [...document.querySelectorAll('main .drawing')].filter(one => one.getClientRects().length)
              .flatMap(one => {
                const a = one.getBoundingClientRect(), covered = [], range = document.createRange();
                const words = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                while (words.nextNode()) {
                  range.selectNodeContents(words.currentNode);
                  // What is folded away has boxes and shows nothing.
                  if (words.currentNode.parentElement.checkVisibility() && [...range.getClientRects()].some(b => b.width > 1 && a.left < b.right - 1
                      && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)) {
                    covered.push(words.currentNode.data.trim().slice(0, 40));
                  }
                }
                return covered.filter(text => text);
              })""";

    @Test
    void theInkStandsOutByDayAtNightInOnesOwnColoursAndOnPaper() {
        Page page = reader().page();
        for (String path : List.of("/guide", "/guide/practical-reasons")) {
            page.navigate(path);
            for (Page.EmulateMediaOptions media : List.of(
                    new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT),
                    new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK),
                    new Page.EmulateMediaOptions()
                            .setColorScheme(ColorScheme.LIGHT)
                            .setForcedColors(ForcedColors.ACTIVE),
                    new Page.EmulateMediaOptions()
                            .setColorScheme(ColorScheme.DARK)
                            .setForcedColors(ForcedColors.ACTIVE),
                    new Page.EmulateMediaOptions()
                            .setColorScheme(ColorScheme.LIGHT)
                            .setForcedColors(ForcedColors.NONE)
                            .setMedia(Media.PRINT))) {
                page.emulateMedia(media);
                assertThat((Number) page.locator(".drawing").first().evaluate(CONTRAST))
                        .extracting(Number::doubleValue)
                        .satisfies(ratio -> assertThat(ratio).isGreaterThan(4.5));
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    @Test
    void theLightIsAnOutlineOnPaperAndInOnesOwnColours() {
        Page page = reader().visit("/guide/three-roads");
        assertThat(strokeOfTheLight(page)).isEqualTo("none");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        assertThat(strokeOfTheLight(page)).isNotEqualTo("none");
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setForcedColors(ForcedColors.NONE)
                .setMedia(Media.PRINT));
        assertThat(strokeOfTheLight(page)).isEqualTo("rgb(0, 0, 0)");
    }

    @Test
    void noneLiesOnAWordOrWidensThePage() {
        Page page = reader().page();
        var seen = new HashMap<Integer, Integer>();
        for (String path : PAGES) {
            page.navigate(path);
            page.evaluate("document.fonts.ready.then(() => true)");
            for (int width : WIDTHS) {
                page.setViewportSize(width, 800);
                assertThat((List<?>) page.evaluate(COVERED))
                        .as("%s at %d", path, width)
                        .isEmpty();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .as("%s at %d", path, width)
                        .isLessThanOrEqualTo(0);
                seen.merge(width, ((Number) page.evaluate(BIG_ENOUGH)).intValue(), Integer::sum);
            }
        }
        assertThat(seen)
                .hasSize(WIDTHS.size())
                .allSatisfy((width, drawings) ->
                        assertThat(drawings).as("drawings at %d", width).isGreaterThan(30));
    }

    @Test
    void nobodyIsReadADrawing() {
        Page page = reader().visit("/guide/what-a-no-is-made-of");
        assertThat(page.locator(".drawing").count()).isEqualTo(6);
        assertThat(page.locator(".drawing[aria-hidden=true][focusable=false]").count())
                .isEqualTo(6);
        assertThat(page.locator("main").ariaSnapshot()).doesNotContain("img");
    }

    private static String strokeOfTheLight(Page page) {
        return (String) page.locator(".drawing__light").first().evaluate("light => getComputedStyle(light).stroke");
    }
}
