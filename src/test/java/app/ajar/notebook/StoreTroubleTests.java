package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.willCallRealMethod;
import static org.mockito.BDDMockito.willThrow;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import app.ajar.support.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/**
 * What a person meets while the store fails, or holds something damaged: nothing typed is lost, and nothing false is said.
 * This program is not shared with other tests, since parts of it are made to fail.
 */
@AjarTest
class StoreTroubleTests {

    private static final DataAccessResourceFailureException AWAY = new DataAccessResourceFailureException("away");

    /** The record that stands at the end of a ZIP file, and only there. */
    private static final String END_OF_ZIP = "PK\u0005\u0006";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private LatelySaved lately;

    @MockitoSpyBean
    private Notes notes;

    @MockitoSpyBean
    private Passes passes;

    @MockitoSpyBean
    private NoteSearch search;

    private Reader reader;
    private List<String> words = List.of();

    @BeforeEach
    void startANotebook() {
        reader = new Reader(port);
        words = reader.keyWords(reader.press(reader.open("/notebook/start"), "Start a notebook"));
    }

    @AfterEach
    void go() {
        reader.close();
    }

    @Test
    void givesBackTheWordsThatSomebodyLookedFor() {
        HtmlPage find = reader.open("/notebook/search");
        reader.fill(find, "text", "kitchen");
        willThrow(AWAY).given(search).look(any(), any(), any(), any());
        HtmlPage failed = reader.press(find, "Find");
        assertThat(reader.status(failed)).isEqualTo(503);
        assertThat(failed.getVisibleText()).contains("We could not look just now");
        assertThat(((HtmlInput) failed.getElementById("text")).getValue()).isEqualTo("kitchen");
        willCallRealMethod().given(search).look(any(), any(), any(), any());
        assertThat(reader.status(reader.press(failed, "Find"))).isEqualTo(200);
    }

    @Test
    void saysNothingOfWordsWhereNoneWereTyped() {
        HtmlPage note = written("One", "Kept.");
        willThrow(AWAY).given(notes).delete(any(), any());
        HtmlPage failed = reader.press(note, "Delete this note");
        assertThat(reader.status(failed)).isEqualTo(503);
        assertThat(failed.getVisibleText()).doesNotContain("Your words are all here");
        assertThat(failed.querySelectorAll("textarea")).isEmpty();
    }

    @Test
    void deletesANoteThatWasKeptInThatVeryMoment() {
        HtmlPage note = written("One", "Kept.");
        willThrow(new OptimisticLockingFailureException("a pause's words were faster"))
                .willCallRealMethod()
                .given(notes)
                .delete(any(), any());
        HtmlPage list = reader.press(note, "Delete this note");
        assertThat(reader.status(list)).isEqualTo(200);
        assertThat(reader.address(list).getPath()).isEqualTo("/notebook");
        assertThat(list.getVisibleText()).contains("Deleted a moment ago");
    }

    @Test
    void breaksOffAFileThatWouldLookWhole() {
        written("One", "x".repeat(19_000));
        String other = id(written("Two", "y".repeat(19_000)));
        willThrow(AWAY).given(notes).read(any(), matching(other));
        String begun = reader.fetch(reader.form(reader.open("/notebook/export"), "/notebook/export")
                        .querySelector("button"))
                .getWebResponse()
                .getContentAsString(StandardCharsets.ISO_8859_1);
        // The browser of this test takes what came as it is; others say that the file broke off.
        assertThat(begun).startsWith("PK").doesNotContain(END_OF_ZIP);
        willCallRealMethod().given(notes).read(any(), matching(other));
        String whole = reader.fetch(reader.form(reader.open("/notebook/export"), "/notebook/export")
                        .querySelector("button"))
                .getWebResponse()
                .getContentAsString(StandardCharsets.ISO_8859_1);
        assertThat(whole).contains(END_OF_ZIP);
    }

