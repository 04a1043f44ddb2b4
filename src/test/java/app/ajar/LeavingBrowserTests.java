package app.ajar;

import static app.ajar.support.Hands.ask;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.BrowserCase;
import app.ajar.support.Elsewhere;
import app.ajar.support.NotebookPages;
import app.ajar.support.Profile;
import app.ajar.support.Scripts;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way out: at once, from everywhere, with nothing left open behind it. */
class LeavingBrowserTests extends BrowserCase {

    private static final String SECRET = "Nobody else may read this line.";

    @Test
    void shiftThreeTimesLeaves() {
        Page page = reader().visit("/safety");
        shift(page, 3);
        page.waitForURL(Elsewhere.address());
        assertThat(page).hasTitle(Elsewhere.TITLE);
    }

    @Test
    void twicePressedDoesNothingButShowIt() {
        Page page = reader().visit("/safety");
        shift(page, 2);
        assertThat(wayOut(page)).hasAttribute("data-presses", "2");
        assertThat(page.locator(".cover")).hasCount(0);
        assertThat(page).hasURL(site() + "/safety");
    }

    @Test
    void pressesMoreThanFiveSecondsApartDoNotAddUp() {
        Profile reader = newcomer();
        reader.page().clock().install();
        Page page = reader.visit("/safety");
        shift(page, 2);
        page.clock().fastForward(5_001);
        assertThat(wayOut(page)).hasAttribute("data-presses", "0");
        shift(page, 2);
        assertThat(page.locator(".cover")).hasCount(0);
        shift(page, 1);
        page.waitForURL(Elsewhere.address());
    }

    @Test
    void shiftForACapitalOrAShortcutDoesNotCount() {
        Page page = reader().visit("/guide/what-a-no-is-made-of");
        page.locator(".note summary").first().click();
        page.locator(".note textarea").first().click();
        for (String key : List.of("A", "B", "C", "ArrowLeft", "Tab", "Home")) {
            page.keyboard().press("Shift+" + key);
        }
        shift(page, 2);
        page.keyboard().press("Shift+D");
        shift(page, 2);
        assertThat(page.locator(".cover")).hasCount(0);
        assertThat(page).hasURL(site() + "/guide/what-a-no-is-made-of");
    }

    @Test
    void thePageIsCoveredBeforeAnyAnswerAndAServerThatHangsKeepsNobody() {
        Profile reader = newcomer();
        reader.page().clock().install();
        Page page = reader.visit("/safety");
        List<Route> hanging = new ArrayList<>();
        page.route("**/exit", hanging::add);
        assertThat((Boolean) page.evaluate("""
                () => {
                  document.querySelector('a[href="/exit"]').click();
                  const cover = document.querySelector(".cover");
                  const box = cover.getBoundingClientRect();
                  const all = box.top <= 0 && box.left <= 0 && box.right >= innerWidth && box.bottom >= innerHeight;
                  return all && document.title === "…"
                    && document.elementFromPoint(innerWidth/2, innerHeight/2) === cover
                    && document.elementFromPoint(innerWidth - 30, 30) === cover;
                }"""))
                .as("covered in the very turn of the click, with nothing beside it")
                .isTrue();
        page.clock().fastForward(2_000);
        page.waitForURL(Elsewhere.address());
        assertThat(hanging).isNotEmpty();
        page.unroute("**/exit");
    }

    @Test
    void backDoesNotReturnToThePageThatWasLeft() {
        Profile reader = reader();
        reader.visit("/guide");
        Page page = reader.visit("/safety");
        shift(page, 3);
        page.waitForURL(Elsewhere.address());
        page.goBack();
        assertThat(page).hasURL(site() + "/guide");
    }

