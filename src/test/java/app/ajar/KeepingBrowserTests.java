package app.ajar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.BrowserCase;
import app.ajar.support.NotebookPages;
import app.ajar.support.Profile;
import app.ajar.support.Scripts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That nothing typed is lost while it is being typed, whatever happens to the connection, the pass or another tab. */
class KeepingBrowserTests extends BrowserCase {

    private static final String AUTOSAVE = "**/notebook/autosave";
    private static final Pattern KEPT = Pattern.compile("Kept and sealed at \\d+:\\d\\d.*");

    private Profile reader;
    private Page page;
    private NotebookPages notebook;
    private List<String> words;

    @BeforeEach
    void startANotebook() {
        reader = newcomer();
        page = reader.page();
        page.clock().install();
        notebook = new NotebookPages(page);
        words = notebook.start();
        // From here on time moves only when a test moves it, however slow the machine is.
        page.clock().pauseAt(System.currentTimeMillis() + 1_000);
    }

    @Test
    void aNoteIsKeptAtTheFirstPauseWithoutAnyButton() {
        page.navigate("/notebook/notes/new");
        assertThat(state()).isHidden();
        notebook.title().fill("On the stairs");
        notebook.body().pressSequentially("I waited");
        assertThat(state()).hasText("Not kept yet");
        pause();
        assertThat(state()).hasText(KEPT);
        notebook.body().pressSequentially(", and then I went in.");
        assertThat(state()).hasText("Not kept yet");
        pause();
        assertThat(state()).hasText(KEPT);
        page.reload();
        assertThat(notebook.body()).hasValue("I waited, and then I went in.");
        page.navigate("/notebook");
        assertThat(page.locator(".entries a")).hasCount(1);
    }

    @Test
    void aTalkIsKeptWhileItIsWritten() {
        page.navigate("/notebook/talks/new");
        page.getByLabel("What I heard").fill("Not now.");
        pause();
        assertThat(state()).hasText(KEPT);
        page.reload();
        assertThat(page.getByLabel("What I heard")).hasValue("Not now.");
    }

    @Test
    void wordsStayWithoutAConnectionAndAreKeptWhenItComesBack() {
        notebook.write("In the tunnel", "Before");
        page.route(AUTOSAVE, Route::abort);
        notebook.body().fill("Written in the tunnel");
        pause();
        assertThat(problem()).containsText("Your words stay here, and we try again.");
        assertThat(state()).hasText("Not kept yet");
        page.unroute(AUTOSAVE);
        page.evaluate("dispatchEvent(new Event('online'))");
        assertThat(state()).hasText(KEPT);
        assertThat(problem()).isEmpty();
        page.reload();
        assertThat(notebook.body()).hasValue("Written in the tunnel");
    }

    @Test
    void anAnswerThatGetsLostMakesNoSecondNote() {
        page.navigate("/notebook/notes/new");
        page.route(AUTOSAVE, route -> {
            route.fetch();
            route.abort();
        });
        notebook.body().fill("Kept, though nobody heard");
        pause();
        assertThat(problem()).containsText("we try again");
        page.unroute(AUTOSAVE);
        notebook.body().pressSequentially(" of it");
        page.evaluate("dispatchEvent(new Event('online'))");
        assertThat(state()).hasText(KEPT);
        pause();
        assertThat(page.locator("body")).hasAttribute("data-unsaved", "no");
        page.navigate("/notebook");
        assertThat(page.locator(".entries a")).hasCount(1);
        page.locator(".entries a").click();
        assertThat(notebook.body()).hasValue("Kept, though nobody heard of it");
    }

    @Test
    void aStoreThatCannotTakeItSaysSoAndIsTriedAgain() {
        page.navigate("/notebook/notes/new");
        page.route(AUTOSAVE, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        notebook.body().fill("For a full disk");
        pause();
        assertThat(problem()).containsText("Your words stay here, and we try again.");
        assertThat(notebook.body()).hasValue("For a full disk");
        page.unroute(AUTOSAVE);
        page.evaluate("dispatchEvent(new Event('online'))");
        assertThat(state()).hasText(KEPT);
    }

    @Test
    void aNotebookThatLockedItselfTakesTheWordsInAgain() {
        notebook.write("Long evening", "It began");
        String address = page.url();
        reader.lose("pass");
        notebook.body().fill("It began, and went on for long");
        pause();
        assertThat(problem()).containsText("Your notebook has locked itself.");
        notebook.save();
        notebook.typeWords(String.join(" ", words));
        notebook.press("Open it and keep this note");
        assertThat(notebook.body()).hasValue("It began, and went on for long");
        assertThat(page.url()).startsWith(address.replaceFirst("\\?.*", ""));
        page.navigate("/notebook");
        assertThat(page.locator(".entries a")).hasCount(1);
    }

    @Test
    void twoDevicesOnOneNoteLoseNeithersWords() {
        notebook.write("Ours", "Together");
        String address = page.url().replaceFirst("\\?.*", "");
        Profile telephone = phone(Scripts.ON);
        var second = new NotebookPages(telephone.page());
        second.open(String.join(" ", words));
        telephone.page().navigate(address);
        notebook.body().fill("From the desk");
        pause();
        assertThat(state()).hasText(KEPT);
        second.body().fill("From the telephone");
        assertThat(telephone.page().locator("[data-unkept]")).containsText("changed somewhere else");
        assertThat(Profile.statusOf(telephone.page(), second::save)).isEqualTo(409);
        assertThat(telephone.page().getByText("From the desk")).isVisible();
        second.press("Keep both");
        assertThat(second.body()).hasValue("From the telephone");
        page.navigate("/notebook");
        assertThat(page.locator(".entries a")).hasCount(2);
    }

    /** The hand rests for as long as a pause takes, which nobody here has to wait for. */
    private void pause() {
        page.clock().runFor(2_000);
    }

    private Locator state() {
        return page.locator("[data-autosave]");
    }

    private Locator problem() {
        return page.locator("[data-unkept]");
    }
}
