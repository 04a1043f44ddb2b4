package app.ajar.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The notebook as a reader meets it, in one tab. */
public final class NotebookPages {

    private final Page page;

    public NotebookPages(Page page) {
        this.page = page;
    }

    /** Starts an empty notebook and goes into it; gives its key words. */
    public List<String> start() {
        page.navigate("/notebook/start");
        press("Start a notebook");
        List<String> words = keyWords();
        page.getByText("Open my notebook").click();
        assertThat(heading("Notebook")).isVisible();
        return words;
    }

    /** The six words on the page that shows them once. */
    public List<String> keyWords() {
        Locator words = page.locator("[data-key-words] > *");
        assertThat(words).hasCount(6);
        return words.allInnerTexts().stream().map(String::strip).toList();
    }

    /** Opens a closed notebook with these words, as typed. */
    public void open(String typed) {
        page.navigate("/notebook/open");
        typeWords(typed);
        press("Open it");
    }

    public void typeWords(String typed) {
        page.getByLabel("Your six key words").fill(typed);
    }

    /** Writes a new note and saves it. */
    public void write(String title, String text) {
        page.navigate("/notebook/notes/new");
        title().fill(title);
        body().fill(text);
        save();
        assertThat(page.getByText("Kept and sealed.")).isVisible();
    }

    public void save() {
        press("Save");
    }

    public void lock() {
        press("Lock now");
        assertThat(closed()).isVisible();
    }

    public void delete() {
        press("Delete this note");
    }

    /** Brings back a note that was deleted a moment ago. */
    public void undo(String title) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(title))
                .click();
    }

    /** The field for the note's text, on the door and in the editor alike. */
    public Locator body() {
        return page.locator("#body");
    }

    public Locator title() {
        return page.getByLabel("Title");
    }

    /** What went wrong, where something did. */
    public Locator problem() {
        return page.getByRole(AriaRole.ALERT);
    }

    /** A line in the list of notes. */
    public Locator inList(String title) {
        return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title));
    }

    /** What only a closed notebook shows. */
    public Locator closed() {
        return page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Open your notebook").setExact(true));
    }

    public Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(text).setLevel(1).setExact(true));
    }

    public void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
