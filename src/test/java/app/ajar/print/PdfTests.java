package app.ajar.print;

import static app.ajar.support.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ajar.guide.GuideLibrary;
import app.ajar.support.AjarTest;
import app.ajar.support.Approved;
import app.ajar.support.PdfFile;
import app.ajar.support.Visitor;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What is in the file that a reader takes along. */
@AjarTest
class PdfTests {

    private static final int DOTS = 50;

    private static final String EIGHT = "prompt=worth-it&prompt=what-worries-you&prompt=ten-minutes&prompt=tell-me-more"
            + "&prompt=my-part&prompt=not-now&prompt=pause-and-return&pitfall=hinting";

    private static final String PLAN = "sheet=plan&plan="
            + encoded(
                    "What may be underneath\n- Fear of blame (most likely)\n\nWords to try\n- To ask: “What worries you?”");

    @LocalServerPort
    private int port;

    @Autowired
    private GuideLibrary library;

    @Autowired
    private Leaves leaves;

    @Autowired
    private Ruler ruler;

    @Autowired
    private Checks checks;

    @Autowired
    private Faces faces;

    @Autowired
    private PaperStyle style;

    @Autowired
    private SpringTemplateEngine templates;

    private Visitor visitor;

    @BeforeEach
    void comeIn() {
        visitor = new Visitor(port);
    }

    private record Sheet(String name, String fields, int pages, String says) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Sheet> SHEETS = List.of(
            new Sheet("cards", EIGHT, 1, "Is there something about going together that worries you?"),
            new Sheet("large", EIGHT + "&form=large", 2, "I would like to know it"),
            new Sheet("fold-out", EIGHT + "&form=fold-out", 2, "For a quiet hour"),
            new Sheet("replies", EIGHT + "&form=replies", 2, "They might say: “It is never ten minutes.”"),
            new Sheet("ink", EIGHT + "&ink=1", 1, "Ask one time."),
            new Sheet("moment", "card=moment&blanks=3", 1, "We have both eaten."),
            new Sheet("check-in-together", "sheet=check-in-together", 1, "Week of"),
            new Sheet("check-in-solo", "sheet=check-in-solo", 1, "The weekly check-in, for one"),
            new Sheet("pad-together", "sheet=pad-together", 1, "Four weeks, for two"),
            new Sheet("pad-solo", "sheet=pad-solo", 1, "Four weeks, for one"),
            new Sheet("limits-sheet", "sheet=limits-sheet", 1, "If I am asked to decide on the spot"),
            new Sheet("control-map", "sheet=control-map", 1, "Not mine to carry"),
            new Sheet("both-are-true", "sheet=both-are-true", 1, "The door stays open."),
            new Sheet("if-then-plan", "sheet=if-then-plan", 1, "then the word is"),
            new Sheet("first-visit-questions", "sheet=first-visit-questions", 1, "Who chooses the person?"),
            new Sheet("for-them", "sheet=for-them", 1, "a free helpline in your country"),
            new Sheet("plan", PLAN, 1, "Fear of blame (most likely)"));

    static Stream<Arguments> everySheetOnBothPapers() {
        return SHEETS.stream().flatMap(sheet -> Stream.of(Arguments.of(sheet, "a4"), Arguments.of(sheet, "letter")));
    }

    static Stream<Sheet> everySheet() {
        return SHEETS.stream();
    }

