package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** That words are kept once, wherever they come from and however often, and that none is lost or written over. */
@AjarTest
class KeepingTests {

    private static final String SAVE = "Save";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Reader reader;
    private List<String> six;

    @BeforeEach
    void startANotebook() {
        reader = new Reader(port);
        six = reader.keyWords(reader.press(reader.open("/notebook/start"), "Start a notebook"));
    }

    @AfterEach
    void go() {
        reader.close();
    }

    @Test
    void keepsANewNoteOnceHoweverOftenItIsSent() {
        HtmlPage form = reader.open("/notebook/notes/new");
        reader.fill(form, "body", "Once");
        String first = address(reader.press(form, SAVE));
        String second = address(reader.press(form, SAVE));
        assertThat(second).isEqualTo(first);
        assertThat(titles("/notebook")).hasSize(1);
    }

    @Test
    void asksWhenTheSameFormComesAgainWithOtherWords() {
        HtmlPage form = reader.open("/notebook/notes/new");
        reader.fill(form, "body", "The first thought");
        reader.press(form, SAVE);
        reader.fill(form, "body", "Another thought, after Back");
        HtmlPage conflict = reader.press(form, SAVE);
        assertThat(reader.status(conflict)).isEqualTo(409);
        assertThat(reader.value(conflict, "body")).isEqualTo("Another thought, after Back");
        assertThat(conflict.getVisibleText()).contains("The first thought");
        HtmlPage both = reader.press(conflict, "Keep both");
        assertThat(reader.value(both, "body")).isEqualTo("Another thought, after Back");
        assertThat(titles("/notebook")).hasSize(2);
    }

    @Test
    void letsTheOtherVersionStandAlone() {
        HtmlPage mine = written("Before");
        HtmlPage elsewhere = reader.open(address(mine));
        reader.fill(elsewhere, "body", "Theirs");
        reader.press(elsewhere, SAVE);
        reader.fill(mine, "body", "Mine");
        HtmlPage conflict = reader.press(mine, SAVE);
        assertThat((Object) conflict.querySelector("[data-autosave]"))
                .as("nothing is kept unasked while there is something to choose")
                .isNull();
        HtmlPage alone = reader.click(conflict.getAnchorByText("Keep only the other one"));
        assertThat(reader.value(alone, "body")).isEqualTo("Theirs");
    }

    @Test
    void bringsWordsBackIntoTheirNoteThroughTheDoor() {
        HtmlPage note = written("Half");
        reader.fill(note, "body", "Half, and the rest");
        jdbc.update("delete from pass");
        HtmlPage kept = openedAgain(reader.press(note, SAVE));
        assertThat(address(kept)).isEqualTo(address(note));
        assertThat(reader.value(kept, "body")).isEqualTo("Half, and the rest");
        assertThat(titles("/notebook")).hasSize(1);
    }

    @Test
    void writesNothingOverOnTheWayThroughTheDoor() {
        HtmlPage note = written("Before");
        HtmlPage elsewhere = reader.open(address(note));
        reader.fill(elsewhere, "body", "Changed elsewhere");
        reader.press(elsewhere, SAVE);
        reader.fill(note, "body", "Changed here");
        jdbc.update("delete from pass");
        HtmlPage kept = openedAgain(reader.press(note, SAVE));
        assertThat(reader.value(kept, "body")).isEqualTo("Changed here");
        assertThat(reader.value(reader.open(address(note)), "body")).isEqualTo("Changed elsewhere");
    }

