package app.ajar;

import static app.ajar.support.Profile.statusOf;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.BrowserCase;
import app.ajar.support.NotebookPages;
import app.ajar.support.Profile;
import app.ajar.support.Scripts;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people come to do, from end to end, with scripts and without. */
class JourneyBrowserTests extends BrowserCase {

    private static final String WORDS =
            "They looked at the door. I stopped.\nTomorrow I will ask what worries them – 💛.";

    @ParameterizedTest
    @EnumSource
    void aNoteBegunBesideTheGuideIsThereAnotherDay(Scripts scripts) {
        Profile reader = reader(scripts);
        Page page = reader.visit("/");
        link(page, "Main", "Understand the no").click();
        link(page, "In this part", "What a no can be made of").click();
        Locator barrier = page.locator("#shame");
        barrier.getByText("Write a private note").click();
        barrier.getByRole(AriaRole.TEXTBOX).fill(WORDS);
        barrier.getByText("Keep this note").click();

        var notebook = new NotebookPages(page);
        assertThat(notebook.body()).hasValue(WORDS);
        assertThat(reader.cookie("pass")).isEmpty();
        notebook.press("Start a notebook and keep this note");
        List<String> words = notebook.keyWords();
        page.getByText("Go to my note").click();
        assertThat(notebook.body()).hasValue(WORDS);
        String title = notebook.title().inputValue();
        assertThat(title).isNotBlank();
        assertThat(page.getByText("Begun beside What a no can be made of")).isVisible();

        notebook.body().fill(WORDS + "\nNot today.");
        assertThat(reader.statusOf(notebook::save)).isEqualTo(303);
        assertThat(page.getByText("Kept and sealed.")).isVisible();
        notebook.lock();
        assertThat(reader.cookie("pass")).isEmpty();

        notebook.open("  "
                + words.stream()
                        .map(word ->
                                word.substring(0, Math.min(4, word.length())).toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining("   "))
                + " \n");
        notebook.inList(title).click();
        assertThat(notebook.body()).hasValue(WORDS + "\nNot today.");
        assertThat(page).hasTitle("Reading notes: notes");
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedNoteCanBeBroughtBack(Scripts scripts) {
        NotebookPages notebook = openNotebook(scripts);
        notebook.write("On second thoughts", WORDS);
        notebook.delete();
        assertThat(notebook.inList("On second thoughts")).hasCount(0);
        notebook.undo("On second thoughts");
        assertThat(notebook.body()).hasValue(WORDS);
    }

    @ParameterizedTest
    @EnumSource
    void aNoteThatIsTooLongIsGivenBackWhole(Scripts scripts) {
        Profile reader = reader(scripts);
        var notebook = new NotebookPages(reader.page());
        notebook.start();
        String tooLong = "💛" + "some words, ".repeat(1666) + "12345678";
        assertThat(tooLong.codePoints().count()).isEqualTo(20_001);
        reader.visit("/notebook/notes/new");
        notebook.body().fill(tooLong);
        assertThat(reader.statusOf(notebook::save)).isEqualTo(422);
        assertThat(notebook.problem()).containsText("It has 20,001 characters");
        assertThat(notebook.body()).hasValue(tooLong);

        String fits = tooLong.substring(0, tooLong.length() - 1);
        notebook.body().fill(fits);
        assertThat(reader.statusOf(notebook::save)).isEqualTo(303);
        assertThat(notebook.body()).hasValue(fits);
    }

    @ParameterizedTest
    @EnumSource
    void wordsThatOpenNothingGetOneCalmAnswer(Scripts scripts) {
        Profile reader = reader(scripts);
        var notebook = new NotebookPages(reader.page());
        for (String typed :
                List.of("", "door", "zebra zebra zebra zebra zebra zebra", "not words at all, and too many")) {
            reader.visit("/notebook/open");
            notebook.typeWords(typed);
            assertThat(reader.statusOf(() -> notebook.press("Open it"))).isEqualTo(422);
            assertThat(notebook.problem())
                    .hasText("These words do not open a notebook Check each word and the order, then try again. "
                            + "Nothing was changed.");
            assertThat(reader.page().getByLabel("Your six key words")).hasValue(typed);
            if (scripts == Scripts.ON) {
                assertThat(reader.page().locator(".problem-box")).isFocused();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFormWhoseTokenIsGoneGivesTheWordsBack(Scripts scripts) {
        Profile reader = reader(scripts);
        var notebook = new NotebookPages(reader.page());
        notebook.start();
        reader.visit("/notebook/notes/new");
        notebook.title().fill("A title");
        notebook.body().fill(WORDS);
        reader.lose("form");
        assertThat(reader.statusOf(notebook::save)).isEqualTo(403);
        assertThat(notebook.problem()).containsText("what you wrote is here");
        assertThat(notebook.title()).hasValue("A title");
        assertThat(notebook.body()).hasValue(WORDS);
        assertThat(reader.statusOf(notebook::save)).isEqualTo(303);
        assertThat(notebook.body()).hasValue(WORDS);
    }

    @ParameterizedTest
    @EnumSource
    void aNotebookThatLockedItselfMidwayKeepsTheWordsUntilItIsOpenedAgain(Scripts scripts) {
        Profile reader = reader(scripts);
        var notebook = new NotebookPages(reader.page());
        List<String> words = notebook.start();
        reader.visit("/notebook/notes/new");
        notebook.title().fill("Half a thought");
        notebook.body().fill(WORDS);
        reader.lose("pass");
        assertThat(reader.statusOf(notebook::save)).isEqualTo(422);
        assertThat(notebook.problem()).containsText("Your notebook has locked itself");
        assertThat(notebook.body()).hasValue(WORDS);
        notebook.typeWords("some wrong words");
        notebook.press("Open it and keep this note");
        assertThat(notebook.body()).hasValue(WORDS);
        notebook.typeWords(String.join(" ", words));
        notebook.press("Open it and keep this note");
        assertThat(reader.page().getByText("Kept and sealed.")).isVisible();
        assertThat(notebook.title()).hasValue("Half a thought");
        assertThat(notebook.body()).hasValue(WORDS);
    }

    @ParameterizedTest
    @EnumSource
    void twoTabsOnOneNoteLoseNeithersWords(Scripts scripts) {
        Profile reader = reader(scripts);
        var first = new NotebookPages(reader.page());
        first.start();
        first.write("Both tabs", "As it was.");
        Page tab = reader.anotherTab(reader.page().url());
        var second = new NotebookPages(tab);
        first.body().fill("Written in the first tab.");
        assertThat(reader.statusOf(first::save)).isEqualTo(303);
        second.body().fill("Written in the second tab.");
        assertThat(statusOf(tab, second::save)).isEqualTo(409);
        assertThat(second.body()).hasValue("Written in the second tab.");
        assertThat(tab.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("The version that is kept now")))
                .containsText("Written in the first tab.");
        assertThat(statusOf(tab, second::save)).isEqualTo(303);
        assertThat(second.body()).hasValue("Written in the second tab.");
    }

    @ParameterizedTest
    @EnumSource
    void everythingCanBeTakenAlongInOneFile(Scripts scripts) throws IOException {
        Profile reader = reader(scripts);
        var notebook = new NotebookPages(reader.page());
        notebook.start();
        notebook.write("One", WORDS);
        notebook.write("Two", "A second note.");
        reader.visit("/notebook/export");
        Download download = reader.page().waitForDownload(() -> notebook.press("Download notes.zip"));
        assertThat(download.suggestedFilename()).isEqualTo("notes.zip");
        try (var zip = new ZipInputStream(Files.newInputStream(download.path()))) {
            var names = new ArrayList<String>();
            var all = new StringBuilder();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
            assertThat(names).hasSize(3).allMatch(name -> name.matches("notes\\.json|[0-9-]{10}-[12]\\.md"));
            assertThat(all.toString())
                    .containsSubsequence("# One\n", WORDS, "# Two\n", "A second note.")
                    .doesNotContain("Ajar");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNotebookIsErasedOnlyWithTheTickAndThenForGood(Scripts scripts) {
        Profile reader = reader(scripts);
        var notebook = new NotebookPages(reader.page());
        List<String> words = notebook.start();
        notebook.write("To be erased", WORDS);
        reader.visit("/notebook/erase");
        assertThat(reader.statusOf(() -> notebook.press("Erase it now"))).isEqualTo(422);
        assertThat(notebook.problem()).containsText("Nothing was erased");
        reader.page().getByLabel("Yes, erase every note in it").check();
        notebook.press("Erase it now");
        assertThat(notebook.heading("It is gone")).isVisible();
        assertThat(reader.cookie("pass")).isEmpty();
        notebook.open(String.join(" ", words));
        assertThat(notebook.problem()).containsText("These words do not open a notebook");
    }

    private NotebookPages openNotebook(Scripts scripts) {
        var notebook = new NotebookPages(reader(scripts).page());
        notebook.start();
        return notebook;
    }

    private static Locator link(Page page, String navigation, String text) {
        return page.getByRole(
                        AriaRole.NAVIGATION,
                        new Page.GetByRoleOptions().setName(navigation).setExact(true))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(text).setExact(true));
    }
}
