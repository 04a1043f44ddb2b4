package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import app.ajar.support.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The notebook's pages as a person without scripts meets them. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class NotebookPagesTests {

    private static final String KEEP_FROM_GUIDE = "Keep this note";
    private static final String START_AND_KEEP = "Start a notebook and keep this note";
    private static final String START = "Start a notebook";
    private static final String OPEN = "Open it";
    private static final String OPEN_AND_KEEP = "Open it and keep this note";
    private static final String SAVE = "Save";
    private static final String LOCK = "Lock now";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private NotebookSettings settings;

    private Reader reader;

    @BeforeEach
    void arrive() {
        reader = new Reader(port);
    }

    @AfterEach
    void go() {
        reader.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notebook/start", "/notebook/notes/new"})
    void tellsHowLongANotebookIsKeptBeforeOneIsStarted(String path) {
        assertThat(reader.open(path).asNormalizedText())
                .contains("nobody opens for " + settings.keep().toDays() + " days is erased")
                .contains("goes after " + settings.keepEmpty().toDays() + " days")
                .contains("for up to " + settings.backups().toDays() + " days more");
    }

    @Test
    void carriesANoteFromTheGuideIntoANewNotebookAndBackFromPaper() {
        HtmlPage guide = reader.open("/guide/what-a-no-is-made-of");
        assertThat(reader.cookieNames()).isEmpty();
        HtmlElement note = guide.querySelector("#fear-of-blame form");
        ((org.htmlunit.html.HtmlTextArea) note.querySelector("textarea")).setText("They asked whose side it would be.");
        HtmlPage door = reader.click(note.querySelector("button"));
        assertThat(reader.value(door, "body")).isEqualTo("They asked whose side it would be.");

        HtmlPage words = reader.press(door, START_AND_KEEP);
        List<String> six = reader.keyWords(words);
        assertThat(six).hasSize(6);
        HtmlPage kept = reader.click(words.getAnchorByText("I have them. Go to my note"));
        assertThat(kept.getVisibleText()).contains("Begun beside");
        assertThat(((HtmlInput) kept.getElementById("title")).getValue()).isEqualTo("Fear of being blamed");
        reader.fill(kept, "body", "They asked whose side it would be. I said: ours.");
        HtmlPage saved = reader.press(kept, SAVE);
        assertThat(saved.getVisibleText()).contains("Kept and sealed.");

        HtmlPage closed = reader.press(saved, LOCK);
        assertThat(closed.asXml()).doesNotContain("ours.");
        assertThat(reader.cookieNames()).doesNotContain("pass");

        HtmlPage opened = openWith(String.join("   ", six).toUpperCase(Locale.ROOT));
        HtmlPage again = reader.click(opened.getAnchors().stream()
                .filter(anchor -> anchor.getTextContent().contains("Fear of being blamed")
                        && anchor.getHrefAttribute().startsWith("/notebook"))
                .findFirst()
                .orElseThrow());
        assertThat(reader.value(again, "body")).isEqualTo("They asked whose side it would be. I said: ours.");
    }

    @Test
    void opensAndKeepsWhatWasWrittenWhileItWasClosed() {
        List<String> six = started();
        reader.press(reader.open("/notebook"), LOCK);
        HtmlPage guide = reader.open("/guide/my-limits");
        HtmlElement form = guide.querySelector("main form");
        ((org.htmlunit.html.HtmlTextArea) form.querySelector("textarea")).setText("If it gets loud, I will walk.");
        HtmlPage door = reader.click(form.querySelector("button"));
        reader.fill(door, "key-words", "not the right ones");
        HtmlPage refused = reader.press(door, OPEN_AND_KEEP);
        assertThat(reader.status(refused)).isEqualTo(422);
        assertThat(reader.value(refused, "body")).isEqualTo("If it gets loud, I will walk.");
        assertThat(reader.value(refused, "key-words")).isEqualTo("not the right ones");
        reader.fill(refused, "key-words", String.join(" ", six));
        HtmlPage kept = reader.press(refused, OPEN_AND_KEEP);
        assertThat(reader.value(kept, "body")).isEqualTo("If it gets loud, I will walk.");
        assertThat(reader.address(kept).getPath()).startsWith("/notebook/notes/");
    }

    @Test
    void answersWrongWordsTheSameWhateverIsWrong() {
        List<String> six = started();
        reader.press(reader.open("/notebook"), LOCK);
        var answers =
                List.of("", "one two three", String.join(" ", six.subList(0, 5)), String.join(" ", six) + " zoo")
                        .stream()
                        .map(wrong -> {
                            HtmlPage page = openWith(wrong);
                            assertThat(reader.status(page)).isEqualTo(422);
                            HtmlElement problem = page.querySelector("[role=alert]");
                            return problem.getTextContent().strip();
                        })
                        .distinct()
                        .toList();
        assertThat(answers).singleElement().asString().contains("These words do not open a notebook");
    }

    @Test
    void keepsTheTextOfANoteThatIsTooLong() {
        started();
        String long20001 = "a".repeat(19_999) + "🌙\n";
        HtmlPage note = reader.open("/notebook/notes/new");
        reader.fill(note, "body", long20001 + "b");
        HtmlPage refused = reader.press(note, SAVE);
        assertThat(reader.status(refused)).isEqualTo(422);
        assertThat(refused.getVisibleText()).contains("20,002 characters");
        assertThat(reader.value(refused, "body")).hasSize(20_003).endsWith("b");
        reader.fill(refused, "body", "a".repeat(19_999) + "🌙");
        assertThat(reader.press(refused, SAVE).getVisibleText()).contains("Kept and sealed.");
    }

    @Test
    void saysThereIsNothingToKeepYet() {
        started();
        HtmlPage refused = reader.press(reader.open("/notebook/notes/new"), SAVE);
        assertThat(reader.status(refused)).isEqualTo(422);
        assertThat(refused.getVisibleText()).contains("There is nothing to keep yet");
    }

    @Test
    void givesTheTextBackWhenTheFormIsStale() {
        started();
        HtmlPage note = reader.open("/notebook/notes/new");
        reader.fill(note, "title", "Kitchen");
        reader.fill(note, "body", "What I said in the kitchen.");
        reader.loseCookie("form");
        HtmlPage back = reader.press(note, SAVE);
        assertThat(reader.status(back)).isEqualTo(403);
        assertThat(reader.value(back, "body")).isEqualTo("What I said in the kitchen.");
        assertThat(count("note where deleted_on is null")).isEqualTo(countBefore);
        assertThat(reader.press(back, SAVE).getVisibleText()).contains("Kept and sealed.");
    }

    @Test
    void givesAnEditBackToTheSameNoteWhenTheFormIsStale() {
        started();
        HtmlPage saved = written("Before");
        String address = reader.address(saved).getPath();
        reader.fill(saved, "body", "After");
        reader.loseCookie("form");
        HtmlPage back = reader.press(saved, SAVE);
        assertThat(reader.value(back, "body")).isEqualTo("After");
        HtmlPage again = reader.press(back, SAVE);
        assertThat(reader.address(again).getPath()).isEqualTo(address);
        assertThat(reader.value(again, "body")).isEqualTo("After");
    }

    @Test
    void givesTheTextBackWhenTheNotebookHasLockedItself() {
        List<String> six = started();
        HtmlPage note = reader.open("/notebook/notes/new");
        reader.fill(note, "body", "Half a thought");
        jdbc.update("delete from pass");
        HtmlPage back = reader.press(note, SAVE);
        assertThat(reader.status(back)).isEqualTo(422);
        assertThat(back.getVisibleText()).contains("Your notebook has locked itself");
        reader.fill(back, "key-words", String.join(" ", six));
        HtmlPage kept = reader.press(back, OPEN_AND_KEEP);
        assertThat(reader.value(kept, "body")).isEqualTo("Half a thought");
    }

    @Test
    void showsBothVersionsWhenANoteWasChangedElsewhere() {
        started();
        HtmlPage saved = written("First");
        HtmlPage otherTab = reader.open(reader.address(saved).getPath());
        reader.fill(otherTab, "body", "From the other tab");
        reader.press(otherTab, SAVE);
        reader.fill(saved, "body", "From this tab");
        HtmlPage conflict = reader.press(saved, SAVE);
        assertThat(reader.status(conflict)).isEqualTo(409);
        assertThat(reader.value(conflict, "body")).isEqualTo("From this tab");
        assertThat(conflict.getVisibleText()).contains("From the other tab");
        HtmlPage mine = reader.press(conflict, SAVE);
        assertThat(reader.value(mine, "body")).isEqualTo("From this tab");
    }

    @Test
    void keepsTheWordsOfANoteThatWasDeletedElsewhere() {
        started();
        HtmlPage saved = written("First");
        reader.press(reader.open(reader.address(saved).getPath()), "Delete this note");
        reader.fill(saved, "body", "Still mine");
        HtmlPage offered = reader.press(saved, SAVE);
        assertThat(reader.status(offered)).isEqualTo(422);
        assertThat(reader.value(offered, "body")).isEqualTo("Still mine");
        assertThat(reader.press(offered, SAVE).getVisibleText()).contains("Kept and sealed.");
    }

    @Test
    void deletesAndBringsBack() {
        started();
        HtmlPage list = reader.press(written("Gone and back"), "Delete this note");
        assertThat(list.getVisibleText()).contains("Deleted a moment ago");
        HtmlElement undo = list.querySelector("#deleted button");
        HtmlPage back = reader.click(undo);
        assertThat(reader.value(back, "body")).isEqualTo("Gone and back");
        assertThat(reader.open("/notebook").getVisibleText()).doesNotContain("Deleted a moment ago");
    }

    @Test
    void neverMakesASecondNotebookByAccident() {
        HtmlPage form = reader.open("/notebook/start");
        HtmlPage twin = reader.open("/notebook/start");
        reader.press(form, START);
        int notebooks = count("notebook");
        HtmlPage answer = reader.press(twin, START);
        assertThat(answer.getVisibleText()).contains("A notebook is already open here");
        assertThat(count("notebook")).isEqualTo(notebooks);
    }

    @Test
    void erasesOnlyWhenAskedTwice() {
        List<String> six = started();
        written("Never mind");
        HtmlPage unsure = reader.press(reader.open("/notebook/erase"), "Erase it now");
        assertThat(reader.status(unsure)).isEqualTo(422);
        HtmlElement tick = unsure.querySelector("[name=sure]");
        ((HtmlInput) tick).setChecked(true);
        HtmlPage gone = reader.press(unsure, "Erase it now");
        assertThat(gone.getVisibleText())
                .contains("It is gone")
                .contains("for up to " + settings.backups().toDays() + " days more");
        assertThat(gone.getWebResponse().getResponseHeaderValue("Clear-Site-Data"))
                .contains("cookies");
        assertThat(reader.status(openWith(String.join(" ", six)))).isEqualTo(422);
    }

    @Test
    void explainsADamagedNoteInsteadOfFailing(CapturedOutput output) {
        started();
        HtmlPage saved = written("Soon unreadable");
        String id = reader.address(saved).getPath().replaceFirst(".*/", "");
        byte[] body = Optional.ofNullable(jdbc.queryForObject(
                        "select sealed_body from note where id = ?", byte[].class, UUID.fromString(id)))
                .orElseThrow();
        body[20] ^= 1;
        jdbc.update("update note set sealed_body = ? where id = ?", body, UUID.fromString(id));
        HtmlPage page = reader.open("/notebook/notes/" + id);
        assertThat(reader.status(page)).isEqualTo(500);
        assertThat(page.getVisibleText()).contains("This note cannot be opened", "Your other notes are not touched");
        assertThat(page.asXml()).doesNotContain("Exception", "at app.ajar");
        assertThat(output).doesNotContain("BrokenSeal");
    }

    @Test
    void takesTheTokenOfFormsAwayWithThePass() {
        started();
        assertThat(reader.cookieNames()).contains("form", "pass");
        HtmlPage closed = reader.press(reader.open("/notebook"), LOCK);
        assertThat(reader.status(closed)).isEqualTo(200);
        assertThat(reader.cookieNames()).isEmpty();
    }

    @Test
    void keepsATitleThatHasNoTextYet() {
        List<String> six = started();
        HtmlPage note = reader.open("/notebook/notes/new");
        reader.fill(note, "title", "Ten minutes on Sunday");
        jdbc.update("delete from pass");
        HtmlPage back = reader.press(note, SAVE);
        assertThat(((HtmlInput) back.getElementById("title")).getValue()).isEqualTo("Ten minutes on Sunday");
        reader.fill(back, "key-words", String.join(" ", six));
        HtmlPage kept = reader.press(back, OPEN_AND_KEEP);
        assertThat(((HtmlInput) kept.getElementById("title")).getValue()).isEqualTo("Ten minutes on Sunday");
    }

    @Test
    void givesNoKeyWordsBackToAStaleForm() {
        List<String> six = started();
        reader.press(reader.open("/notebook"), LOCK);
        HtmlPage open = reader.open("/notebook/open");
        reader.fill(open, "key-words", String.join(" ", six));
        reader.loseCookie("form");
        HtmlPage stale = reader.press(open, OPEN);
        assertThat(reader.status(stale)).isEqualTo(403);
        assertThat(reader.value(stale, "key-words")).isEmpty();
        assertThat(stale.asXml()).doesNotContain(six.get(0) + " " + six.get(1));
    }

    @Test
    void takesASaveThatWasPressedTwiceForOne() {
        started();
        HtmlPage saved = written("First");
        HtmlPage twin = reader.open(reader.address(saved).getPath());
        reader.fill(saved, "body", "The same words");
        reader.press(saved, SAVE);
        reader.fill(twin, "body", "The same words");
        HtmlPage again = reader.press(twin, SAVE);
        assertThat(reader.status(again)).isEqualTo(200);
        assertThat(again.getVisibleText()).contains("Kept and sealed.");
    }

    @Test
    void givesTheTextBackWhenTheNotebookIsFull() {
        started();
        UUID first = UUID.fromString(
                reader.address(written("The first of many")).getPath().replaceFirst(".*/", ""));
        UUID notebook = jdbc.queryForObject("select notebook_id from note where id = ?", UUID.class, first);
        byte[] unreadable = {0};
        jdbc.batchUpdate(
                "insert into note (id, notebook_id, sealed_heading, sealed_body, written_on, place, revision)"
                        + " values (?, ?, ?, ?, current_date, ?, 0)",
                IntStream.range(1, Notes.MOST)
                        .mapToObj(n -> new Object[] {UUID.randomUUID(), notebook, unreadable, unreadable, 1 + n})
                        .toList());
        HtmlPage note = reader.open("/notebook/notes/new");
        reader.fill(note, "body", "One too many");
        HtmlPage refused = reader.press(note, SAVE);
        assertThat(reader.status(refused)).isEqualTo(422);
        assertThat(refused.getVisibleText()).contains("This notebook is full");
        assertThat(reader.value(refused, "body")).isEqualTo("One too many");
        jdbc.update("delete from note where sealed_body = ?", unreadable);
        HtmlPage kept = reader.press(refused, SAVE);
        assertThat(kept.getVisibleText())
                .as("there is room again, however many notes there were")
                .contains("Kept and sealed.");
    }

    @Test
    void saysToAPageThatComesBackWhetherItIsOpen() {
        started();
        String pass = reader.cookie("pass");
        assertThat(pulse(pass)).isEqualTo(204);
        reader.press(reader.open("/notebook"), "Lock now");
        assertThat(pulse(pass)).isEqualTo(410);
    }

    private int pulse(String pass) {
        return new Visitor(port)
                .get("/notebook/pulse", "Cookie", "pass=" + pass)
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/notebook",
                "/notebook/start",
                "/notebook/open",
                "/notebook/notes/new",
                "/notebook/export",
                "/notebook/export/page",
                "/notebook/import"
            })
    void leavesNoPrivatePageInACache(String path) {
        started();
        HtmlPage page = reader.open(path);
        assertThat(page.getWebResponse().getResponseHeaderValue("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(page.getWebResponse().getResponseHeaderValue("ETag")).isNull();
    }

    @Test
    void setsNoCookieBeforeAFormThatChangesSomething() {
        reader.open("/notebook");
        assertThat(reader.cookieNames()).isEmpty();
        reader.open("/notebook/start");
        assertThat(reader.cookieNames()).containsExactly("form");
    }

    @Test
    void sendsHardenedCookiesUnderTls() {
        var visitor = new Visitor(port);
        var page = visitor.get("/notebook/start", "X-Forwarded-Proto", "https");
        assertThat(Visitor.header(page, "Set-Cookie"))
                .startsWith("__Host-form=")
                .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void turnsAwayWhoeverHasNoPass() {
        var visitor = new Visitor(port);
        for (String path : List.of(
                "/notebook/export",
                "/notebook/export/page",
                "/notebook/import",
                "/notebook/erase",
                "/notebook/notes/" + java.util.UUID.randomUUID())) {
            var answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(Visitor.header(answer, "Location")).endsWith("/notebook");
        }
        assertThat(visitor.get("/notebook/pulse").statusCode()).isEqualTo(410);
        assertThat(visitor.post("/notebook/notes", "body=x").statusCode()).isEqualTo(403);
    }

    @Test
    void leavingTheSiteEndsThePass() {
        started();
        String secret = reader.cookie("pass");
        var visitor = new Visitor(port);
        assertThat(visitor.get("/notebook/pulse", "Cookie", "pass=" + secret).statusCode())
                .isEqualTo(204);
        assertThat(visitor.get("/exit", "Cookie", "pass=" + secret).headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("pass=;") && cookie.contains("Max-Age=0"));
        assertThat(visitor.get("/notebook/pulse", "Cookie", "pass=" + secret).statusCode())
                .isEqualTo(410);
    }

    @Test
    void takesFieldsOfAnyShapeWithoutFailingOrQuotingThem(CapturedOutput output) {
        var visitor = new Visitor(port);
        for (String form : List.of(
                "title=%00&body=%00x&section=" + "%2Fa".repeat(40_000) + "&mood=%F0%9F&revision=abc",
                "body=" + "a".repeat(100_000),
                "body=Xylophone-shape%ED%A0%80&title=" + "t".repeat(5_000),
                "unknown=1",
                "")) {
            assertThat(visitor.post("/notebook/notes/new", form).statusCode())
                    .as(form.substring(0, Math.min(40, form.length())))
                    .isBetween(200, 499);
        }
        assertThat(visitor.post("/notebook/notes/new", "body=" + "a".repeat(3_000_000))
                        .statusCode())
                .isBetween(400, 499);
        assertThat(output.getAll()).doesNotContain("Xylophone-shape", "Exception");
    }

    @Test
    void writesNoPrivateWordIntoALog(CapturedOutput output) throws IOException {
        List<String> six = started();
        written("Xylophone-marker in a note");
        HtmlPage tooLong = reader.open("/notebook/notes/new");
        reader.fill(tooLong, "body", "Xylophone-marker " + "a".repeat(21_000));
        reader.press(tooLong, SAVE);
        reader.press(reader.open("/notebook"), LOCK);
        openWith("Xylophone-marker wrong words");
        openWith(String.join(" ", six));
        assertThat(output.getAll()).doesNotContain("Xylophone-marker");
        // A word alone may be part of any sentence; two in their order are not.
        for (int i = 0; i < 5; i++) {
            assertThat(output.getAll()).doesNotContain(six.get(i) + " " + six.get(i + 1));
        }
    }

    private int countBefore;

    private List<String> started() {
        HtmlPage words = reader.press(reader.open("/notebook/start"), START);
        countBefore = count("note where deleted_on is null");
        return reader.keyWords(words);
    }

    private HtmlPage written(String body) {
        HtmlPage note = reader.open("/notebook/notes/new");
        reader.fill(note, "body", body);
        return reader.press(note, SAVE);
    }

    private HtmlPage openWith(String words) {
        HtmlPage form = reader.open("/notebook/open");
        reader.fill(form, "key-words", words);
        return reader.press(form, OPEN);
    }

    private int count(String table) {
        return Optional.ofNullable(jdbc.queryForObject("select count(*) from " + table, Integer.class))
                .orElseThrow();
    }
}
