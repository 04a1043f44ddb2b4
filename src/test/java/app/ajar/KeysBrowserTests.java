package app.ajar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.BrowserCase;
import app.ajar.support.Elsewhere;
import app.ajar.support.Hands;
import app.ajar.support.NotebookPages;
import app.ajar.support.Profile;
import app.ajar.support.Scripts;
import app.ajar.vault.KeyWordList;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Key words as they are typed, seen again and copied; where a notebook is open; and that it locks itself. */
class KeysBrowserTests extends BrowserCase {

    private static final long SEED = 51_225;
    private static final String WARNING = "The notebook locks itself at";

    @Test
    void completesEachWordAfterFourLettersAndTellsTheServerNothing() {
        Profile reader = reader();
        List<String> asked = new ArrayList<>();
        reader.page().onRequest(request -> asked.add(request.method() + " " + request.url()));
        Locator field = helped(reader);
        var random = new Random(SEED);
        List<String> list = KeyWordList.english().words();
        List<String> words = random.ints(6, 0, list.size()).mapToObj(list::get).toList();
        asked.clear();
        for (String word : words) {
            reader.page().keyboard().type(word.substring(0, Math.min(4, word.length())) + " ");
        }
        assertThat(field).hasValue(String.join(" ", words) + " ");
        assertThat(asked).as("while typing %s, seed %d", words, SEED).isEmpty();
        assertThat(said(reader)).isEmpty();
    }

    @Test
    void letsATypistGoOnOrTakeACompletionAway() {
        Profile reader = reader();
        Locator field = helped(reader);
        reader.page().keyboard().type("absorb castle");
        assertThat(field).hasValue("absorb castle");
        reader.page().keyboard().type(" abso");
        assertThat(field).hasValue("absorb castle absorb");
        reader.page().keyboard().press("Backspace");
        assertThat(field).hasValue("absorb castle abso");
        reader.page().keyboard().type(" ");
        assertThat(field).hasValue("absorb castle abso ");
    }

    @Test
    void saysWhichWordIsNotOnTheListAndStopsWhenItIs() {
        Profile reader = reader();
        Locator field = helped(reader);
        reader.page().keyboard().type("1. absorb, 2. castlé, 3. zzzz ");
        assertThat(said(reader))
                .hasText("Word 3 is not on the list. Check its first four letters. A passphrase is fine as it is.");
        for (int letter = 0; letter < 5; letter++) {
            reader.page().keyboard().press("Backspace");
        }
        reader.page().keyboard().type("open");
        assertThat(said(reader)).isEmpty();
        reader.page().keyboard().type(" zzz");
        assertThat(said(reader)).isEmpty();
        field.blur();
        assertThat(said(reader)).containsText("Word 4");
    }

    @Test
    void leavesAPassphraseAloneAndGivesBackWhatItCompletedInIt() {
        Profile reader = reader();
        Locator field = helped(reader);
        reader.page().keyboard().type("Cast my absorbing nets wide over there");
        assertThat(field).hasValue("Cast my absorbing nets wide over there");
        assertThat(said(reader)).isEmpty();
        field.blur();
        assertThat(said(reader)).isEmpty();
    }

    @Test
    void doesNothingWhereTheListCannotBeHad() {
        Profile reader = newcomer();
        reader.page().route("**/key-words/en.txt", Route::abort);
        Page page = reader.visit("/notebook/open");
        page.getByLabel("Your six key words").click();
        page.keyboard().type("zzzz abso ");
        assertThat(page.getByLabel("Your six key words")).hasValue("zzzz abso ");
        assertThat(said(reader)).isEmpty();
    }

