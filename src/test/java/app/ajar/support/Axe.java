package app.ajar.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Looks at the page in front as different readers see it: on a phone and at a desk, in the light and in the dark, on
 * the narrowest screen and with letters twice as big.
 */
public final class Axe {

    private static final List<Integer> WIDTHS = List.of(390, 1280);
    private static final int NARROWEST = 320;

    /** WCAG 2.2, levels A and AA, and nothing that is merely good practice. */
    private static final Map<String, Object> EVERY_RULE =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"));

    /** In the dark only colours change: the rules of the same levels that look at colours. */
    private static final Map<String, Object> COLOUR_RULES =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

    /**
     * Looking at colours takes the most time by far, and the footer is a third of it. One that was looked at, letter for
     * letter the same, at this width and in this scheme, is left out of that part.
     */
    private static final String RUN = """
            async ([runOnly, footerSeen]) => {
              const colours = ["color-contrast", "link-in-text-block"];
              const options = { resultTypes: ["violations"], preload: false };
              const off = Object.fromEntries(colours.map((rule) => [rule, { enabled: false }]));
              const found = runOnly.type === "rule" ? [] :
                (await axe.run(document, { ...options, runOnly, rules: off })).violations;
              const inColour = await axe.run(footerSeen ? { exclude: [[".foot"]] } : document,
                { ...options, runOnly: { type: "rule", values: colours } });
              return found.concat(inColour.violations).flatMap((rule) => rule.nodes.map((node) =>
                `${rule.id}: ${node.target.join(" ")} – ${node.any.concat(node.all, node.none).map((check) => check.message).join("; ")}`));
            }""";

    private static final String FOOTER = "document.querySelector('.foot')?.outerHTML ?? ''";

    private static final Set<String> FOOTERS_SEEN = new HashSet<>();

    private static final String SMALL_CONTROLS = """
            () => [...document.querySelectorAll("button, summary, .btn, .leave, .pick, .tick, .chip, .nav a, .bar a")]
              .filter((control) => control.checkVisibility())
              .map((control) => [control, control.getBoundingClientRect()])
              .filter(([, box]) => box.height < 43.5)
              .map(([control, box]) => `${control.outerHTML.slice(0, 90)} is ${box.height} px high`)""";

    /** What sticks out, or nothing where the page fits. */
    private static final String STICKS_OUT = """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.scrollingElement.scrollWidth <= width) return "";
              const culprits = [...document.querySelectorAll("body *")]
                .filter((element) => element.getBoundingClientRect().right > width + 1)
                .slice(0, 3).map((element) => element.outerHTML.slice(0, 120));
              return document.scrollingElement.scrollWidth + " px wide: " + culprits.join(" | ");
            }""";

    private final BrowserContext context;
    private final Page page;
    private final String script;
    private final List<String> problems = new ArrayList<>();
    private int runs;

    public Axe(Profile reader) {
        context = reader.context();
        page = reader.page();
        script = AxeBuilder.getAxeScript();
    }

    /** Everything at once, for the page as it stands. */
    public void look(String name) {
        look(name, WIDTHS);
    }

    /** Opens everything that folds, and looks again; what is inside is laid out alike at every width. */
    public void lookInside(String name) {
        page.evaluate("""
                for (const fold of document.querySelectorAll("details")) {
                  fold.removeAttribute("name");
                  fold.open = true;
                }""");
        look(name + ", unfolded", WIDTHS.subList(0, 1));
    }

    private void look(String name, List<Integer> widths) {
        page.evaluate(script);
        for (int width : widths) {
            page.setViewportSize(width, 800);
            run(name, width, ColorScheme.LIGHT, EVERY_RULE);
            run(name, width, ColorScheme.DARK, COLOUR_RULES);
            if (width == WIDTHS.get(0)) {
                note(name + ", to touch", page.evaluate(SMALL_CONTROLS));
            }
        }
        page.setViewportSize(NARROWEST, 640);
        note(name + " at " + NARROWEST, page.evaluate(STICKS_OUT));
        CDPSession session = context.newCDPSession(page);
        session.send("Page.enable");
        session.send("Page.setFontSizes", letters(32, 26));
        note(name + " at " + NARROWEST + ", letters twice as big", page.evaluate(STICKS_OUT));
        session.send("Page.setFontSizes", letters(16, 13));
        session.detach();
    }

    public List<String> problems() {
        return problems;
    }

    public int runs() {
        return runs;
    }

    private void run(String name, int width, ColorScheme scheme, Map<String, Object> rules) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        boolean footerSeen = !FOOTERS_SEEN.add(width + scheme.name() + page.evaluate(FOOTER));
        note(
                name + " at " + width + ", " + scheme.name().toLowerCase(Locale.ROOT),
                page.evaluate(RUN, List.of(rules, footerSeen)));
        runs++;
    }

    private void note(String where, Object found) {
        List<?> all = found instanceof List<?> list ? list : found.toString().isEmpty() ? List.of() : List.of(found);
        all.forEach(problem -> problems.add(where + ": " + problem));
    }

    private static JsonObject letters(int standard, int fixed) {
        return new Gson()
                .toJsonTree(Map.of("fontSizes", Map.of("standard", standard, "fixed", fixed)))
                .getAsJsonObject();
    }
}
