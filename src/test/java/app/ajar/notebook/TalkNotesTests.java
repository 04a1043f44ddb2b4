package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import java.util.List;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Notes on how a talk went, as a person without scripts writes and meets them again. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class TalkNotesTests {

    private static final String SAID = "I asked what worries them.\nThen I waited.";
    private static final String HEARD = "That I would blame them. Née 🌙 <b>";

    @LocalServerPort
    private int port;

    private Reader reader;

    @BeforeEach
    void arrive() {
        reader = new Reader(port);
    }

    @AfterEach
    void go() {
        reader.close();
    }

    @Test
    void carriesATalkWrittenBeforeThereWasANotebookIntoANewOne() {
        HtmlPage form = filled();
        assertThat(reader.cookieNames()).doesNotContain("pass");
        HtmlPage door = reader.press(form, "Keep this note");
        assertThat(reader.value(door, "said")).isEqualTo(SAID);
        assertThat(reader.value(door, "heard")).isEqualTo(HEARD);
        HtmlPage words = reader.press(door, "Start a notebook and keep this note");
        assertThatItIsAllThere(reader.click(words.getAnchorByText("I have them. Go to my note")));
    }

    @Test
    void carriesATalkThroughTheDoorOfANotebookThatIsThereAlready() {
        List<String> six = started();
        reader.press(reader.open("/notebook"), "Lock now");
        HtmlPage door = reader.press(filled(), "Keep this note");
        reader.fill(door, "key-words", "not these");
        HtmlPage refused = reader.press(door, "Open it and keep this note");
        assertThat(reader.status(refused)).isEqualTo(422);
        assertThat(reader.value(refused, "heard")).isEqualTo(HEARD);
        reader.fill(refused, "key-words", String.join(" ", six));
        assertThatItIsAllThere(reader.press(refused, "Open it and keep this note"));
    }

    @Test
    void keepsChangesAndDeletesATalk() {
        started();
        HtmlPage saved = reader.press(filled(), "Save");
        assertThat(saved.getVisibleText()).contains("Kept and sealed.");
        assertThatItIsAllThere(saved);
        reader.fill(saved, "heard", "Something else.");
        choose(saved, "next", "leave");
        HtmlPage changed = reader.press(saved, "Save");
        assertThat(reader.value(changed, "heard")).isEqualTo("Something else.");
        assertThat(chosen(changed, "next")).isEqualTo("leave");
        HtmlPage list = reader.press(changed, "Delete this note");
        assertThat(list.getVisibleText()).contains("Deleted a moment ago").doesNotContain("Talks over time");
        HtmlPage back = reader.press(list, "Undo: A talk");
        assertThat(reader.value(back, "said")).isEqualTo(SAID);
    }

    @Test
    void showsTalksOverTimeAndTheDayThatWasChosen() {
        started();
        talk(1, "leave", "");
        talk(4, "again", "2199-05-04");
        HtmlPage list = reader.open("/notebook");
        assertThat(((DomNode) list.querySelector(".talks")).getVisibleText())
                .contains("The day you chose to ask again:", "4 May 2199");
        DomNode talks = reader.click(list.getAnchorByText("Talks over time")).querySelector(".talks");
        assertThat(talks.getVisibleText()).contains("The day you chose to ask again:", "4 May 2199");
        assertThat(talks.querySelectorAll("svg polyline")).hasSize(1);
        assertThat(talks.querySelectorAll("svg circle")).hasSize(2);
        assertThat(talks.getTextContent()).contains("First: Very tense. Last: Fairly calm.");
        assertThat(talks.querySelectorAll("tbody tr")).hasSize(2);
        assertThat(talks.querySelector("tbody tr").getTextContent()).contains("Fairly calm", "Ask again");

        talk(5, "leave", "2199-05-04");
        assertThat(reader.open("/notebook").getVisibleText())
                .contains("Talks over time")
                .doesNotContain("4 May 2199");
    }

    @Test
    void refusesATalkThatSaysNothingTooMuchOrNoDayAndKeepsTheWords() {
        started();
        HtmlPage empty = reader.press(reader.open("/notebook/talks/new"), "Save");
        assertThat(reader.status(empty)).isEqualTo(422);
        assertThat(empty.getVisibleText()).contains("There is nothing to keep yet");

        String tooMuch = "🌙".repeat(Talk.LONGEST + 1);
        reader.fill(empty, "said", tooMuch);
        HtmlPage tooLong = reader.press(empty, "Save");
        assertThat(reader.status(tooLong)).isEqualTo(422);
        assertThat(tooLong.getVisibleText()).contains("4,001 characters");
        assertThat(reader.value(tooLong, "said")).isEqualTo(tooMuch);

        reader.fill(tooLong, "said", SAID);
        ((HtmlInput) tooLong.getHtmlElementById("day")).setValue("2027-02-30");
        HtmlPage noDay = reader.press(tooLong, "Save");
        assertThat(reader.status(noDay)).isEqualTo(422);
        assertThat(noDay.getVisibleText()).contains("We cannot read that day");
        assertThat(reader.value(noDay, "said")).isEqualTo(SAID);
        assertThat(reader.open("/notebook").getVisibleText()).contains("Nothing here yet");
    }

    @Test
    void givesTheTalkBackWhenItsFormWasStaleOrTheNotebookClosed() {
        started();
        HtmlPage form = filled();
        reader.loseCookie("form");
        HtmlPage stale = reader.press(form, "Save");
        assertThat(reader.status(stale)).isEqualTo(403);
        assertThat(reader.value(stale, "heard")).isEqualTo(HEARD);
        assertThat(chosen(stale, "ease")).isEqualTo("2");
        reader.loseCookie("pass");
        HtmlPage closed = reader.press(stale, "Save");
        assertThat(reader.status(closed)).isEqualTo(422);
        assertThat(reader.value(closed, "said")).isEqualTo(SAID);
        HtmlPage words = reader.press(closed, "Start a notebook and keep this note");
        assertThatItIsAllThere(reader.click(words.getAnchorByText("I have them. Go to my note")));
    }

    @Test
    void showsBothVersionsOfATalkThatWasChangedInTwoPlaces() {
        started();
        HtmlPage saved = reader.press(filled(), "Save");
        HtmlPage elsewhere = reader.open(reader.address(saved).getPath());
        reader.fill(elsewhere, "said", "From the other tab.");
        reader.press(elsewhere, "Save");
        reader.fill(saved, "said", "From this tab.");
        HtmlPage both = reader.press(saved, "Save");
        assertThat(reader.status(both)).isEqualTo(409);
        assertThat(reader.value(both, "said")).isEqualTo("From this tab.");
        assertThat(both.getVisibleText()).contains("From the other tab.");
    }

    @Test
    void writesNoWordOfATalkIntoALogOrAnAddress(CapturedOutput output) {
        started();
        HtmlPage form = reader.open("/notebook/talks/new");
        reader.fill(form, "said", "Xylophone-said");
        reader.fill(form, "heard", "Xylophone-heard");
        ((HtmlInput) form.getHtmlElementById("day")).setValue("Xylophone-day");
        HtmlPage refused = reader.press(form, "Save");
        ((HtmlInput) refused.getHtmlElementById("day")).setValue("2199-05-04");
        HtmlPage saved = reader.press(refused, "Save");
        assertThat(saved.getUrl().toString() + saved.getTitleText()).doesNotContain("Xylophone", "2199");
        assertThat(output.getAll()).doesNotContain("Xylophone");
    }

    private HtmlPage filled() {
        HtmlPage form = reader.open("/notebook/talks/new");
        reader.fill(form, "said", SAID);
        reader.fill(form, "heard", HEARD);
        choose(form, "ease", "2");
        choose(form, "closer", "5");
        choose(form, "next", "again");
        ((HtmlInput) form.getHtmlElementById("day")).setValue("2199-05-04");
        return form;
    }

    private void talk(int ease, String next, String day) {
        HtmlPage form = reader.open("/notebook/talks/new");
        choose(form, "ease", String.valueOf(ease));
        choose(form, "next", next);
        ((HtmlInput) form.getHtmlElementById("day")).setValue(day);
        assertThat(reader.press(form, "Save").getVisibleText()).contains("Kept and sealed.");
    }

    private void assertThatItIsAllThere(HtmlPage note) {
        assertThat(reader.address(note).getPath()).startsWith("/notebook/notes/");
        assertThat(reader.value(note, "said")).isEqualTo(SAID);
        assertThat(reader.value(note, "heard")).isEqualTo(HEARD);
        assertThat(chosen(note, "ease")).isEqualTo("2");
        assertThat(chosen(note, "listened")).isEmpty();
        assertThat(chosen(note, "closer")).isEqualTo("5");
        assertThat(chosen(note, "next")).isEqualTo("again");
        assertThat(((HtmlInput) note.getHtmlElementById("day")).getValue()).isEqualTo("2199-05-04");
    }

    private List<String> started() {
        return reader.keyWords(reader.press(reader.open("/notebook/start"), "Start a notebook"));
    }

    private static void choose(HtmlPage page, String name, String value) {
        ((HtmlInput) page.querySelector("input[name=" + name + "][value='" + value + "']")).setChecked(true);
    }

    private static String chosen(HtmlPage page, String name) {
        return ((DomElement) page.querySelector("input[name=" + name + "][checked]")).getAttribute("value");
    }
}
