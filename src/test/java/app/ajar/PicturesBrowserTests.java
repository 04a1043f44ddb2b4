package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.Approved;
import app.ajar.support.BrowserCase;
import app.ajar.support.Paper;
import app.ajar.support.Profile;
import app.ajar.support.Tour;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * How each kind of page looks: on a phone and at a desk, by day and by night, and on paper, beside pictures that somebody
 * looked at ({@code src/test/resources/approved/pictures}). How much may differ is in {@link Likeness}. A picture that is not
 * as it was lies in {@code target/pictures} with one that shows where. How to approve what was changed on purpose:
 * {@link Approved}.
 */
class PicturesBrowserTests extends BrowserCase {

    private static final int DOTS_AN_INCH = 50;

    /** Of the pages that the tour comes to, the ones whose pictures are kept: one of each kind. */
    private static final Set<String> KINDS = Set.of(
            "home",
            "guide-before-you-talk",
            "guide-what-a-no-is-made-of",
            "prompts",
            "walk-question",
            "walk-plan",
            "words-answer",
            "print-cards",
            "safety",
            "error-404",
            "notebook-door-with-note",
            "notebook-note-saved",
            "notebook-list");

    /** What is in front without scrolling at a desk, and two screens of a phone. */
    private enum Screen {
        PHONE(390, 1500),
        DESK(1280, 900);

        private final int wide;
        private final int high;

        Screen(int wide, int high) {
            this.wide = wide;
            this.high = high;
        }
    }

    private final Approved pictures = new Approved("pictures");
    private final List<String> problems = new ArrayList<>();
    private int taken;

    @Test
    void everyKindOfPageLooksAsItWasApproved() {
        Profile reader = newcomer(new Browser.NewContextOptions()
                .setViewportSize(Screen.PHONE.wide, Screen.PHONE.high)
                .setDeviceScaleFactor(1)
                .setReducedMotion(ReducedMotion.REDUCE));
        var seen = new ArrayList<String>();
        var tour = new Tour(reader, name -> {
            if (KINDS.contains(name)) {
                seen.add(name);
                look(reader.page(), name);
            }
        });
        tour.open(List.of("/", "/guide/before-you-talk", "/guide/what-a-no-is-made-of", "/prompts", "/safety"));
        tour.walk();
        tour.mirror();
        tour.cards();
        tour.mistakes();
        tour.door();
        tour.notebook();
        System.out.printf("Pictures: %d taken, %d not as approved%n", taken, problems.size());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(KINDS);
        assertThat(problems).isEmpty();
        assertThat(pictures.leftOver())
                .as("approved pictures of pages that are no more")
                .isEmpty();
    }

    private void look(Page page, String name) {
        for (Screen screen : Screen.values()) {
            page.setViewportSize(screen.wide, screen.high);
            // The dark first: a font that came late is not used (font-display: optional) until colours change.
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.evaluate("document.fonts.ready.then(() => scrollTo(0, 0))");
                byte[] png = page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
                compare(name + "-" + screen.wide + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png", picture(png));
            }
        }
        compare(name + "-print.png", Paper.picture(page, "A4", DOTS_AN_INCH));
        page.setViewportSize(Screen.PHONE.wide, Screen.PHONE.high);
    }

    private void compare(String name, BufferedImage now) {
        taken++;
        pictures.compare(name, now).ifPresent(problems::add);
    }

    private static BufferedImage picture(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
