package app.ajar.words;

import static app.ajar.support.Visitor.header;
import static app.ajar.support.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.guide.GuideLibrary;
import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import app.ajar.support.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlAnchor;
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

/** The mirror's pages as a person without scripts meets them. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class WordsPagesTests {

    private static final String LOOK = "See how it may land";
    private static final String LOOK_AGAIN = "Look again";

    @Autowired
    private GuideLibrary library;

    @LocalServerPort
    private int port;

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
    void goesFromAHardSentenceToASofterOneAndIntoANotebook() {
        HtmlPage answer = mirrored("On Sunday I felt alone.\nYou never talk to me & you need <help>.");
        assertThat(reader.status(answer)).isEqualTo(200);
        assertThat(marks(answer)).containsExactly("You never", "you need <help");
        assertThat(answer.getVisibleText())
                .contains("Always and never", "One time, one thing", "A softer frame to bend");
        assertThat(((DomNode) answer.querySelector(".words__text")).getTextContent())
                .contains("You never", " talk to me & ", "you need <help", ">.");

        reader.fill(answer, "text", "On Sunday I felt alone. Could we talk tonight?");
        HtmlPage softer = reader.press(answer, LOOK_AGAIN);
        assertThat(marks(softer)).isEmpty();
        assertThat(softer.getVisibleText()).contains("We marked nothing.", "A question");
        assertThat(reader.cookieNames()).isEmpty();

        HtmlPage door = reader.press(softer, "Keep them in the notebook");
        assertThat(reader.value(door, "body")).isEqualTo("On Sunday I felt alone. Could we talk tonight?");
        assertThat(door.getUrl().getQuery()).isNull();
    }

    @Test
    void everyReasonLinksToItsPieceOfTheGuide() {
        HtmlPage answer = mirrored("You never talk to me. Why are you so cold? You need help.");
        List<HtmlAnchor> links = answer.querySelectorAll(".words__findings .meta a").stream()
                .map(HtmlAnchor.class::cast)
                .toList();
        assertThat(links).hasSize(3).allSatisfy(link -> {
            String address = link.getHrefAttribute();
            HtmlPage page = reader.open(address);
            assertThat(page.getElementById(address.substring(address.indexOf('#') + 1)))
                    .as(address)
                    .isNotNull();
        });
    }

    @Test
    void everyPieceThatARuleNamesCanBeRead() {
        List<String> slugs = library.edition().parts().stream()
                .flatMap(part -> part.sections().stream())
                .flatMap(section -> Stream.concat(
                        section.pitfalls().stream().map(pitfall -> pitfall.slug()),
                        section.barriers().stream().map(barrier -> barrier.slug())))
                .toList();
        assertThat(slugs)
                .containsAll(
                        RuleBook.in("en").pressure().stream().map(Rule::piece).toList());
    }

    @Test
    void agreesWithTheGuideItComesFrom() {
        var mirror = new Mirror(RuleBook.in("en"));
        assertThat(library.edition().promptGroups().stream().flatMap(group -> group.prompts().stream()))
                .allSatisfy(prompt -> assertThat(mirror.read(prompt.say()).findings())
                        .as(prompt.say())
                        .isEmpty());
        assertThat(library.edition().pitfalls()).allSatisfy(pitfall -> {
            assertThat(mirror.read(pitfall.after()).findings())
                    .as(pitfall.after())
                    .isEmpty();
            // A hint names nobody and accuses nobody: no list of words can tell it from small talk.
            if (!pitfall.slug().equals("hinting")) {
                assertThat(mirror.read(pitfall.before()).findings())
                        .as(pitfall.before())
                        .isNotEmpty();
            }
        });
    }

    @Test
    void answersFearWithSafetyAndNotWithStyle() {
        HtmlPage answer = mirrored("You never listen, and I am afraid of you.");
        assertThat(answer.getVisibleText()).contains("it is not your fault").doesNotContain("A softer frame");
        assertThat(marks(answer)).isEmpty();
        assertThat(answer.getAnchors()).anyMatch(link -> link.getHrefAttribute().equals("/safety#lines"));
        assertThat(reader.value(answer, "text")).isEqualTo("You never listen, and I am afraid of you.");
    }

    @Test
    void keepsATextThatIsTooLong() {
        HtmlPage refused = mirrored("a".repeat(1_999) + "🌙b");
        assertThat(reader.status(refused)).isEqualTo(422);
        assertThat(refused.getVisibleText()).contains("2,001 characters", "Up to 2,000 characters");
        assertThat(reader.value(refused, "text")).endsWith("🌙b").hasSize(2_002);
        reader.fill(refused, "text", "a".repeat(1_999) + "🌙");
        assertThat(reader.status(reader.press(refused, LOOK))).isEqualTo(200);
    }

    @Test
    void countsALineEndOnce() {
        assertThat(post("a%0D%0A".repeat(1_000)).statusCode()).isEqualTo(200);
        assertThat(post("a%0D%0A".repeat(1_000) + "b").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text=", "text=+%0D%0A+", "other=words"})
    void asksAgainWhereThereIsNothingToRead(String form) {
        HttpResponse<byte[]> answer = visitor.post("/words", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer))
                .contains("id=\"problem\" tabindex=\"-1\"", "role=\"alert\"", "<title>Reading notes</title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff%fe", "%00", "%3Cscript%3Ealert(1)%3C/script%3E+you+never"})
    void takesOddTextCalmly(String typed) {
        HttpResponse<byte[]> answer = post(typed);
        assertThat(answer.statusCode()).isBetween(200, 499);
        assertThat(text(answer)).doesNotContain("<script>", "Exception");
    }

    @Test
    void isOnePageForEverybodyUntilWordsArrive() {
        HttpResponse<byte[]> page = visitor.get("/words?text=you+never+marker");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Cache-Control")).isEqualTo("public, no-cache");
        assertThat(header(page, "Set-Cookie")).isEmpty();
        assertThat(text(page)).doesNotContain("marker", "_csrf");
    }

    @Test
    void keepsNothingAndLeavesNothingInTheBrowser(CapturedOutput output) {
        for (String typed : List.of(
                "You+never+zanzibar+me",
                "I+am+afraid+of+you+zanzibar",
                "zanzibar".repeat(300),
                "zanzibar%ff",
                "zanzibar%00")) {
            HttpResponse<byte[]> answer = post(typed);
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(answer, "Set-Cookie")).isEmpty();
            assertThat(answer.headers().map().toString()).doesNotContain("zanzibar");
            assertThat(text(answer)).contains("<title>Reading notes</title>").doesNotContain("_csrf");
        }
        assertThat(output.getAll()).doesNotContain("zanzibar");
    }

    private HtmlPage mirrored(String typed) {
        HtmlPage page = reader.open("/words");
        reader.fill(page, "text", typed);
        return reader.press(page, LOOK);
    }

    private static List<String> marks(HtmlPage page) {
        return page.querySelectorAll(".words__text mark span").stream()
                .map(DomNode::getTextContent)
                .toList();
    }

    private HttpResponse<byte[]> post(String encoded) {
        return visitor.post("/words", "text=" + encoded);
    }
}
