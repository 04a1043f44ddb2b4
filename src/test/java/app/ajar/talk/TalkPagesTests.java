package app.ajar.talk;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import app.ajar.support.Visitor;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.htmlunit.Page;
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

/** Planning a talk, as a person without scripts meets it, and as somebody who sends odd things. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class TalkPagesTests {

    private static final String SEE = "See it on one page";
    private static final String OPENING = "Can I ask what worries you & <when> you picture it?";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Reader reader;
    private Visitor visitor;

    @BeforeEach
    void arrive() {
        reader = new Reader(port);
        visitor = new Visitor(port);
    }

    @AfterEach
    void go() {
        reader.close();
    }

    @Test
    void goesFromAFormToASheetACalendarAndANotebook() throws Exception {
        HtmlPage sheet = planned();
        assertThat(reader.status(sheet)).isEqualTo(200);
        assertThat(sheet.getUrl().getQuery()).isNull();
        assertThat(sheet.querySelector(".talk__sheet").getVisibleText())
                .contains("Wednesday 20 March 2199", "On the way round the lake", "20 minutes", OPENING);
        assertThat(reader.cookieNames()).isEmpty();

        HtmlElement word = sheet.getHtmlElementById("word");
        ((HtmlInput) word).setValue("Walk");
        Page file = reader.fetch(Reader.button(sheet, "Download date.ics"));
        assertThat(file.getWebResponse().getContentType()).isEqualTo("text/calendar");
        assertThat(file.getWebResponse().getResponseHeaderValue("Content-Disposition"))
                .isEqualTo("attachment; filename=\"date.ics\"");
        assertThat(file.getWebResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("DTSTART:21990320T193000", "DURATION:PT20M", "SUMMARY:Walk")
                .doesNotContain("lake", "worries", "LOCATION", "DESCRIPTION", "ALARM", "CATEGORIES", "jar", "http");

        HtmlPage door = reader.press(planned(), "Keep in my notebook");
        assertThat(reader.value(door, "body")).contains("20 March 2199", "On the way round the lake", OPENING);
        HtmlPage kept = reader.press(door, "Start a notebook and keep this note");
        HtmlPage note = reader.click(kept.getAnchorByText("I have them. Go to my note"));
        assertThat(reader.value(note, "body")).contains(OPENING);
    }

    @Test
    void givesEverythingBackToBeChanged() {
        HtmlPage form = reader.press(planned(), "Change it");
        assertThat(value(form, "day")).isEqualTo("2199-03-20");
        assertThat(value(form, "time")).isEqualTo("19:30");
        assertThat(value(form, "where")).isEqualTo("On the way round the lake");
        assertThat(reader.value(form, "opening")).isEqualTo(OPENING);
        assertThat(reader.value(form, "if-then")).isEqualTo("If it gets loud, then I will stop.");
        assertThat(form.querySelector("input[name=minutes][checked]")
                        .getAttributes()
                        .getNamedItem("value")
                        .getNodeValue())
                .isEqualTo("20");
    }

    @Test
    void takesTheFirstWordsAlongFromTheWalk() {
        HtmlPage plan = reader.press(reader.open("/walk"), "See my page");
        String first = plan.querySelector(".card .say").getTextContent();
        HtmlPage form = reader.press(plan, "Plan this talk");
        assertThat(reader.status(form)).isEqualTo(200);
        assertThat("“" + reader.value(form, "opening") + "”").isEqualTo(first);
        assertThat(reader.value(form, "if-then")).startsWith("If ");
    }

    @Test
    void offersNoCalendarFileWithoutADayAndATime() {
        HtmlPage form = reader.open("/talk");
        reader.fill(form, "opening", OPENING);
        HtmlPage sheet = reader.press(form, SEE);
        assertThat(reader.status(sheet)).isEqualTo(200);
        assertThat((Object) sheet.querySelector("button[name=calendar]")).isNull();
        assertThat(sheet.querySelector(".talk__calendar").getVisibleText())
                .contains("For this, go back and choose a day and a time.");
        HttpResponse<byte[]> refused = visitor.post("/talk", "calendar=1&day=2199-03-20");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(refused)).contains(">Day: nothing here yet. Begin with this one.<");
    }

    @Test
    void asksForAFirstSentenceWhereThereIsNothingYet() {
        HtmlPage again = reader.press(reader.open("/talk"), SEE);
        assertThat(reader.status(again)).isEqualTo(422);
        assertThat(again.querySelector(".problem-box").getVisibleText())
                .contains("Your first sentence: nothing here yet.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "day=2027-02-31&opening=MARK",
                "day=%3Cscript%3E&opening=MARK",
                "day=2020-01-01&opening=MARK",
                "day=99999-01-01&opening=MARK",
                "time=25:00&opening=MARK",
                "time=half+past&opening=MARK"
            })
    void saysWhatIsWrongAndKeepsTheRest(String form) {
        HttpResponse<byte[]> answer = visitor.post("/talk", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(answer))
                .contains("Everything you typed is still here.", ">MARK</textarea>")
                .doesNotContain("<script>");
    }

    @Test
    void saysWhichTextIsTooLongAndKeepsAllOfIt() {
        for (String field : List.of("where", "opening", "if-then", "word")) {
            String text = "🌙".repeat(601);
            HttpResponse<byte[]> answer = visitor.post("/talk", "time=19:30&" + field + "=" + encoded(text));
            assertThat(answer.statusCode()).as(field).isEqualTo(422);
            assertThat(Visitor.text(answer)).as(field).contains(text, "href=\"#" + field + "\"");
        }
    }

    @Test
    void takesFieldsOfAnyShapeWithoutFailingOrQuotingThem(CapturedOutput output) {
        int before = rows();
        for (String asked : List.of("", "calendar=1&", "change=1&")) {
            for (String form : List.of(
                    "",
                    "unknown=Xylophone",
                    "day=Xylophone&day=2&time=&minutes=-1&opening=Xylophone%ED%A0%80",
                    "opening=%00Xylophone%FF&minutes=9999999999999",
                    "day=2199-03-20&time=19:30&word=%0D%0AATTENDEE:Xylophone%0D%0A&opening=x",
                    "opening=" + "Xylophone+".repeat(100_000),
                    "%%%=Xylophone")) {
                HttpResponse<byte[]> answer = visitor.post("/talk", asked + form);
                assertThat(answer.statusCode()).isBetween(200, 499);
                assertThat(Visitor.text(answer)).doesNotContain("\r\nATTENDEE", "Exception");
            }
        }
        assertThat(output.getAll()).doesNotContain("Xylophone");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void sendsThePlanToBeKeptByNobody() {
        HttpResponse<byte[]> sheet = visitor.post("/talk", "opening=Xylophone");
        assertThat(Visitor.header(sheet, "Cache-Control")).isEqualTo("no-store");
        assertThat(Visitor.header(sheet, "Set-Cookie")).isEmpty();
        assertThat(Visitor.text(visitor.get("/talk?opening=Xylophone"))).doesNotContain("Xylophone");
    }

    private HtmlPage planned() {
        HtmlPage form = reader.open("/talk");
        ((HtmlInput) form.getHtmlElementById("day")).setValue("2199-03-20");
        // HtmlUnit reads what a hand would type into the field of an American browser, and sends 19:30.
        ((HtmlInput) form.getHtmlElementById("time")).setValue("07:30PM");
        reader.fill(form, "where", "On the way round the lake");
        ((HtmlInput) form.querySelector("input[name=minutes][value='20']")).setChecked(true);
        reader.fill(form, "opening", OPENING);
        reader.fill(form, "if-then", "If it gets loud, then I will stop.");
        return reader.press(form, SEE);
    }

    private static String value(HtmlPage page, String id) {
        return page.getHtmlElementById(id).getAttribute("value");
    }

    private int rows() {
        return jdbc.queryForList("select * from note").size()
                + jdbc.queryForList("select * from notebook").size();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
