package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AccessibilityCase;
import app.ajar.support.NotebookPages;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages that answer somebody: the notebook, the walk, the mirror, a planned talk. */
class FormsAccessibilityBrowserTests extends AccessibilityCase {

    @Test
    void theNotebookIsOpenToEverybodyAsLongAsItIsClosed() {
        look("/notebook", "/notebook/start", "/notebook/open", "/notebook/notes/new", "/no-such-page");
    }

    @Test
    void everyPageOfAnOpenNotebookIsOpenToEverybody() {
        var notebook = new NotebookPages(page);
        reader.visit("/guide/what-a-no-is-made-of");
        page.locator("#shame").getByText("Write a private note").click();
        page.locator("#shame textarea").fill("What I keep hearing, and what it may mean.");
        page.locator("#shame").getByText("Keep this note").click();
        axe.look("the door with a note");
        notebook.typeWords("nothing that opens");
        notebook.press("Open it and keep this note");
        axe.look("the door after wrong words");
        notebook.press("Start a notebook and keep this note");
        notebook.keyWords();
        axe.look("the key words");
        page.getByText("Go to my note").click();
        notebook.save();
        axe.look("a note");
        String address = page.url();
        notebook.body().fill("word ".repeat(5000));
        notebook.save();
        axe.look("a note that is too long");
        page.navigate(address);
        reader.lose("form");
        notebook.save();
        axe.look("a note whose form was stale");
        page.navigate(address);
        Page tab = reader.anotherTab(address);
        var other = new NotebookPages(tab);
        other.body().fill("Written somewhere else.");
        other.save();
        notebook.save();
        axe.look("a note that was changed meanwhile");
        notebook.write("A title of sixty letters that goes on for longer than a line", "Text.");
        notebook.delete();
        axe.look("the list with a deleted note");
        look("/notebook/months");
        reader.visit("/notebook/search");
        page.locator("#text").fill("HEARING somewhere");
        notebook.press("Find");
        page.locator("#found").waitFor();
        page.locator("#text").fill("somewhere else");
        notebook.press("Find");
        page.locator("mark").first().waitFor();
        axe.look("what was found");
        look("/notebook", "/notebook/notes/new", "/notebook/notes/00000000-0000-4000-8000-000000000000");
        look("/notebook/keys/passphrase", "/notebook/devices");
        reader.visit("/notebook/keys");
        axe.lookInside("the ways in, with the words");
        look("/notebook/export", "/notebook/erase");
        look("/notebook/guided", "/notebook/guided/both-are-true");
        reader.visit("/notebook/import");
        notebook.press("Bring them in");
        axe.look("bringing in without a file");
        reader.visit("/notebook/erase");
        notebook.press("Erase it now");
        axe.look("erasing without the tick");
        page.getByLabel("Yes, erase every note in it").check();
        notebook.press("Erase it now");
        axe.look("erased");
    }

    @Test
    void notesOnTheirWayToPaperAreOpenToEverybody() {
        var notebook = new NotebookPages(page);
        notebook.start();
        notebook.write("A title", "They stayed in the room.\n\nI asked once. 🌙");
        reader.visit("/notebook/paper");
        axe.look("which notes go on paper");
        press("See these on paper");
        axe.look("no note ticked");
        page.locator("input[name=note]").check();
        press("See these on paper");
        axe.look("notes as they go on paper");
        press("Make a PDF");
        axe.look("a note with a sign that the fonts do not have");
        reader.visit("/notebook/paper");
        page.locator("input[name=note]").check();
        press("Begin a summary from these");
        axe.look("a summary to cut down");
    }

    @Test
    void theWalkAndItsPlansAreOpenToEverybody() {
        reader.visit("/walk");
        axe.look("the walk, before the first question");
        reader.visit("/walk");
        press("Go on to the questions");
        press("Continue");
        page.getByLabel("“Why stir things up?”").check();
        axe.look("the walk, a question");
        reader.visit("/walk");
        page.evaluate("for (const step of document.querySelectorAll('[data-step]')) step.hidden = false");
        axe.look("the walk, every question at once");
        plan();
        axe.look("a general plan");
        plan("Why stir things up?", "I dropped hints");
        axe.look("a plan for a talk");
        axe.lookInside("a plan for a talk");
        press("Change my answers");
        axe.look("answers to change");
        plan("The same no, each time I ask");
        axe.look("a plan for letting it be");
        plan("I am sometimes afraid of them");
        axe.look("no plan, but people to talk to");
    }

    @Test
    void theMirrorAndItsAnswersAreOpenToEverybody() {
        for (String words : List.of(
                "On Sunday I felt alone. You never talk to me.\nWhy are you so cold? You need help.",
                "On Sunday I felt alone. Could we talk on Saturday?",
                "w".repeat(1_000),
                "I am afraid of you.",
                "word ".repeat(500),
                "")) {
            reader.visit("/words");
            page.locator("#text").fill(words);
            press("See how it may land");
            axe.look("the mirror, after " + words.length() + " characters");
        }
    }

    @Test
    void aTalkBeforeAndAfterwardsIsOpenToEverybody() {
        reader.visit("/talk");
        press("See it on one page");
        axe.look("a talk with nothing in it");
        page.locator("#day").fill("2199-03-20");
        page.locator("#time").fill("19:30");
        page.locator("#opening").fill("Can I ask what worries you?");
        press("See it on one page");
        axe.look("a talk on one page");
        reader.visit("/notebook/talks/new");
        axe.look("a note on a talk, without a notebook");
        page.locator("#heard").fill("Not now.");
        press("Keep this note");
        axe.look("the door with a talk");
        press("Start a notebook and keep this note");
        reader.visit("/notebook/talks/new");
        page.getByLabel("Fairly calm").check();
        press("Save");
        axe.look("a note on a talk");
        for (String felt : List.of("Tense", "Calm")) {
            reader.visit("/notebook/talks/new");
            page.locator("fieldset")
                    .first()
                    .getByLabel(felt, new Locator.GetByLabelOptions().setExact(true))
                    .check();
            page.getByLabel("Ask again, on a day I choose").check();
            page.locator("#day").fill("2199-05-04");
            press("Save");
        }
        reader.visit("/notebook/talks");
        axe.lookInside("the talks over time");
    }

    /** Goes through the walk with these ticked, wherever they are asked. */
    private void plan(String... ticked) {
        reader.visit("/walk");
        press("Go on to the questions");
        var left = new ArrayList<>(List.of(ticked));
        for (int question = 1; question <= 6; question++) {
            for (String words : ticked) {
                Locator choice = page.locator(".ask__step:not([hidden]) .choice")
                        .filter(new Locator.FilterOptions().setHasText(words));
                if (choice.count() > 0) {
                    choice.first().click();
                    left.remove(words);
                }
            }
            press(question < 6 ? "Continue" : "See my page");
        }
        page.locator(".plan").waitFor();
        assertThat(left).as("asked nowhere").isEmpty();
    }

    private void press(String button) {
        new NotebookPages(page).press(button);
    }
}