    @Test
    void hasAPageForAFileOfWhichNothingIsOnItsWay() {
        willThrow(AWAY).given(notes).all(any());
        WebResponse answer = reader.fetch(reader.form(reader.open("/notebook/export"), "/notebook/export")
                        .querySelector("button"))
                .getWebResponse();
        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getResponseHeaderValue("Content-Disposition")).isNull();
        assertThat(answer.getResponseHeaderValue("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.getContentType()).isEqualTo("text/html");
    }

    @Test
    void lockingTakesTheCookieThoughThePassCannotBeClosed() {
        willThrow(AWAY).given(passes).close(any());
        reader.press(reader.open("/notebook"), "Lock now");
        assertThat(reader.cookieNames()).doesNotContain("pass");
    }

    @Test
    void leavingNeverFails() {
        willThrow(AWAY).given(passes).close(any());
        HttpResponse<byte[]> gone = new Visitor(port).get("/exit", "Cookie", "pass=" + reader.cookie("pass"));
        assertThat(gone.statusCode()).isEqualTo(303);
        assertThat(Visitor.header(gone, "Location")).isEqualTo(AjarTest.LEAVE_FOR);
        assertThat(Visitor.header(gone, "Clear-Site-Data")).contains("cookies");
        assertThat(Visitor.header(gone, "Set-Cookie")).startsWith("pass=;").contains("Max-Age=0");
    }

    @Test
    void leavesNoDeviceThatNobodyKnowsWhereANotebookIsFull() {
        HtmlPage note = reader.open("/notebook/notes/new");
        reader.fill(note, "body", "One too many.");
        reader.loseCookie("pass");
        HtmlPage door = reader.press(note, "Save");
        reader.fill(door, "key-words", String.join(" ", words));
        int before = passes();
        willThrow(new Notes.NotebookFullException()).given(notes).write(any(), any());
        willThrow(new Notes.NotebookFullException()).given(notes).keep(any(), any(), any(), anyLong());
        HtmlPage full = reader.press(door, "Open it and keep this note");
        assertThat(reader.status(full)).isEqualTo(422);
        assertThat(full.asXml()).contains("This notebook is full", "One too many.");
        assertThat(passes()).isEqualTo(before);
    }

    @Test
    void offersWordsAnewWhereTheirNoteIsDamaged() {
        HtmlPage note = written("One", "Kept.");
        reader.fill(note, "body", "Kept, and gone on.");
        byte[] heading = jdbc.queryForObject(
                "select sealed_heading from note where id = ?", byte[].class, UUID.fromString(id(note)));
        assertThat(heading).isNotNull();
        heading[40] ^= 1;
        jdbc.update("update note set sealed_heading = ? where id = ?", heading, UUID.fromString(id(note)));
        // What the program wrote itself a moment ago it still knows, and would write anew.
        for (int other = 0; other < LatelySaved.NOTES; other++) {
            lately.saved(UUID.randomUUID(), UUID.randomUUID(), new NoteRows.State(heading, LocalDate.EPOCH, 0, false));
        }
        HtmlPage offered = reader.press(note, "Save");
        assertThat(reader.status(offered)).isEqualTo(422);
        assertThat(offered.getVisibleText()).contains("The note that was here cannot be opened");
        assertThat(reader.value(offered, "body")).isEqualTo("Kept, and gone on.");
        HtmlPage saved = reader.press(offered, "Save");
        assertThat(reader.status(saved)).isEqualTo(200);
        assertThat(id(saved)).isNotEqualTo(id(note));
    }

    private HtmlPage written(String title, String body) {
        HtmlPage note = reader.open("/notebook/notes/new");
        reader.fill(note, "title", title);
        reader.fill(note, "body", body);
        return reader.press(note, "Save");
    }

    private String id(HtmlPage note) {
        return reader.address(note).getPath().replaceFirst(".*/", "");
    }

    private static UUID matching(String id) {
        return eq(UUID.fromString(id));
    }

    private int passes() {
        Integer all = jdbc.queryForObject("select count(*) from pass", Integer.class);
        return all == null ? 0 : all;
    }
}
