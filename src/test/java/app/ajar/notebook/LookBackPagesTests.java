package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import app.ajar.vault.PassSecret;
import java.time.LocalDate;
import java.util.List;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Turning pages, months, talks and finding words, as a person without scripts meets them. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class LookBackPagesTests {

    private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);
    private static final int MANY = 120;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Passes passes;

    private Reader reader;

    @BeforeEach
    void startANotebook() {
        reader = new Reader(port);
        reader.press(reader.open("/notebook/start"), "Start a notebook");
    }

    @AfterEach
    void go() {
        reader.close();
    }

    private void fill() {
        OpenNotebook notebook = passes.resume(
                        PassSecret.fromCookie(reader.cookie("pass")).orElseThrow())
                .orElseThrow();
        ManyNotes.fill(
                jdbc,
                notebook,
                MANY,
                FIRST,
                number -> number % 2 == 0
                        ? new NoteText("Note " + number, "Xylophone <b>née</b> & tea number " + number + ".", "", "")
                        : new NoteText(
                                "Talk " + number,
                                "",
                                "",
                                "",
                                new Talk("I asked.", "", 1 + number % 5, 0, 0, "own", "")));
    }

    @Test
    void turnsThePagesOfTheList() {
        fill();
        HtmlPage first = reader.open("/notebook");
        assertThat(titles(first)).hasSize(50).startsWith("Talk 119", "Note 118").endsWith("Note 70");
        HtmlPage second = reader.click(first.getAnchorByText("Older notes"));
        assertThat(titles(second)).hasSize(50).startsWith("Talk 69").endsWith("Note 20");
        HtmlPage third = reader.click(second.getAnchorByText("Older notes"));
        assertThat(titles(third)).hasSize(20).endsWith("Note 0");
        assertThat(third.getVisibleText()).doesNotContain("Older notes");
        assertThat(reader.address(third).getQuery()).matches("from=[0-9a-f-]{36}");
        assertThat(titles(reader.click(third.getAnchorByText("Newest notes")))).startsWith("Talk 119");
    }

    @Test
    void showsTheNewestBesideANoteAndTheWayToAllOfThem() {
        fill();
        HtmlPage note = reader.click((HtmlAnchor) reader.open("/notebook").querySelector(".entries a"));
        assertThat(titles(note)).hasSize(50);
        DomNode side = note.querySelector("nav.book__list");
        assertThat(side.getTextContent()).contains("All notes").doesNotContain("Older notes");
    }

    @Test
    void leadsToTheNotesOfAMonth() {
        fill();
        HtmlPage months = reader.click(reader.open("/notebook").getAnchorByText("By month"));
        assertThat(months.querySelectorAll(".year h2").stream().map(DomNode::getTextContent))
                .containsExactly("2026", "2025");
        HtmlAnchor december = months.getAnchorByHref("/notebook?month=2025-12");
        assertThat(december.getTextContent()).contains("December 2025");
        HtmlPage notes = reader.click(december);
        assertThat(titles(notes)).hasSize(31).startsWith("Note 30").endsWith("Note 0");
        assertThat(notes.getVisibleText()).contains("December 2025", "Newest notes");
        assertThat(reader.open("/notebook?month=2031-01").getVisibleText())
                .contains("There are no notes in January 2031.", "Newest notes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?month=2025-13",
                "?month=25-1",
                "?month=<b>",
                "?month=",
                "?from=7",
                "?from=00000000-0000-4000-8000-000000000000",
                "?month=0000-00&from="
            })
    void showsThePlainListForAnAddressThatSaysNothing(String odd) {
        fill();
        assertThat(titles(reader.open("/notebook" + odd.replace("<", "%3C").replace(">", "%3E"))))
                .hasSize(50)
                .startsWith("Talk 119");
    }

    @Test
    void keepsTheTalksOverTimeOnAPageOfTheirOwn() {
        fill();
        HtmlPage list = reader.open("/notebook");
        assertThat(list.querySelectorAll("svg polyline")).isEmpty();
        assertThat(list.getVisibleText()).contains("You chose your own road.");
        HtmlPage talks = reader.click(list.getAnchorByText("Talks over time"));
        assertThat(talks.querySelectorAll("tbody tr")).hasSize(50);
        assertThat(talks.querySelectorAll("svg polyline")).hasSize(1);
        HtmlPage older = reader.click(talks.getAnchorByText("Older talks"));
        assertThat(older.querySelectorAll("tbody tr")).hasSize(10);
        assertThat(older.getVisibleText()).doesNotContain("You chose your own road.");
    }

    @Test
    void saysWhatTheTalksPageIsForWhereThereIsNone() {
        assertThat(reader.open("/notebook/talks").getVisibleText()).contains("When you have talked");
        assertThat(reader.open("/notebook/months").getVisibleText()).contains("Nothing here yet");
        assertThat(reader.open("/notebook").getVisibleText()).doesNotContain("Find a note");
    }

    @Test
    void choosesNotesForPaperPageByPage() {
        fill();
        HtmlPage first = reader.open("/notebook/paper");
        assertThat(first.querySelectorAll("input[name=note]")).hasSize(50);
        assertThat(first.getVisibleText()).contains("Ticks count only for the notes on this page.");
        HtmlPage second = reader.click(first.getAnchorByText("Older notes"));
        HtmlPage refused = reader.press(second, "See these on paper");
        assertThat(reader.status(refused)).isEqualTo(422);
        HtmlInput tick =
                (HtmlInput) refused.querySelectorAll("input[name=note]").get(1);
        tick.setChecked(true);
        assertThat(reader.press(refused, "See these on paper").getVisibleText()).contains("Note 68");
    }

    @Test
    void findsWordsAndMarksThem(CapturedOutput log) {
        fill();
        HtmlPage form = reader.click(reader.open("/notebook").getAnchorByText("Find a note"));
        reader.fill(form, "text", "NEE Xylophone");
        HtmlPage found = reader.press(form, "Find");
        assertThat(reader.status(found)).isEqualTo(200);
        assertThat(titles(found)).hasSize(20).startsWith("Note 118");
        HtmlElement line = found.querySelector(".found .entries a");
        assertThat(line.querySelectorAll("mark").stream().map(DomNode::getTextContent))
                .containsExactly("Xylophone", "née");
        assertThat(line.getTextContent()).contains("Xylophone <b>née</b> & tea number 118.");
        assertThat(line.querySelectorAll("span b")).isEmpty();
        assertThat(found.getUrl().toString() + found.getTitleText()).doesNotContainIgnoringCase("xylophone");
        HtmlPage rest = reader.press(reader.press(found, "Look further"), "Look further");
        assertThat(titles(rest)).hasSize(20).endsWith("Note 0");
        assertThat(rest.getVisibleText()).doesNotContain("Look further");
        assertThat(log.getAll()).doesNotContainIgnoringCase("xylophone");
    }

    @Test
    void looksThroughOneKind() {
        fill();
        HtmlPage form = reader.open("/notebook/search");
        ((HtmlInput) form.querySelector("input[name=kind][value=talk]")).setChecked(true);
        HtmlPage talks = reader.press(form, "Find");
        assertThat(titles(talks)).hasSize(20).allMatch(title -> title.startsWith("Talk"));
        reader.fill(talks, "text", "tea");
        HtmlPage none = reader.press(talks, "Find");
        assertThat(none.getVisibleText()).contains("Nothing was found", "All your notes are still there");
        assertThat(((HtmlInput) none.querySelector("input[name=kind][checked]")).getValue())
                .isEqualTo("talk");
    }

    @ParameterizedTest
    @CsvSource({"'',There is nothing to look for yet", "' ',There is nothing to look for yet"})
    void asksForWords(String typed, String answer) {
        HtmlPage form = reader.open("/notebook/search");
        reader.fill(form, "text", typed);
        HtmlPage refused = reader.press(form, "Find");
        assertThat(reader.status(refused)).isEqualTo(422);
        assertThat(refused.getVisibleText()).contains(answer);
    }

    @Test
    void givesTheWordsBackWhenThereAreTooManyOrTheFormIsStale() {
        HtmlPage form = reader.open("/notebook/search");
        String tooMany = "word ".repeat(50);
        reader.fill(form, "text", tooMany);
        HtmlPage refused = reader.press(form, "Find");
        assertThat(reader.status(refused)).isEqualTo(422);
        assertThat(typed(refused)).isEqualTo(tooMany);
        reader.fill(refused, "text", "tea");
        reader.loseCookie("form");
        HtmlPage stale = reader.press(refused, "Find");
        assertThat(reader.status(stale)).isEqualTo(403);
        assertThat(typed(stale)).isEqualTo("tea");
        assertThat(reader.press(stale, "Find").getVisibleText()).contains("Nothing was found");
    }

    @Test
    void showsNothingOfItWhereNoNotebookIsOpen() {
        fill();
        HtmlPage form = reader.open("/notebook/search");
        reader.fill(form, "text", "tea");
        reader.loseCookie("pass");
        assertThat(reader.address(reader.press(form, "Find")).getPath()).isEqualTo("/notebook");
        for (String path : List.of("/notebook/search", "/notebook/months", "/notebook/talks", "/notebook/paper")) {
            HtmlPage closed = reader.open(path);
            assertThat(reader.address(closed).getPath()).isEqualTo("/notebook");
            assertThat(closed.getVisibleText()).doesNotContain("Note 1");
        }
    }

    private static String typed(HtmlPage page) {
        return ((HtmlInput) page.getElementById("text")).getValue();
    }

    /** The titles in the list of a page, without the day and the rest. */
    private static List<String> titles(HtmlPage page) {
        return page.querySelectorAll(".entries a > span").stream()
                .map(line -> line.getTextContent().strip().replaceFirst("^((Note|Talk) \\d+).*", "$1"))
                .map(line -> line.lines().findFirst().orElse(""))
                .toList();
    }
}