    @Test
    void copiesTheWordsWhenAskedAndSaysWhatThatMeans() {
        Profile reader =
                newcomer(new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
        List<String> words = new NotebookPages(reader.page()).start();
        Page page = reader.visit("/notebook/keys");
        assertThat(page.locator("[data-key-words]")).isHidden();
        Hands.go(page, page.locator("summary"), "Enter");
        assertThat(page.getByText("Other apps can read it there")).isVisible();
        Hands.go(page, Hands.button(page, "Copy them"), "Enter");
        assertThat(page.getByText("Once you have put them where they belong")).isVisible();
        assertThat((String) page.evaluate("navigator.clipboard.readText()")).isEqualTo(String.join(" ", words));
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        assertThat(page.locator("[data-key-words]")).isHidden();
    }

    @Test
    void tellsTimesAsTheyAreWrittenWhereTheReaderLives() {
        Profile reader = reader();
        new NotebookPages(reader.page()).start();
        assertThat(reader.visit("/notebook/devices").locator("time").first())
                .hasText(Pattern.compile("\\w+day,? \\d{1,2} \\w+ \\d{4} at \\d\\d:\\d\\d"));
    }

    @Test
    void printsThePlainCardOnlyWhileTheWordsAreShown() {
        Profile reader = reader();
        List<String> words = new NotebookPages(reader.page()).start();
        Page page = reader.visit("/notebook/keys");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".key-page"))
                .hasText(
                        "The words are hidden, so they are not on this paper either. Show them first, then print.",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                .setUseInnerText(true));
        page.locator("details").evaluate("details => { details.open = true }");
        List<String> onPaper = page.locator(".key-page")
                .innerText()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(onPaper).isEqualTo(words);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    @Test
    void closesTheNotebookOnAnotherDevice() {
        Profile reader = reader();
        List<String> words = new NotebookPages(reader.page()).start();
        Profile other = phone(Scripts.OFF);
        var onThePhone = new NotebookPages(other.page());
        onThePhone.open(String.join(" ", words));
        assertThat(onThePhone.heading("Notebook")).isVisible();
        Page page = reader.visit("/notebook/devices");
        assertThat(page.locator(".devices h2")).hasText(new String[] {"This browser", "Another browser"});
        new NotebookPages(page).press("Close all others");
        assertThat(page.getByText("Closed everywhere else.")).isVisible();
        assertThat(new NotebookPages(other.visit("/notebook")).closed()).isVisible();
        assertThat(new NotebookPages(reader.visit("/notebook")).closed()).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource
    void backAfterLockingShowsNoKeyWords(Scripts scripts) {
        Profile reader = reader(scripts);
        List<String> words = new NotebookPages(reader.page()).start();
        Page page = reader.visit("/notebook/keys");
        page.getByText("Show the six words").click();
        assertThat(page.getByText(words.get(0)).first()).isVisible();
        new NotebookPages(reader.visit("/notebook")).lock();
        page.goBack();
        page.goBack();
        assertNone(page, words);
    }

    @Test
    void backAfterLeavingShowsNoKeyWordsNorThePassphrase() {
        Profile reader = reader();
        var notebook = new NotebookPages(reader.page());
        List<String> words = notebook.start();
        Page page = reader.visit("/notebook/keys/passphrase");
        page.locator("#passphrase").fill("i love you so much");
        notebook.press("Add it");
        assertThat(notebook.problem()).isVisible();
        reader.visit("/notebook/keys").locator("summary").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Leave this site"))
                .click();
        page.waitForURL(Elsewhere.address());
        for (int step = 0; step < 2; step++) {
            page.goBack();
            assertNone(page, words);
            assertThat(page.content()).doesNotContain("i love you so much");
        }
    }

    @Test
    void warnsTwoMinutesBeforeItLocksItselfAndStaysOpenWhenAskedTo() {
        Resting resting = resting("/notebook");
        Page page = resting.page();
        assertThat(page.locator("[data-idle] p")).isEmpty();
        resting.left = 119;
        page.clock().fastForward(300_000);
        assertThat(page.locator("[data-idle] p")).containsText(WARNING);
        assertThat(page.locator("[data-idle] p")).hasAttribute("role", "status");
        String said = page.locator("[data-idle] p").textContent();
        page.clock().fastForward(20_000);
        assertThat(page.locator("[data-idle] p")).hasText(said);
        page.locator("[data-idle] button").focus();
        resting.left = 1_800;
        page.locator("[data-idle] button").evaluate("button => button.click()");
        assertThat(page.locator("[data-idle] p")).hasText("It stays open.");
        assertThat(page.locator("[data-idle] button")).isHidden();
        assertThat(resting.asked).contains("POST");
        page.clock().fastForward(6_000);
        assertThat(page.locator("[data-idle] p")).isEmpty();
    }

    @Test
    void takesTypingForAnAnswerToTheWarning() {
        Resting resting = resting("/notebook/notes/new");
        Page page = resting.page();
        page.locator("#body").focus();
        page.keyboard().type("Quiet typing ");
        assertThat(resting.asked).as("before the warning nothing is sent").doesNotContain("POST");
        resting.left = 100;
        page.clock().fastForward(300_000);
        assertThat(page.locator("[data-idle] button")).isVisible();
        resting.left = 1_800;
        page.keyboard().type("goes on");
        assertThat(page.locator("[data-idle] button")).isHidden();
        assertThat(page.locator("[data-idle] p")).isEmpty();
        assertThat(page.locator("#body")).hasValue("Quiet typing goes on");
        assertThat(resting.asked).containsOnlyOnce("POST");
    }

    @Test
    void goesWhenNobodyAnswers() {
        Resting resting = resting("/notebook/keys");
        Page page = resting.page();
        resting.left = 100;
        page.clock().fastForward(300_000);
        assertThat(page.locator("[data-idle] button")).isVisible();
        new NotebookPages(resting.elsewhere("/notebook")).lock();
        resting.left = 0;
        page.clock().fastForward(21_000);
        page.waitForURL("**/notebook");
        assertThat(new NotebookPages(page).closed()).isVisible();
    }

    @Test
    void leavesWordsThatAreNotSavedOnTheScreenAndSaysSo() {
        Resting resting = resting("/notebook/notes/new");
        Page page = resting.page();
        page.locator("#body").fill("Not saved yet.");
        page.evaluate("document.body.dataset.unsaved = 'yes'");
        resting.left = 0;
        page.clock().fastForward(300_000);
        assertThat(page.locator("[data-idle] p")).containsText("What you wrote is still here");
        assertThat(page.locator("#body")).hasValue("Not saved yet.");
        page.evaluate("document.body.dataset.unsaved = 'no'");
    }

    /** An open page whose clock the test moves, and a server that says what is left as the test wants it. */
    private final class Resting {

        private final Profile reader = newcomer();
        private final List<String> asked = new ArrayList<>();
        private volatile int left = 1_800;

        Resting(String path) {
            reader.page().clock().install();
            new NotebookPages(reader.page()).start();
            reader.page().route("**/notebook/pulse", this::answer);
            reader.page().waitForResponse("**/notebook/pulse", () -> reader.visit(path));
        }

        private void answer(Route route) {
            asked.add(route.request().method());
            var answer = new Route.FulfillOptions();
            route.fulfill(
                    left > 0
                            ? answer.setStatus(204).setHeaders(Map.of("Closes-In", String.valueOf(left)))
                            : answer.setStatus(410));
        }

        Page page() {
            return reader.page();
        }

        Page elsewhere(String path) {
            return reader.anotherTab(path);
        }
    }

    private Resting resting(String path) {
        return new Resting(path);
    }

    /** The field for key words, once the list has come. */
    private static Locator helped(Profile reader) {
        Page page = reader.visit("/notebook/open");
        Locator field = page.getByLabel("Your six key words");
        // The list may come from the browser's own memory, of which there is no word: its first answer tells.
        field.click();
        page.waitForCondition(() -> {
            field.fill("zzzz ");
            return !page.locator("#key-words-said").textContent().isEmpty();
        });
        field.fill("");
        return field;
    }

    private static Locator said(Profile reader) {
        return reader.page().locator("#key-words-said");
    }

    private static void assertNone(Page page, List<String> words) {
        assertThat(page.locator("[data-key-words]")).hasCount(0);
        String shown = page.content();
        assertThat(words.stream()
                        .filter(word -> shown.contains(">" + word + " <"))
                        .toList())
                .isEmpty();
    }
}
