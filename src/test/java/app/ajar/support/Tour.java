package app.ajar.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;

/**
 * Goes through the site as a reader would and stops at every kind of page. What is never the same twice (dates, times, key
 * words) is replaced by something of its kind before anybody looks.
 */
public final class Tour {

    private static final String STEADY = """
            () => {
              const put = (selector, words) => [...document.querySelectorAll(selector)]
                .forEach((place, at) => { place.textContent = [words].flat()[at % [words].flat().length]; });
              put("time", "Sunday, 1 February 2026 at 12:00");
              put("[data-key-words] > *", ["garden", "window", "paper", "river", "lamp", "morning"]);
              put(".entries b", "1");
              put(".entries .meta", "Sun");
              put(".book__list h2", "February 2026");
              put(".year h2", "2026");
              put(".year li a", "February");
              put(".noted > .meta", "Sunday, 1 February 2026");
              put("[data-autosave]:not([hidden])", "Kept and sealed at 12:00");
              put(".noted-picks > p", "February 2026");
              put(".noted-picks span > .meta", "Sun 1");
              put(".talks__table tbody th", "1 February 2026");
              return document.fonts.ready.then(() => true);
            }""";

    private static final String NOTE = "They stayed in the room.\nI asked once.";

    private final Profile reader;
    private final Page page;
    private final NotebookPages notebook;
    private final Consumer<String> look;

    /** @param look takes the name of the page that the reader has come to */
    public Tour(Profile reader, Consumer<String> look) {
        this.reader = reader;
        this.page = reader.page();
        this.notebook = new NotebookPages(page);
        this.look = look;
    }

    /** Opens these addresses, each by itself. */
    public void open(List<String> paths) {
        for (String path : paths) {
            reader.visit(path);
            stop(path.equals("/") ? "home" : path.substring(1).replace('/', '-'));
        }
    }

    public void walk() {
        reader.visit("/walk");
        press("Go on to the questions");
        press("Continue");
        page.getByLabel("“Why stir things up?”").check();
        stop("walk-question");
        for (int question = 2; question < 6; question++) {
            press("Continue");
        }
        press("See my page");
        page.locator(".plan").waitFor();
        stop("walk-plan");
        reader.visit("/walk");
        press("Go on to the questions");
        for (int question = 1; question < 6; question++) {
            Locator afraid = page.locator(".ask__step:not([hidden]) .choice")
                    .filter(new Locator.FilterOptions().setHasText("I am sometimes afraid of them"));
            if (afraid.count() > 0) {
                afraid.first().click();
            }
            press("Continue");
        }
        press("See my page");
        page.locator(".plan").waitFor();
        stop("walk-afraid");
    }

    public void mirror() {
        mirror("words-answer", "On Sunday I felt alone. You never talk to me.\nWhy are you so cold? You need help.");
    }

    public void otherMirrors() {
        mirror("words-afraid", "I am afraid of you.");
        mirror("words-empty", "");
    }

    public void talk() {
        reader.visit("/talk");
        page.locator("#day").fill("2199-03-20");
        page.locator("#time").fill("19:30");
        page.locator("#opening").fill("Can I ask what worries you?");
        press("See it on one page");
        page.locator(".talk__sheet").waitFor();
        stop("talk-planned");
    }

    public void cards() {
        reader.visit("/print");
        for (int box = 0; box < 4; box++) {
            page.locator("input[name=prompt]").nth(box * 3).check();
        }
        press("See the pages");
        page.locator(".preview").waitFor();
        stop("print-cards");
    }

    /** What those see who have no notebook, or have not opened it. */
    public void door() {
        reader.visit("/guide/what-a-no-is-made-of");
        page.locator("#shame").getByText("Write a private note").click();
        page.locator("#shame textarea").fill(NOTE);
        page.locator("#shame").getByText("Keep this note").click();
        page.locator(".door").waitFor();
        stop("notebook-door-with-note");
    }

    public void otherDoors() {
        open(List.of("/notebook", "/notebook/start", "/notebook/open"));
        reader.visit("/notebook/talks/new");
        stop("notebook-talks-new-closed");
        reader.visit("/notebook/open");
        notebook.typeWords("nothing that opens");
        press("Open it");
        assertThat(notebook.problem()).isVisible();
        stop("notebook-open-wrong-words");
    }

    /** An open notebook with two notes in it: the list, and a note. */
    public void notebook() {
        notebook.start();
        notebook.write("What I keep hearing", NOTE);
        notebook.write("Before I ask", "Not today.");
        stop("notebook-note-saved");
        reader.visit("/notebook");
        stop("notebook-list");
    }

    /** All else in the notebook that {@link #notebook} opened; it is erased at the end. */
    public void restOfTheNotebook() {
        open(List.of(
                "/notebook/notes/new",
                "/notebook/guided",
                "/notebook/guided/both-are-true",
                "/notebook/talks/new",
                "/notebook/talks",
                "/notebook/months",
                "/notebook/search",
                "/notebook/keys",
                "/notebook/keys/change",
                "/notebook/keys/passphrase",
                "/notebook/devices",
                "/notebook/paper",
                "/notebook/export",
                "/notebook/export/page",
                "/notebook/import"));
        reader.visit("/notebook/notes/new");
        notebook.body().fill("Half a thought");
        assertThat(page.locator("[data-autosave]")).containsText("Kept and sealed");
        stop("notebook-note-being-written");
        notebook.body().fill("word ".repeat(5000));
        notebook.save();
        assertThat(notebook.problem()).isVisible();
        notebook.body().evaluate("field => { field.value = 'word word'; }");
        stop("notebook-note-too-long");
        reader.visit("/notebook/search");
        page.locator("#text").fill("asked");
        press("Find");
        page.locator("#found").waitFor();
        stop("notebook-found");
        reader.visit("/notebook/keys");
        page.getByText("Show the six words").click();
        stop("notebook-keys-shown");
        reader.visit("/notebook/paper");
        page.locator("input[name=note]").first().check();
        press("See these on paper");
        page.locator(".noted").waitFor();
        stop("notebook-on-paper");
        reader.visit("/notebook");
        notebook.inList("Before I ask").click();
        notebook.delete();
        page.locator(".deleted").waitFor();
        stop("notebook-list-after-delete");
        reader.visit("/notebook/erase");
        stop("notebook-erase");
        page.getByLabel("Yes, erase every note in it").check();
        press("Erase it now");
        assertThat(page.getByText("Erase it now")).hasCount(0);
        stop("notebook-erased");
    }

    /** The page that shows six new words once. */
    public void keyWords() {
        reader.visit("/notebook/start");
        press("Start a notebook");
        notebook.keyWords();
        stop("notebook-key-words");
    }

    public void mistakes() {
        reader.visit("/no-such-page");
        stop("error-404");
    }

    private void mirror(String name, String words) {
        reader.visit("/words");
        page.locator("#text").fill(words);
        press("See how it may land");
        stop(name);
    }

    private void press(String button) {
        notebook.press(button);
    }

    private void stop(String name) {
        page.waitForLoadState();
        page.evaluate(STEADY);
        look.accept(name);
    }
}
