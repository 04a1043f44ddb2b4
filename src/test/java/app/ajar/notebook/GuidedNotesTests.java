package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import app.ajar.support.Visitor;
import java.util.List;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Notes in the form of an exercise, as a person without scripts writes and meets them again. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class GuidedNotesTests {

    private static final String SAVE = "Save";
    private static final String KEEP = "Keep this note";
    private static final String PATH = "/notebook/guided/";

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

    @ParameterizedTest
    @EnumSource
    void keepsEveryFieldOfEveryExercise(GuidedKind kind) {
        started();
        HtmlPage saved = reader.press(filled(kind), SAVE);
        assertThat(saved.getVisibleText()).contains("Kept and sealed.");
        assertThat(reader.address(saved).getPath()).startsWith("/notebook/notes/");
        assertThatItIsAllThere(kind, saved);
        HtmlPage again = reader.open(reader.address(saved).getPath());
        assertThatItIsAllThere(kind, again);
        assertThat((Object) again.getElementById("note")).isNotNull();
        assertThat((Object) again.querySelector(".stop a[href='/safety']")).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void carriesWhatWasWrittenBeforeThereWasANotebookIntoANewOne(GuidedKind kind) {
        HtmlPage form = filled(kind);
        assertThat(reader.cookieNames()).isEmpty();
        HtmlPage door = reader.press(form, KEEP);
        assertThat(reader.value(door, kind.names().get(0)))
                .isEqualTo(written(kind, kind.names().get(0)));
        HtmlPage words = reader.press(door, "Start a notebook and keep this note");
        assertThatItIsAllThere(kind, reader.click(words.getAnchorByText("I have them. Go to my note")));
    }

    @Test
    void carriesItThroughWrongKeyWords() {
        List<String> six = started();
        reader.press(reader.open("/notebook"), "Lock now");
        HtmlPage door = reader.press(filled(GuidedKind.LIMITS), KEEP);
        reader.fill(door, "key-words", "not these");
        HtmlPage refused = reader.press(door, "Open it and keep this note");
        assertThat(reader.status(refused)).isEqualTo(422);
        reader.fill(refused, "key-words", String.join(" ", six));
        assertThatItIsAllThere(GuidedKind.LIMITS, reader.press(refused, "Open it and keep this note"));
    }

    @Test
    void refusesWhatIsEmptyOrTooLongAndGivesItBack() {
        started();
        HtmlPage empty = reader.press(reader.open(PATH + "control-map"), SAVE);
        assertThat(reader.status(empty)).isEqualTo(422);
        assertThat(empty.getVisibleText()).contains("Write a line in one of the fields");
        String tooMuch = "🌙".repeat(Guided.LONGEST + 1);
        reader.fill(empty, "mine", tooMuch);
        reader.fill(empty, "not-mine", "Their mood");
        HtmlPage tooLong = reader.press(empty, SAVE);
        assertThat(reader.status(tooLong)).isEqualTo(422);
        assertThat(tooLong.getVisibleText()).contains("4,001 characters");
        assertThat(reader.value(tooLong, "mine")).isEqualTo(tooMuch);
        assertThat(reader.value(tooLong, "not-mine")).isEqualTo("Their mood");
    }

    @Test
    void givesItBackWhenTheFormWasStaleOrTheNotebookClosed() {
        started();
        HtmlPage form = filled(GuidedKind.BOTH_ARE_TRUE);
        reader.loseCookie("form");
        HtmlPage stale = reader.press(form, SAVE);
        assertThat(reader.status(stale)).isEqualTo(403);
        assertThatItIsAllThere(GuidedKind.BOTH_ARE_TRUE, stale);
        reader.loseCookie("pass");
        HtmlPage closed = reader.press(stale, SAVE);
        assertThat(reader.status(closed)).isEqualTo(422);
        HtmlPage words = reader.press(closed, "Start a notebook and keep this note");
        assertThatItIsAllThere(
                GuidedKind.BOTH_ARE_TRUE, reader.click(words.getAnchorByText("I have them. Go to my note")));
    }

    @Test
    void showsBothVersionsWhereItWasChangedInTwoPlaces() {
        started();
        HtmlPage saved = reader.press(filled(GuidedKind.CHECK_IN_SOLO), SAVE);
        HtmlPage elsewhere = reader.open(reader.address(saved).getPath());
        reader.fill(elsewhere, "hard", "From the other tab.");
        reader.press(elsewhere, SAVE);
        reader.fill(saved, "hard", "From this tab.");
        HtmlPage both = reader.press(saved, SAVE);
        assertThat(reader.status(both)).isEqualTo(409);
        assertThat(reader.value(both, "hard")).isEqualTo("From this tab.");
        assertThat(both.getVisibleText()).contains("From the other tab.");
        assertThat(reader.value(reader.press(both, SAVE), "hard")).isEqualTo("From this tab.");
    }

    @Test
    void makesRoomForMoreRowsUpToAMeasure() {
        started();
        HtmlPage form = reader.open(PATH + "both-are-true");
        for (int row = 3; row < GuidedKind.MOST_ROWS; row += 2) {
            reader.fill(form, "for-me-" + row, "Row " + row);
            form = reader.press(form, SAVE);
        }
        assertThat(form.getElementById("for-me-" + GuidedKind.MOST_ROWS)).isNotNull();
        assertThat(form.getElementById("for-me-" + (GuidedKind.MOST_ROWS + 1))).isNull();
        assertThat(reader.value(form, "for-me-3")).isEqualTo("Row 3");
    }

    @Test
    void putsItOnPaperUnderItsLabels() {
        started();
        reader.press(filled(GuidedKind.LIMITS), SAVE);
        HtmlPage choose = reader.open("/notebook/paper");
        ((HtmlInput) choose.querySelector("input[name=note]")).setChecked(true);
        HtmlPage paper = reader.press(choose, "See these on paper");
        assertThat(paper.getVisibleText())
                .contains(
                        "My limits, on one page",
                        "Who stands by me?",
                        firstLine("stands-by-me"),
                        "If …",
                        firstLine("then-1"));
    }

    @Test
    void listsTheFormsAndEachIsLinkedFromItsPageInTheGuide() {
        HtmlPage list = reader.open("/notebook/guided");
        for (GuidedKind kind : GuidedKind.values()) {
            HtmlPage form = reader.click(list.querySelector("a[href='" + PATH + kind.key() + "']"));
            HtmlElement back = form.querySelector("main a[href$='#" + kind.key() + "']");
            HtmlPage guide = reader.click(back);
            assertThat((Object) guide.querySelector("#" + kind.key() + " a[href='" + PATH + kind.key() + "']"))
                    .as(kind.key())
                    .isNotNull();
        }
        assertThat(reader.cookieNames()).isEmpty();
        started();
        assertThat((Object) reader.open("/notebook").querySelector("main a[href='/notebook/guided']"))
                .isNotNull();
    }

    @Test
    void takesOddFormsAndAddressesWithoutFailing(CapturedOutput output) {
        var visitor = new Visitor(port);
        for (String form : List.of(
                "kind=control-map&mine%5B=Xylophone&mine.a=Xylophone&guided%5Bmine=Xylophone",
                "kind=control-map&mine=Xylophone&mine=Xylophone",
                "kind=nonsense&mine=Xylophone",
                "kind=talk&mine=Xylophone",
                "kind=control-map&kind=talk&mine=" + "Xylophone".repeat(20_000))) {
            assertThat(visitor.post("/notebook/notes/new", form).statusCode())
                    .as(form.substring(0, Math.min(60, form.length())))
                    .isBetween(200, 499);
        }
        assertThat(visitor.get(PATH + "no-such-form").statusCode()).isEqualTo(404);
        assertThat(output.getAll()).doesNotContain("Xylophone", "Exception");
    }

    private HtmlPage filled(GuidedKind kind) {
        HtmlPage form = reader.open(PATH + kind.key());
        names(kind).forEach(name -> reader.fill(form, name, written(kind, name)));
        return form;
    }

    private void assertThatItIsAllThere(GuidedKind kind, HtmlPage note) {
        for (String name : names(kind)) {
            assertThat(reader.value(note, name)).as(name).isEqualTo(written(kind, name));
        }
    }

    /** The fields that an empty form shows. */
    private static List<String> names(GuidedKind kind) {
        return kind.names().stream()
                .filter(name -> !name.matches(".*-\\d+") || name.matches(".*-[123]"))
                .toList();
    }

    private static String written(GuidedKind kind, String name) {
        return "What I put under " + name + " of " + kind.key() + ", née 🌙.\nAnd a line.";
    }

    private static String firstLine(String name) {
        return written(GuidedKind.LIMITS, name).lines().findFirst().orElseThrow();
    }

    private List<String> started() {
        return reader.keyWords(reader.press(reader.open("/notebook/start"), "Start a notebook"));
    }
}
