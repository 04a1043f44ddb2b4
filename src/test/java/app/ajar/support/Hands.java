package app.ajar.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;

/** What people do with a page that is in front of them, by keyboard or by thumb. */
public final class Hands {

    /** More stops than any page has: whoever has not come there by then never will. */
    public static final int FAR_ENOUGH = 300;

    private Hands() {}

    /** Presses Tab until the focus is there. */
    public static void tabTo(Page page, Locator target) {
        assertThat(target).isVisible();
        for (int stop = 0; stop < FAR_ENOUGH; stop++) {
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never comes to " + target);
    }

    /** Goes there by Tab and presses a key. */
    public static void go(Page page, Locator target, String key) {
        tabTo(page, target);
        page.keyboard().press(key);
    }

    public static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** No page scrolls sideways. */
    public static void assertFits(Page page) {
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"))
                .as("no scrolling sideways")
                .isTrue();
    }

    /** Asks the browser itself, for pages that come out of its memory where Playwright does not see them; no answer yet is empty. */
    public static String ask(CDPSession browser, String expression) {
        var question = new JsonObject();
        question.addProperty("expression", expression);
        try {
            JsonObject answer = browser.send("Runtime.evaluate", question).getAsJsonObject("result");
            return answer.has("value") ? answer.get("value").getAsString() : "";
        } catch (PlaywrightException onTheMove) {
            // Asked while one page gave way to another: there is no answer yet.
            return "";
        }
    }
}