    @ParameterizedTest
    @MethodSource("everySheetOnBothPapers")
    void holdsItsPagesItsWordsItsFontsAndNoAddress(Sheet sheet, String paper) {
        HttpResponse<byte[]> answer = visitor.post("/print/pdf", sheet.fields() + "&paper=" + paper);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"notes.pdf\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        PdfFile file = PdfFile.of(answer.body());
        assertThat(file.pages()).hasSize(sheet.pages());
        assertThat(file.sizes()).containsOnly(paper.equals("a4") ? List.of(595, 842) : List.of(612, 792));
        assertThat(file.words()).contains(sheet.says()).doesNotContain("??");
        assertThat(file.loose()).as("fonts that are not inside").isEmpty();
        assertThat(file.title()).isEqualTo("Reading notes");
        assertThat(file.language()).isEqualTo("en");
        assertThat(file.tagged()).isTrue();
        assertThat(file.words() + new String(file.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContainIgnoringCase("localhost")
                .doesNotContainIgnoringCase("openhtmltopdf")
                .doesNotContain("/URI")
                .doesNotContain("Ajar");
    }

    @ParameterizedTest
    @MethodSource("everySheet")
    void canBeReadAloudAndKept(Sheet sheet) {
        PdfFile file = pdf(sheet.fields());
        assertThat(file.faults(PDFAFlavour.PDFUA_1)).as("PDF/UA-1").isEmpty();
        assertThat(file.faults(PDFAFlavour.PDFA_2_A)).as("PDF/A-2a").isEmpty();
    }

    @Test
    void everyPageLooksAsItWasApproved() {
        var approved = new Approved(
                Path.of("src/test/resources/print"), "print", "./mvnw test -Dtest=PdfTests -Dajar.approve=true");
        var problems = new ArrayList<String>();
        for (Sheet sheet : SHEETS) {
            PdfFile file = pdf(sheet.fields());
            for (int page = 0; page < sheet.pages(); page++) {
                String name = sheet.name() + (page == 0 ? "" : "-" + (page + 1)) + ".png";
                approved.compare(name, file.picture(page, DOTS)).ifPresent(problems::add);
            }
        }
        assertThat(problems).isEmpty();
        assertThat(approved.leftOver()).isEmpty();
    }

    @Test
    void losesNoLetterToALigature() {
        PdfFile file = pdf("prompt=worth-it&own-prompt-worth-it-say="
                + encoded("The first office, a fifth affair, flying off. Ффф"));
        assertThat(file.words()).contains("The first office, a fifth affair, flying off. Ффф");
    }

    @Test
    void printsTheReadersWordsInPlaceOfOurs() {
        String own = "prompt=worth-it&sheet=control-map&own-prompt-worth-it-say=" + encoded("My very own\nwords.")
                + "&own-prompt-worth-it-line=&own-control-map-title=Mine&own-control-map-0-text=" + encoded("My half.");
        PdfFile file = pdf(own);
        assertThat(file.words())
                .contains("My very own words.", "Mine", "My half.")
                .doesNotContain("If we ever went", "Let the quiet do some work", "How I start a hard talk");
        assertThat(text(visitor.post("/print", own))).contains("My half.").contains("My very own");
    }

    @Test
    void putsOurWordsBackOnRequest() {
        assertThat(text(visitor.post("/print", "prompt=worth-it&own-prompt-worth-it-say=Mine&ours=prompt-worth-it")))
                .contains("If we ever went");
    }

    @Test
    void makesLinesOutOfACardThatWasEmptied() {
        PdfFile file = pdf("prompt=worth-it&own-prompt-worth-it-say=&own-prompt-worth-it-line=");
        assertThat(file.words()).contains("To ask").doesNotContain("If we ever went");
    }

    @Test
    void ordersCardsByTheirNumbersAndByOneStep() {
        String picks = "prompt=worth-it&prompt=what-worries-you&prompt=what-would-help";
        PdfFile byNumber = pdf(picks + "&place-prompt-worth-it=3&was-prompt-worth-it=1&place-prompt-what-worries-you=2"
                + "&was-prompt-what-worries-you=2&place-prompt-what-would-help=3&was-prompt-what-would-help=3");
        assertThat(byNumber.words()).containsSubsequence("worries you", "What could help us", "If we ever went");
        PdfFile byStep = pdf(picks + "&up=prompt-what-worries-you");
        assertThat(byStep.words()).containsSubsequence("worries you", "If we ever went");
    }

    @Test
    void shrinksLongWordsAndThenNamesTheCard() {
        String some = "prompt=ten-minutes&prompt=worth-it&own-prompt-worth-it-say=";
        assertThat(pdf(some + encoded("Some words. ".repeat(24))).words()).contains("Some words. Some words.");
        HttpResponse<byte[]> tooLong = visitor.post("/print/pdf", some + encoded("Some words. ".repeat(48)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(text(tooLong))
                .contains("Card 2 (To ask): it is too long, even in the smallest type we print.")
                .contains("href=\"#prompt-worth-it\"")
                .contains("Some words. Some words.");
        assertThat(text(visitor.post("/print/pdf", some + encoded("Some words. ".repeat(60)))))
                .contains("Card 2 (To ask): there are more than 600 letters on it.");
    }

    @Test
    void namesLettersThatWouldComeOutAsBoxes() {
        HttpResponse<byte[]> answer =
                visitor.post("/print/pdf", "prompt=worth-it&own-prompt-worth-it-say=" + encoded("Hello 🙂 你 there"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("Card 1 (To ask): our fonts do not have 🙂 你.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zażółć gęślą jaźń", "Ελληνικά λόγια", "Мне трудно", "Tiếng Việt", "naïve – “¿qué?” €"})
    void hasTheLettersOfManyLanguages(String words) {
        PdfFile file = pdf("prompt=worth-it&own-prompt-worth-it-say=" + encoded(words) + "&own-prompt-worth-it-line="
                + encoded(words));
        assertThat(file.words()).contains(words + " " + words);
    }

    @Test
    void namesAWholeSheetThatIsTooLong() {
        HttpResponse<byte[]> answer = visitor.post(
                "/print/pdf", "sheet=both-are-true&own-both-are-true-0-text=" + encoded("Far too much. ".repeat(300)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("Both are true: it is too long");
    }

    @Test
    void dropsWhatHasNoShapeOnPaper() {
        assertThat(Fields.clean("a\u0000\u200b\tb\r\nc\u2028d\ud800\n\n\n\ne")).isEqualTo("a b\nc\nd\n\ne");
    }

    @Test
    void refusesMoreRunsThanItHasTurnsFor() {
        var press = new Press(templates, faces, style, new PressSettings(0, 1, Duration.ofMillis(5)));
        assertThatThrownBy(() -> press.print(
                        "print/pdf", Map.of("pages", List.of(), "ink", false), PaperSize.A4, Locale.ENGLISH))
                .isInstanceOf(PressBusyException.class);
        var controller = new PrintController(library, leaves, ruler, checks, press);
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("prompt", "worth-it");
        fields.add("own-prompt-worth-it-say", "Kept for the next try");
        var response = new MockHttpServletResponse();
        var page = (ModelAndView) controller.pdf(fields, Locale.ENGLISH, response);
        assertThat(page.getStatus()).hasToString("503 SERVICE_UNAVAILABLE");
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(page.getModel()).containsEntry("busy", true);
        assertThat(((Picks) page.getModel().get("picks")).cards().get(0).say()).isEqualTo("Kept for the next try");
    }

    @Test
    void showsNoPrivateWordsWhenPrintedInALog() {
        var card = Card.blank(1).saying("secret", "secret", "secret");
        var part = new Part("secret", "secret", "secret", 0);
        var leaf = new Leaf("plan", Leaf.Layout.TEXT, "secret", "", "", List.of(part), false);
        var placed = new PlacedCard(card, 18, 0);
        assertThat(List.of(
                        card,
                        part,
                        leaf,
                        placed,
                        PlacedLeaf.of(ruler, leaf),
                        Page.of(PlacedLeaf.of(ruler, leaf)),
                        TextLine.of("secret"),
                        new Problem("letters", "plan", "secret", true, 0, "s")))
                .noneSatisfy(thing -> assertThat(thing.toString()).contains("secret"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private PdfFile pdf(String fields) {
        HttpResponse<byte[]> answer = visitor.post("/print/pdf", fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        return PdfFile.of(answer.body());
    }
}
