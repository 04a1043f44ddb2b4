package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.PdfFile;
import app.ajar.support.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.htmlunit.Page;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Notes on paper: those that were ticked, and never another. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class NotesOnPaperTests {

    private static final String SEE = "See these on paper";
    private static final String PDF = "Make a PDF";

    @LocalServerPort
    private int port;

    private Reader reader;

    @BeforeEach
    void openANotebookWithNotesInIt() {
        reader = new Reader(port);
        reader.press(reader.open("/notebook/start"), "Start a notebook");
        write("Saturday", "They stayed in the room.\n\nI asked once. Née, “quoted” – ok.");
        write("Not for anybody", "Xylophone-secret");
        HtmlPage talk = reader.open("/notebook/talks/new");
        reader.fill(talk, "heard", "That it costs too much.");
        ((HtmlInput) talk.querySelector("input[name=ease][value='4']")).setChecked(true);
        reader.press(talk, "Save");
    }

    @AfterEach
    void go() {
        reader.close();
    }

    @Test
    void showsTheTickedNotesAndNoOther() {
        HtmlPage pages = chosen(SEE, "Saturday", "A talk");
        assertThat(pages.querySelectorAll("article")).hasSize(2);
        assertThat(pages.getVisibleText())
                .contains("They stayed in the room.", "That it costs too much.", "Fairly calm")
                .doesNotContain("Xylophone");
        assertThat(pages.asXml()).doesNotContain("Xylophone");
    }

    @Test
    void makesAFileOfTheTickedNotes(CapturedOutput log) throws IOException {
        for (String size : List.of("a4", "letter")) {
            HtmlPage pages = chosen(SEE, "Saturday", "A talk");
            ((HtmlInput) pages.querySelector("input[name=paper][value=" + size + "]")).setChecked(true);
            Page file = reader.fetch(Reader.button(pages, PDF));
            assertThat(file.getWebResponse().getContentType()).isEqualTo("application/pdf");
            assertThat(file.getWebResponse().getResponseHeaderValue("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"notes.pdf\"");
            assertThat(file.getWebResponse().getResponseHeaderValue("Cache-Control"))
                    .contains("no-store");
            try (InputStream bytes = file.getWebResponse().getContentAsStream()) {
                PdfFile pdf = PdfFile.of(bytes.readAllBytes());
                assertThat(pdf.words())
                        .contains(
                                "Saturday",
                                "They stayed in the room.",
                                "Née, “quoted” – ok.",
                                "That it costs too much.")
                        .doesNotContain("Xylophone", "Ajar", "http");
                assertThat(pdf.title()).isEqualTo("Reading notes");
                assertThat(pdf.loose()).isEmpty();
                assertThat(pdf.tagged()).isTrue();
                assertThat(pdf.faults(PDFAFlavour.PDFUA_1)).isEmpty();
            }
        }
        assertThat(log.getAll()).doesNotContain("stayed in the room", "costs too much");
    }

    @Test
    void laysALongNoteOverSeveralPages() throws IOException {
        write("Long", "A line that says very little.\n".repeat(300));
        HtmlPage pages = chosen(SEE, "Long");
        Page file = reader.fetch(Reader.button(pages, PDF));
        try (InputStream bytes = file.getWebResponse().getContentAsStream()) {
            PdfFile pdf = PdfFile.of(bytes.readAllBytes());
            assertThat(pdf.pages()).hasSizeGreaterThan(3);
        }
    }

    @Test
    void namesSignsThatWouldComeOutAsBoxes() {
        write("With a moon", "Good night 🌙 你");
        HtmlPage refused = reader.press(chosen(SEE, "With a moon"), PDF);
        assertThat(reader.status(refused)).isEqualTo(422);
        assertThat(refused.getVisibleText()).contains("🌙 你", "Use Print here instead", "Good night");
    }

    @Test
    void asksForATickWhereThereIsNone() {
        HtmlPage again = reader.press(reader.open("/notebook/paper"), SEE);
        assertThat(reader.status(again)).isEqualTo(422);
        assertThat(again.getVisibleText()).contains("No note is ticked yet");
    }

    @Test
    void showsNothingOfAnotherNotebook() {
        String foreign = tick(reader.open("/notebook/paper"), "Saturday").getAttribute("value");
        try (var other = new Reader(port)) {
            other.press(other.open("/notebook/start"), "Start a notebook");
            HtmlPage note = other.open("/notebook/notes/new");
            other.fill(note, "body", "Mine");
            other.press(note, "Save");
            HtmlPage paper = other.open("/notebook/paper");
            ((HtmlElement) paper.querySelector("input[name=note]")).setAttribute("value", foreign);
            ((HtmlInput) paper.querySelector("input[name=note]")).setChecked(true);
            HtmlPage answer = other.press(paper, SEE);
            assertThat(other.status(answer)).isEqualTo(422);
            assertThat(answer.asXml()).doesNotContain("stayed");
        }
    }

    @Test
    void beginsASummaryThatIsChangedBeforeItIsPrinted() throws IOException {
        HtmlPage summary = chosen("Begin a summary from these", "Saturday", "A talk");
        assertThat(reader.value(summary, "plan"))
                .contains("Saturday (", "They stayed in the room.", "That it costs too much.")
                .doesNotContain("Xylophone");
        reader.fill(summary, "own-plan-title", "For Tuesday");
        reader.fill(summary, "plan", "What happens\nWe get loud about money.\n\nWhat I hope\nTo be heard.");
        HtmlPage preview = reader.press(summary, "See it on paper");
        assertThat(reader.status(preview)).isEqualTo(200);
        assertThat(((DomNode) preview.querySelector(".papers")).getTextContent())
                .contains("For Tuesday", "We get loud about money.");
        assertThat(preview.getUrl().getQuery()).isNull();
        Page file = reader.fetch(Reader.button(preview, PDF));
        try (InputStream bytes = file.getWebResponse().getContentAsStream()) {
            PdfFile pdf = PdfFile.of(bytes.readAllBytes());
            assertThat(pdf.pages()).hasSize(1);
            assertThat(pdf.words())
                    .contains("For Tuesday", "We get loud about money.")
                    .doesNotContain("stayed");
        }
    }

    @Test
    void keepsASummaryThatDoesNotFitAndSaysSo() {
        HtmlPage summary = chosen("Begin a summary from these", "Saturday");
        String tooMuch = "We get loud about money. ".repeat(2_000);
        reader.fill(summary, "plan", tooMuch);
        HtmlPage refused = reader.press(summary, "See it on paper");
        assertThat(reader.status(refused)).isEqualTo(422);
        assertThat(refused.asXml()).contains(tooMuch.strip().substring(0, 40_000));
    }

    @Test
    void closesWithTheNotebook() {
        HtmlPage pages = chosen(SEE, "Saturday");
        reader.loseCookie("pass");
        HtmlPage closed = reader.press(pages, PDF);
        assertThat(reader.address(closed).getPath()).isEqualTo("/notebook");
        assertThat(closed.asXml()).doesNotContain("stayed");
    }

    private void write(String title, String body) {
        HtmlPage note = reader.open("/notebook/notes/new");
        reader.fill(note, "title", title);
        reader.fill(note, "body", body);
        reader.press(note, "Save");
    }

    private HtmlPage chosen(String button, String... titles) {
        HtmlPage paper = reader.open("/notebook/paper");
        for (String title : titles) {
            tick(paper, title).setChecked(true);
        }
        return reader.press(paper, button);
    }

    private static HtmlInput tick(HtmlPage paper, String title) {
        return paper.querySelectorAll("label.pick").stream()
                .filter(label -> label.getTextContent().strip().startsWith(title))
                .map(label -> (HtmlInput) ((DomNode) label).querySelector("input"))
                .findFirst()
                .orElseThrow();
    }
}