    @Test
    void wordsThatAreNotSavedHoldNobodyBack() {
        Profile reader = reader();
        var notebook = new NotebookPages(reader.page());
        notebook.start();
        Page page = reader.visit("/notebook/notes/new");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        notebook.body().click();
        page.keyboard().type(SECRET);
        shift(page, 3);
        page.waitForURL(Elsewhere.address());
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavingEndsThePassOnTheServerAndTakesTheCookiesAway(Scripts scripts) {
        Profile reader = reader(scripts);
        var notebook = new NotebookPages(reader.page());
        notebook.start();
        notebook.write("Left behind", SECRET);
        Cookie pass = reader.cookie("pass").orElseThrow();
        assertThat(pass.httpOnly).isTrue();

        wayOut(reader.page()).click();
        reader.page().waitForURL(Elsewhere.address());
        assertThat(reader.context().cookies()).isEmpty();
        assertThat((String) reader.page().evaluate("document.referrer")).isEmpty();

        Profile finder = reader(scripts);
        finder.context().addCookies(List.of(new Cookie("pass", pass.value).setUrl(site())));
        var found = new NotebookPages(finder.visit("/notebook"));
        assertThat(found.closed()).isVisible();
        assertThat(found.inList("Left behind")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource
    void backAfterLeavingShowsNoPrivateWords(Scripts scripts) {
        Profile reader = reader(scripts);
        var notebook = new NotebookPages(reader.page());
        notebook.start();
        notebook.write("Left behind", SECRET);
        wayOut(reader.page()).click();
        reader.page().waitForURL(Elsewhere.address());
        stepsBack(reader.page(), 3);
    }

    @ParameterizedTest
    @EnumSource
    void backAfterLockingShowsNoPrivateWords(Scripts scripts) {
        Profile reader = reader(scripts);
        var notebook = new NotebookPages(reader.page());
        notebook.start();
        notebook.write("Locked away", SECRET);
        notebook.lock();
        stepsBack(reader.page(), 3);
    }

    @Test
    void aBrowserThatKeepsPagesInItsMemoryShowsNoPrivateWordsEither() {
        Profile reader = readerWith(settings -> settings.setIgnoreDefaultArgs(List.of("--disable-back-forward-cache")));
        var notebook = new NotebookPages(reader.page());
        Page page = reader.visit("/safety");
        // Playwright does not see such pages come back: ask the browser itself.
        CDPSession browser = reader.context().newCDPSession(page);
        page.evaluate("window.kept = 'yes'");
        reader.visit("/guide");
        page.evaluate("history.back()");
        page.waitForCondition(
                () -> ask(browser, "location.pathname + window.kept").equals("/safetyyes"));

        reader.visit("/notebook/start");
        notebook.start();
        notebook.write("Locked away", SECRET);
        reader.visit("/guide");
        closeFromAnotherDevice(reader.cookie("pass").orElseThrow());
        page.evaluate("history.back()");
        page.waitForCondition(() -> ask(browser, "location.pathname").equals("/notebook"));
        assertThat(ask(browser, "document.documentElement.outerHTML"))
                .contains("Open your notebook")
                .doesNotContain(SECRET);
    }

    @Test
    void aPrivatePageThatComesBackIsCoveredUntilTheServerSaysItIsStillOpen() {
        String comesBack = """
                () => {
                  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
                  return document.querySelector("[data-private]").checkVisibility();
                }""";
        Profile reader = reader();
        var notebook = new NotebookPages(reader.page());
        notebook.start();
        notebook.write("Still open", SECRET);
        assertThat((Boolean) reader.page().evaluate(comesBack))
                .as("shown at first")
                .isFalse();
        assertThat(notebook.body()).hasValue(SECRET);
        assertThat(notebook.body()).isVisible();

        closeFromAnotherDevice(reader.cookie("pass").orElseThrow());
        assertThat((Boolean) reader.page().evaluate(comesBack))
                .as("shown at first")
                .isFalse();
        assertThat(notebook.closed()).isVisible();
        assertThat(reader.page().content()).doesNotContain(SECRET);
    }

    @Test
    void noFormThatHeldPrivateWordsIsLeftForBackToSendAgain() {
        Profile reader = reader();
        var notebook = new NotebookPages(reader.page());
        Page page = reader.visit("/guide/what-a-no-is-made-of");
        page.locator("#shame .note summary").click();
        page.locator("#shame .note textarea").fill(SECRET);
        page.locator("#shame .note button").click();
        assertThat(notebook.body()).hasValue(SECRET);
        assertThat(page).hasURL(site() + "/notebook");
        page.getByText("Start a notebook and keep this note").click();
        notebook.keyWords();
        assertThat(page).hasURL(site() + "/notebook");
        wayOut(page).click();
        page.waitForURL(Elsewhere.address());
        for (int step = 0; step < 3; step++) {
            // Fails with ERR_CACHE_MISS if the browser would have to send a form again.
            page.goBack();
            page.reload();
            assertThat(page.content()).doesNotContain(SECRET);
            assertThat(page.locator("#shame textarea, #body")
                            .evaluateAll("fields => fields.map(field => field.value).join('')"))
                    .isEqualTo("");
        }
    }

    @Test
    void otherTabsLeaveToo() {
        Profile reader = reader();
        var notebook = new NotebookPages(reader.page());
        notebook.start();
        notebook.write("In the first tab", SECRET);
        Page other = reader.anotherTab("/guide");
        wayOut(other).click();
        other.waitForURL(Elsewhere.address());
        reader.page().waitForURL(Elsewhere.address());
    }

    @Test
    void lockingInOneTabClosesWhatStandsInAnother() {
        Profile reader = reader();
        var notebook = new NotebookPages(reader.page());
        notebook.start();
        notebook.write("In the first tab", SECRET);
        Page other = reader.anotherTab("/notebook");
        new NotebookPages(other).lock();
        assertThat(notebook.closed()).isVisible();
        assertThat(reader.page().content()).doesNotContain(SECRET);
    }

    @Test
    void selectingWithShiftHeldIsNotAWishToLeave() {
        Page page = reader().visit("/safety");
        for (int times = 0; times < 3; times++) {
            page.keyboard().down("Shift");
            page.locator("h1").click();
            page.keyboard().up("Shift");
        }
        assertThat(page.locator(".cover")).hasCount(0);
        assertThat(page).hasURL(site() + "/safety");
    }

    private void closeFromAnotherDevice(Cookie pass) {
        Profile other = reader();
        other.context().addCookies(List.of(new Cookie("pass", pass.value).setUrl(site())));
        wayOut(other.visit("/guide")).click();
        other.page().waitForURL(Elsewhere.address());
    }

    private void stepsBack(Page page, int steps) {
        for (int step = 0; step < steps; step++) {
            goBack(page);
            assertThat(page.locator("body")).not().containsText(SECRET);
            assertThat(page.locator("body")).not().containsText("Locked away");
            assertThat(page.locator("body")).not().containsText("Left behind");
            assertThat(page.content()).doesNotContain(SECRET);
        }
    }

    private static void goBack(Page page) {
        try {
            page.goBack();
        } catch (PlaywrightException problem) {
            // The answer to a form that must not be stored: the browser asks before it sends the form again.
            assertThat(problem).hasMessageContaining("ERR_CACHE_MISS");
        }
    }

    private static void shift(Page page, int times) {
        for (int press = 0; press < times; press++) {
            page.keyboard().press("Shift");
        }
    }

    private static Locator wayOut(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Leave this site"));
    }
}
