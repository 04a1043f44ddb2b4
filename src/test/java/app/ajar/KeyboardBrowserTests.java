package app.ajar;

import static app.ajar.support.Hands.FAR_ENOUGH;
import static app.ajar.support.Hands.button;
import static app.ajar.support.Hands.go;
import static app.ajar.support.Hands.tabTo;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.BrowserCase;
import app.ajar.support.NotebookPages;
import app.ajar.support.Profile;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything can be done without a mouse, and what has the focus can be seen. */
class KeyboardBrowserTests extends BrowserCase {

    /** What the focus has come to: "seen", the end of the page, or the element of which nothing can be seen. */
    private static final String WHERE_THE_FOCUS_IS = """
            () => {
              const focused = document.activeElement;
              if (focused === document.body) return "end";
              const shown = focused.closest("label") ?? focused;
              const seen = [...shown.getClientRects()].some((box) =>
                [0.1, 0.5, 0.9].some((across) => [0.1, 0.5, 0.9].some((down) => {
                  const there = document.elementFromPoint(box.left + box.width*across, box.top + box.height*down);
                  return there && (shown.contains(there) || there.contains(shown));
                })));
              return seen ? "seen" : focused.outerHTML.slice(0, 200);
            }""";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guide", "/prompts", "/safety", "/print", "/notebook", "/no-such-page"})
    void theWayOutComesFirstAndTheWayPastTheMenuSecond(String path) {
        Page page = reader().visit(path);
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Leave this site")))
                .isFocused();
        page.keyboard().press("Tab");
        Locator skip = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Skip to the page"));
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat((Boolean) page.evaluate("document.querySelector('main').contains(document.activeElement)"))
                .as("the next stop is inside the page")
                .isTrue();
    }

    @Test
    void aNoteIsWrittenLockedAndFoundAgainWithoutAMouse() {
        Profile reader = reader();
        Page page = reader.visit("/guide/what-a-no-is-made-of");
        var notebook = new NotebookPages(page);
        Locator barrier = page.locator("#shame");
        go(page, barrier.locator(".note summary"), "Enter");
        Locator field = barrier.getByRole(AriaRole.TEXTBOX);
        tabTo(page, field);
        page.keyboard().type("Written with keys ALONE. And CAPITALS.");
        go(page, barrier.getByText("Keep this note"), "Enter");
        go(page, button(page, "Start a notebook and keep this note"), "Enter");
        List<String> words = notebook.keyWords();
        go(page, page.getByText("Go to my note"), "Enter");
        tabTo(page, notebook.body());
        page.keyboard().press("Control+End");
        page.keyboard().type(" More.");
        tabTo(page, page.getByLabel("Not saying"));
        page.keyboard().press("ArrowRight");
        go(page, button(page, "Save"), "Space");
        assertThat(page.getByText("Kept and sealed.")).isVisible();
        assertThat(page.getByLabel("Calm")).isChecked();
        go(page, button(page, "Lock now"), "Enter");
        go(page, notebook.closed(), "Enter");
        tabTo(page, page.getByLabel("Your six key words"));
        page.keyboard().type(String.join(" ", words));
        go(page, button(page, "Open it"), "Enter");
        go(page, page.getByRole(AriaRole.MAIN).locator(".entries a"), "Enter");
        assertThat(notebook.body()).hasValue("Written with keys ALONE. And CAPITALS. More.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guide/what-a-no-is-made-of", "/prompts", "/print", "/safety", "/notebook/start"})
    void whatHasTheFocusIsNeverHiddenOnAPhone(String path) {
        Page page = newcomer(new Browser.NewContextOptions().setViewportSize(390, 700))
                .visit(path);
        if (page.locator("input[name=prompt]").count() > 0) {
            // Once something is ticked, a button comes along at the foot of the screen.
            page.locator("input[name=prompt]").first().evaluate("box => { box.checked = true; }");
        }
        for (int stop = 0; stop < FAR_ENOUGH; stop++) {
            page.keyboard().press("Tab");
            Object where = page.evaluate(WHERE_THE_FOCUS_IS);
            if (where.equals("end")) {
                assertThat(stop).as("stops on the page").isGreaterThan(5);
                return;
            }
            assertThat(where).isEqualTo("seen");
        }
        throw new AssertionError("The focus never comes to the end of " + path);
    }
}
