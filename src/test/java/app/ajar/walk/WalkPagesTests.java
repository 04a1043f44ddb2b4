package app.ajar.walk;

import static app.ajar.support.Visitor.header;
import static app.ajar.support.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import app.ajar.support.Visitor;
import java.net.http.HttpResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class WalkPagesTests {

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void comeIn() {
        visitor = new Visitor(port);
    }

    @Test
    void asksTheSameOfEverybodyAndReadsNothingFromTheAddress() {
        HttpResponse<byte[]> page = visitor.get("/walk?q-no=plain&change=1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Set-Cookie")).isEmpty();
        assertThat(text(page)).doesNotContain(" checked", "_csrf", "??").contains("<title>Reading notes</title>");
        assertThat(header(visitor.get("/walk"), "Cache-Control")).isEqualTo("public, no-cache");
    }

    @Test
    void putsTheSafetyCheckBeforeTheFirstQuestionWithNothingToSend() {
        try (var reader = new Reader(port)) {
            HtmlPage page = reader.open("/walk");
            DomElement check = page.querySelector("[data-step='0']");
            assertThat(check.getTextContent()).contains("A check just for you", "If you are not sure");
            assertThat(check.querySelectorAll("input, select, textarea")).isEmpty();
            String all = page.asXml();
            assertThat(all.indexOf("A check just for you")).isLessThan(all.indexOf("q-no"));
        }
    }

    @Test
    void everyQuestionIsAGroupWithANameAndCanBeLeftOpen() {
        try (var reader = new Reader(port)) {
            HtmlPage page = reader.open("/walk");
            assertThat(page.querySelectorAll("fieldset > legend")).hasSize(6);
            assertThat(page.querySelectorAll("h1")).hasSize(1);
            assertThat(page.querySelectorAll("[required]")).isEmpty();
            assertThat(page.querySelectorAll("input[value=unsure]")).hasSize(6);
            assertThat(page.querySelectorAll("input[name=q-heard]:not([value=unsure])"))
                    .hasSizeLessThanOrEqualTo(14);
        }
    }

    @Test
    void walksToAPlanAndBackWithoutScripts() {
        try (var reader = new Reader(port)) {
            HtmlPage page = reader.open("/walk");
            tick(page, "q-no", "changes-subject");
            tick(page, "q-heard", "stir-up");
            tick(page, "q-sure-stir-up", "told");
            tick(page, "q-heard", "against-me");
            tick(page, "q-when", "quarrel");
            tick(page, "q-tried", "hints");
            HtmlPage plan = reader.press(page, "See my page");
            assertThat(reader.status(plan)).isEqualTo(200);
            assertThat(reader.address(plan).toString()).endsWith("/walk");
            assertThat(reader.cookieNames()).isEmpty();
            assertThat(plan.getTitleText()).isEqualTo("Reading notes");
            assertThat(plan.querySelectorAll("h1")).hasSize(1);
            assertThat(plan.asNormalizedText())
                    .contains(
                            "Fear of what might come up",
                            "Most likely",
                            "They told you: “Why stir things up?”",
                            "Your guess is that they think: “You would both end up against me.”",
                            "You said that it came up in a quarrel.",
                            "Perhaps a little",
                            "Smaller yeses");
            assertThat(plan.querySelectorAll(".card")).hasSize(3);

            HtmlPage again = reader.press(plan, "Change my answers");
            assertThat(ticked(again, "q-no", "changes-subject")).isTrue();
            assertThat(ticked(again, "q-heard", "stir-up")).isTrue();
            assertThat(ticked(again, "q-sure-stir-up", "told")).isTrue();
            assertThat(ticked(again, "q-heard", "cost")).isFalse();
            assertThat(reader.press(again, "See my page").asNormalizedText()).isEqualTo(plan.asNormalizedText());
        }
    }

    @Test
    void keepingItFromAFreshBrowserEndsInANewNotebook() {
        try (var reader = new Reader(port)) {
            HtmlPage page = reader.open("/walk");
            tick(page, "q-heard", "cost");
            HtmlPage plan = reader.press(page, "See my page");
            HtmlPage door = reader.press(plan, "Keep in my notebook");
            assertThat(reader.value(door, "body"))
                    .contains("Cost and time", "Words to try", "Softer: “", "If and then")
                    .contains("\n- ");
            HtmlPage words = reader.press(door, "Start a notebook and keep this note");
            assertThat(reader.keyWords(words)).hasSize(6);
            HtmlPage note = reader.click(words.getAnchorByText("I have them. Go to my note"));
            assertThat(reader.value(note, "body")).contains("Cost and time", "Words to try");
        }
    }

    @Test
    void aSettledNoGetsWordsForLettingItBe() {
        assertThat(text(visitor.post("/walk", "q-no=each-time")))
                .contains("Words for letting it be", "The same no each time is an answer.", "Asking again and again")
                .contains("href=\"/guide/three-roads\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q-now=afraid", "q-now=controlled", "q-no=anger", "q-hope=safe"})
    void fearGetsPeopleToTalkToAndNoAdvice(String fear) {
        HttpResponse<byte[]> page = visitor.post("/walk", "q-heard=cost&q-when=quarrel&q-tried=hints&" + fear);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page))
                .contains("href=\"/safety#lines\"", "It is not your fault")
                .doesNotContain(
                        "class=\"card\"",
                        "Words to try",
                        "A good moment</h2>",
                        "Keep in my notebook",
                        "data-module=\"print\"",
                        "q-heard",
                        "What may be underneath");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q-no=no-such-answer&q-heard=%3Cscript%3Ealert(1)%3C/script%3E",
                "q-no=plain&q-no=later&q-no=not-asked",
                "q-sure-cost=told&q-sure-cost=guess&q-sure-nothing=told",
                "q-no=&q-heard=&q-when=%00&q-tried=unsure&q-now=%F0%9F%98%80&q-hope=../../x",
                "change=1&q-no=%22%3E%3Cb%3E"
            })
    void oddAnswersGetAPageAndAreNotRepeated(String form) {
        HttpResponse<byte[]> page = visitor.post("/walk", form);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Set-Cookie")).isEmpty();
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(text(page)).doesNotContain("no-such-answer", "alert(1)", "<b>\"", "../../x", "??");
    }

    @Test
    void whatCannotBeReadIsRefusedCalmly() {
        assertThat(visitor.post("/walk", "q-no=%ff%fe").statusCode()).isBetween(400, 499);
        assertThat(visitor.post("/walk", "q-no=" + "a".repeat(3_000_000)).statusCode())
                .isBetween(400, 499);
    }

    @Test
    void leavesNoTraceInTheLog(CapturedOutput log) {
        visitor.post("/walk", "q-no=marker-plover&q-heard=cost&marker-heron=1");
        visitor.post("/walk", "q-no=%ff-marker-plover");
        visitor.get("/walk?q-no=marker-plover");
        assertThat(log.getAll()).doesNotContain("marker-plover", "marker-heron", "q-heard", "Have you seen what");
    }

    private static void tick(HtmlPage page, String name, String value) {
        ((HtmlInput) page.querySelector("input[name=" + name + "][value=" + value + "]")).setChecked(true);
    }

    private static boolean ticked(HtmlPage page, String name, String value) {
        return ((HtmlInput) page.querySelector("input[name=" + name + "][value=" + value + "]")).isChecked();
    }
}