    @Test
    void keepsWhileWritingAndTellsTheRevision() {
        Map<String, String> fields = fields(reader.open("/notebook/notes/new"), "A first line");
        Answer first = autosave(fields);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).contains(fields.get("note"), "\"revision\":0", "\"at\":\"20");
        fields.put("revision", "0");
        fields.put("body", "A first line, and a second");
        assertThat(autosave(fields).body()).contains("\"revision\":1");
        HtmlPage note = reader.open("/notebook/notes/" + fields.get("note"));
        assertThat(reader.value(note, "body")).isEqualTo("A first line, and a second");
        assertThat(titles("/notebook")).hasSize(1);
    }

    @Test
    void keepsARequestOnceWhoseAnswerGotLost() {
        Map<String, String> fields = fields(reader.open("/notebook/notes/new"), "Sent twice");
        autosave(fields);
        Answer again = autosave(fields);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("\"revision\":0");
    }

    @Test
    void saysWhyItCannotKeepWhileWriting() {
        HtmlPage note = written("There");
        Map<String, String> fields = fields(note, "Newer");
        assertThat(autosave(fields).status()).isEqualTo(200);
        fields.put("body", "Newer still, from a tab that did not hear of it");
        assertThat(autosave(fields).status()).as("changed meanwhile").isEqualTo(409);
        assertThat(autosave(with(fields, "body", "a".repeat(20_001))).status())
                .as("too long")
                .isEqualTo(422);
        assertThat(autosave(with(fields, "note", "no id")).status())
                .as("no note")
                .isEqualTo(422);
        assertThat(autosave(with(fields, "note", UUID.randomUUID().toString())).status())
                .as("a note of nobody's")
                .isEqualTo(404);
        reader.press(reader.open(address(note)), "Delete this note");
        assertThat(autosave(fields).status()).as("deleted").isEqualTo(404);
        assertThat(autosave(with(fields, "_csrf", "stale")).status())
                .as("stale")
                .isEqualTo(403);
        jdbc.update("delete from pass");
        assertThat(autosave(fields).status()).as("closed").isEqualTo(410);
    }

    @Test
    void keepsNothingInAnotherPersonsNote() {
        HtmlPage mine = written("Mine");
        Map<String, String> fields = fields(mine, "Not theirs to change");
        try (var other = new Reader(port)) {
            other.press(other.open("/notebook/start"), "Start a notebook");
            HtmlPage form = other.open("/notebook/notes/new");
            ((HtmlInput) form.getElementsByName("note").get(0)).setValue(fields.get("note"));
            ((HtmlInput) form.getElementsByName("revision").get(0)).setValue("0");
            other.fill(form, "body", "Somebody else's");
            HtmlPage answer = other.press(form, SAVE);
            assertThat(other.status(answer)).isEqualTo(422);
            assertThat(other.value(answer, "body")).isEqualTo("Somebody else's");
            assertThat(other.press(answer, SAVE).getVisibleText()).contains("Kept and sealed.");
        }
        assertThat(reader.value(reader.open(address(mine)), "body")).isEqualTo("Mine");
    }

    private record Answer(int status, String body) {}

    private Answer autosave(Map<String, String> fields) {
        var request = new WebRequest(reader.url("/notebook/autosave"), HttpMethod.POST);
        request.setRequestParameters(fields.entrySet().stream()
                .map(field -> new NameValuePair(field.getKey(), field.getValue()))
                .toList());
        WebResponse answer = reader.send(request).getWebResponse();
        return new Answer(answer.getStatusCode(), answer.getContentAsString());
    }

    private static Map<String, String> fields(HtmlPage page, String body) {
        var fields = new HashMap<String, String>();
        for (DomElement field : page.getElementById("note").getElementsByTagName("input")) {
            if (field instanceof HtmlInput input && "hidden".equals(input.getType())) {
                fields.put(input.getNameAttribute(), input.getValue());
            }
        }
        fields.put("title", "A title");
        fields.put("body", body);
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private HtmlPage written(String body) {
        HtmlPage form = reader.open("/notebook/notes/new");
        reader.fill(form, "body", body);
        return reader.press(form, SAVE);
    }

    private HtmlPage openedAgain(HtmlPage door) {
        assertThat(door.getVisibleText()).contains("Your notebook has locked itself");
        ((HtmlTextArea) door.getElementById("key-words")).setText(String.join(" ", six));
        return reader.press(door, "Open it and keep this note");
    }

    private List<String> titles(String path) {
        var titles = new ArrayList<String>();
        reader.open(path).querySelectorAll(".entries a").forEach(line -> titles.add(line.getTextContent()));
        return titles;
    }

    private String address(HtmlPage page) {
        return reader.address(page).getPath();
    }
}
