package app.ajar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.BrowserCase;
import app.ajar.support.NotebookPages;
import app.ajar.support.Paper;
import app.ajar.support.Profile;
import app.ajar.support.Scripts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the printer's tray in the end. */
class PrintBrowserTests extends BrowserCase {

    @ParameterizedTest
    @CsvSource({"/prompts, A4, ON", "/prompts, Letter, OFF", "/print, A4, OFF", "/print, Letter, ON"})
    void fourPickedPromptsComeOutAsOnePageOfCards(String path, String format, Scripts scripts) {
        Page page = reader(scripts).visit(path);
        List<String> said = pick(page, 4);
        see(page);
        Paper paper = print(page, format, 1);
        said.forEach(words -> assertThat(paper.words()).contains(words));
        assertThat(paper.words()).contains("Cut along the dotted lines");
    }

    @Test
    void theNinthCardGoesOnASecondPage() {
        Page page = reader().visit("/print");
        List<String> said = pick(page, 9);
        see(page);
        Paper paper = print(page, "A4", 2);
        assertThat(paper.pages().get(0)).contains(said.get(7)).doesNotContain(said.get(8));
        assertThat(paper.pages().get(1)).contains(said.get(8));
        print(page, "Letter", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A4", "Letter"})
    void aFoldOutIsOnePageWithTwoPanelsOnTheirHead(String format) {
        Page page = reader().visit("/print");
        pick(page, 6);
        page.getByLabel("A fold-out").check();
        see(page);
        Paper paper = print(page, format, 1);
        assertThat(paper.words()).contains("Is this a good moment?", "For a quiet hour", "To fold");
        assertThat(page.locator(".fold-out__pick")).hasCount(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A4", "Letter"})
    void largeTypePrintsEveryPickWholeOnAsManyPagesAsItSays(String format) {
        Page page = reader().visit("/print");
        List<String> said = pick(page, 7);
        page.getByLabel("Large type").check();
        see(page);
        Paper paper = print(page, format, page.locator(".paper").count());
        said.forEach(words -> assertThat(paper.pages()).anyMatch(sheet -> sheet.contains(words)));
    }

    @ParameterizedTest
    @CsvSource({"check-in-together, A4", "check-in-together, Letter", "check-in-solo, A4", "check-in-solo, Letter"})
    void aCheckInIsOnePage(String sheet, String format) {
        Page page = reader().visit("/print");
        page.locator("input[name=sheet][value=" + sheet + "]").check();
        see(page);
        Paper paper = print(page, format, 1);
        assertThat(paper.words()).contains("Week of");
        List<String> steps = page.locator(".papers h4").allTextContents();
        assertThat(steps)
                .hasSize(7)
                .allSatisfy(step -> assertThat(paper.words()).contains(Paper.clean(step)));
    }

    @Test
    void aNoteStaysOffThePaperUnlessItsBoxIsTicked() {
        Profile reader = reader();
        var notebook = new NotebookPages(reader.page());
        notebook.start();
        notebook.write("A very private title", "A very private line.\nAnd one more.");
        Page page = reader.page();
        assertThat(Paper.of(page, "A4").words()).doesNotContain("private title", "private line", "one more");
        page.getByLabel("Put my words on paper when I print this page").check();
        assertThat(Paper.of(page, "A4").words())
                .contains("A very private title", "A very private line.", "And one more.")
                .doesNotContain(Paper.GIVE_AWAY)
                .doesNotContain("Lock now", "New note", "Save");
        page.reload();
        assertThat(Paper.of(page, "A4").words()).doesNotContain("private title", "private line");
    }

    @Test
    void aNoteGoesOnPaperAsItStandsInTheFormSavedOrNot() {
        Profile reader = reader();
        var notebook = new NotebookPages(reader.page());
        notebook.start();
        notebook.write("First", "As it was saved.");
        notebook.body().fill("As it was typed since.");
        reader.page().getByLabel("Put my words on paper when I print this page").check();
        assertThat(Paper.of(reader.page(), "A4").words()).contains("As it was typed since.");
    }

    @Test
    void theListOfNotesAndTheKeyWordsTellNothingOnPaperButTheWords() {
        Profile reader = reader();
        var notebook = new NotebookPages(reader.page());
        reader.visit("/notebook/start");
        notebook.press("Start a notebook");
        List<String> words = notebook.keyWords();
        Paper card = Paper.of(reader.page(), "A4");
        assertThat(card.pages()).hasSize(1);
        assertThat(card.words()).contains(words).doesNotContain(Paper.GIVE_AWAY).doesNotContain("notebook", "Notebook");
        notebook.write("A very private title", "A very private line.");
        reader.visit("/notebook");
        assertThat(Paper.of(reader.page(), "A4").words()).doesNotContain("private title");
    }

    @Test
    void whatIsCarriedToTheDoorFoundOrDeletedStaysOffThePaperToo() {
        Profile reader = reader();
        Page page = reader.visit("/guide/what-a-no-is-made-of");
        page.locator("#shame").getByText("Write a private note").click();
        page.locator("#shame textarea").fill("A very private line.");
        page.locator("#shame").getByText("Keep this note").click();
        assertThat(page.locator("#body")).hasValue("A very private line.");
        assertThat(Paper.of(page, "A4").words()).doesNotContain("private line");
        var notebook = new NotebookPages(page);
        notebook.start();
        notebook.write("A very private title", "A very private line.");
        reader.visit("/notebook/search");
        page.locator("#text").fill("private");
        notebook.press("Find");
        assertThat(page.locator("mark").first()).isVisible();
        assertThat(Paper.of(page, "A4").words()).doesNotContain("private title", "private line");
        reader.visit("/notebook");
        notebook.inList("A very private title").click();
        notebook.delete();
        assertThat(page.locator("#deleted")).isVisible();
        assertThat(Paper.of(page, "A4").words()).doesNotContain("private title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guide/what-a-no-is-made-of", "/guide/before-you-talk", "/prompts", "/for-them"})
    void aPageOfTheGuidePrintsItsTextAndNothingAround(String path) {
        Page page = reader().visit(path);
        Paper paper = Paper.of(page, "A4");
        assertThat(paper.is("A4")).isTrue();
        assertThat(paper.words())
                .contains(Paper.clean(page.locator("h1").textContent()))
                .contains(Paper.clean(page.locator("main .prose p").first().textContent()))
                .doesNotContain(Paper.GIVE_AWAY)
                .doesNotContain(
                        "Skip to the page", "Write a private note", "Keep this note", "Next:", "The whole guide")
                .doesNotContain("Emergency and helpline numbers", "On this page", "In this part");
    }

    @Test
    void whatIsFoldedAwayOnScreenIsFoldedAwayOnPaper() {
        Page page = reader().visit("/prompts");
        Locator fold = page.locator("details.more").first();
        String inside = Paper.clean(fold.locator(".sizes dd").first().textContent());
        assertThat(Paper.of(page, "A4").words()).doesNotContain(inside, "On a card");
        fold.locator("summary").click();
        assertThat(Paper.of(page, "A4").words()).contains(inside);
    }

    /** Ticks prompts that lie apart, and gives what they say. */
    private static List<String> pick(Page page, int count) {
        Locator boxes = page.locator("input[name=prompt]");
        int apart = boxes.count() / count;
        List<String> said = new ArrayList<>();
        for (int box = 0; box < count; box++) {
            Locator one = boxes.nth(box * apart);
            one.check();
            Locator around = one.locator("xpath=ancestor::*[self::article or self::label][last()]");
            said.add(Paper.clean(around.locator(".say, .tick__say").first().textContent()));
        }
        return said;
    }

    private static void see(Page page) {
        page.locator("main form").last().locator("button").last().click();
        assertThat(page.locator(".papers")).isVisible();
        assertThat(page.locator(".papers")).not().isEmpty();
        assertThat(page.url()).endsWith("/print");
    }

    private static Paper print(Page page, String format, int pages) {
        Paper paper = Paper.of(page, format);
        assertThat(paper.pages()).as("pages").hasSize(pages);
        assertThat(paper.is(format)).as("%s pages: %s", format, paper.sizes()).isTrue();
        assertThat(paper.words()).doesNotContain(Paper.GIVE_AWAY);
        assertThat(paper.title()).isEqualTo("Reading notes");
        System.out.printf(
                "Print: %s, %d page(s), %d characters%n",
                format, pages, paper.words().length());
        return paper;
    }
}
