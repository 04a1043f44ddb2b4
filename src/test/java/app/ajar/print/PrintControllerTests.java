package app.ajar.print;

import static app.ajar.support.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ajar.guide.Edition;
import app.ajar.guide.EnglishGuide;
import app.ajar.guide.GuideLibrary;
import app.ajar.guide.PitfallView;
import app.ajar.guide.PromptView;
import app.ajar.support.AjarTest;
import app.ajar.support.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@AjarTest
class PrintControllerTests {

    private static final Pattern CARD = Pattern.compile("class=\"pocket-card ");
    private static final Pattern SAID = Pattern.compile("class=\"spoken__say\">([^<]*)<");

    @Autowired
    private GuideLibrary library;

    @Autowired
    private Leaves leaves;

    @Autowired
    private Ruler ruler;

    @Autowired
    private Checks checks;

    @Autowired
    private Press press;

    @Autowired
    private ThymeleafViewResolver views;

    @Autowired
    private List<HandlerInterceptor> interceptors;

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void comeIn() {
        visitor = new Visitor(port);
    }

    @Test
    void offersEveryPromptPitfallAndCheckIn() {
        HttpResponse<byte[]> page = visitor.get("/print");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("public, no-cache");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        for (String slug : allPrompts()) {
            assertThat(text(page)).contains("name=\"prompt\" value=\"" + slug + '"');
        }
        for (String slug : allPitfalls()) {
            assertThat(text(page)).contains("name=\"pitfall\" value=\"" + slug + '"');
        }
        assertThat(text(page))
                .contains("name=\"sheet\" value=\"check-in-together\"")
                .contains("name=\"sheet\" value=\"check-in-solo\"")
                .contains("value=\"cards\" checked")
                .contains("class=\"care care--first")
                .doesNotContain("_csrf")
                .doesNotContain("role=\"alert\"")
                .doesNotContain("??");
    }

    @Test
    void readsNothingFromTheAddress() {
        HttpResponse<byte[]> page = visitor.get("/print?prompt=worth-it");
        assertThat(text(page)).doesNotContainPattern("value=\"worth-it\"[^>]*checked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "form=large", "prompt=no-such-prompt&pitfall=worth-it&sheet=no-such-sheet", "form=%00"})
    void asksAgainWhenNothingUsefulIsTicked(String fields) {
        HttpResponse<byte[]> page = post(fields);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(text(page))
                .contains("id=\"problem\" tabindex=\"-1\"", "role=\"alert\"")
                .contains("<title>Reading notes</title>")
                .contains("name=\"prompt\" value=\"worth-it\"");
    }

    @Test
    void leavesOutWhatTheGuideDoesNotHave() {
        HttpResponse<byte[]> page = post("prompt=worth-it&prompt=gone&pitfall=nor-this&sheet=nothing&form=origami");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(CARD.matcher(text(page)).results()).hasSize(1);
        assertThat(text(page)).doesNotContain("gone").doesNotContain("nor-this").doesNotContain("origami");
    }

    @Test
    void putsCardsInTheOrderOfTheGuideAndEachOnlyOnce() {
        List<String> fields = new ArrayList<>();
        allPitfalls().forEach(slug -> fields.add(0, "pitfall=" + slug));
        allPrompts().forEach(slug -> fields.add(0, "prompt=" + slug));
        while (fields.size() < 65) {
            fields.add("prompt=worth-it");
        }
        String body = text(post(String.join("&", fields)));

        Edition edition = library.edition();
        List<String> expected = new ArrayList<>();
        edition.promptGroups()
                .forEach(group -> group.prompts().forEach(prompt -> expected.add('“' + prompt.say() + '”')));
        edition.pitfalls().forEach(pitfall -> expected.add(pitfall.after()));
        assertThat(SAID.matcher(body).results().map(found -> HtmlUtils.htmlUnescape(found.group(1))))
                .containsExactlyElementsOf(expected);
        assertThat(body.split("class=\"paper__note\"", -1)).hasSize(1 + (expected.size() + 7) / 8);
    }

    @Test
    void makesACardOfEverythingThatCanBeTicked() {
        String everything = "card=moment&blanks=8&prompt=" + String.join("&prompt=", allPrompts()) + "&pitfall="
                + String.join("&pitfall=", allPitfalls());
        HttpResponse<byte[]> page = post(everything);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(CARD.matcher(text(page)).results())
                .hasSize(allPrompts().size() + allPitfalls().size() + 1 + Picks.MOST_BLANKS);
        assertThat(text(page)).doesNotContain("There is room for");
    }

    @Test
    void cutsOffAfter64CardsAndSaysSo() throws Exception {
        // Our own guide has fewer: only a pack of one's own comes so far.
        GuideLibrary large = mock();
        when(large.edition()).thenReturn(EnglishGuide.withPrompts(Picks.MOST_CARDS + 1));
        var fields = new LinkedMultiValueMap<String, String>();
        large.edition().promptGroups().get(0).prompts().forEach(prompt -> fields.add("prompt", prompt.slug()));
        MvcResult result = MockMvcBuilders.standaloneSetup(new PrintController(large, leaves, ruler, checks, press))
                .addInterceptors(interceptors.toArray(HandlerInterceptor[]::new))
                .setViewResolvers(views::resolveViewName)
                .build()
                .perform(MockMvcRequestBuilders.post("/print").params(fields))
                .andReturn();
        var picks = (Picks) result.getModelAndView().getModel().get("picks");
        assertThat(picks.cards()).hasSize(64);
        assertThat(picks.tooMany()).isTrue();
        assertThat(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("There is room for 64 cards. The rest of what you ticked is not on these pages.");
    }

    @ParameterizedTest
    @CsvSource({
        "cards, paper__note, 2",
        "fold-out, fold-out__title, 2",
        "large, large-card, 9",
    })
    void rendersEveryFormAndThenTheCheckIns(String form, String part, int count) {
        String words = String.join("&prompt=", allPrompts().subList(0, 8));
        String body = text(post("form=" + form + "&sheet=check-in-solo&pitfall=hinting&prompt=" + words));
        String sheets = sheetsOf(body);
        assertThat(sheets.split("class=\"[^\"]*\\b" + part + "[ \"]", -1)).hasSize(count + 1);
        assertThat(sheets).contains("Week of").contains("Rather than").doesNotContain("??");
        assertThat(sheets.indexOf("Week of")).isGreaterThan(sheets.indexOf("Rather than"));
    }

    @Test
    void printsACheckInWithoutAnyWords() {
        String body = text(post("sheet=check-in-together&form=fold-out"));
        assertThat(body).contains("One page.").contains("leaf__head").doesNotContain("fold-out__title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cards", "fold-out", "large"})
    void putsNoNameAndNoAddressOnPaper(String form) {
        String everything = "form=" + form + "&sheet=check-in-solo&sheet=check-in-together&prompt="
                + String.join("&prompt=", allPrompts()) + "&pitfall=" + String.join("&pitfall=", allPitfalls());
        String text = sheetsOf(text(post(everything))).replaceAll("<[^>]*>", " ");
        assertThat(text)
                .doesNotContainIgnoringCase("ajar")
                .doesNotContain("http")
                .doesNotContain("localhost");
        assertThat(text).doesNotContainPattern("www\\.|\\.(org|com|app)\\b");
    }

    @Test
    void keepsNothingAndLeavesNothingInTheBrowser() {
        HttpResponse<byte[]> page = post("prompt=worth-it");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(text(page)).contains("<title>Reading notes</title>").doesNotContain("style=");
    }

    @Test
    void keepsEveryTickWhenTheReaderGoesBackToChange() {
        String body = text(post("prompt=worth-it&pitfall=hinting&sheet=check-in-solo&form=large&change=1"));
        assertThat(body)
                .containsPattern("value=\"worth-it\" checked")
                .containsPattern("value=\"hinting\" checked")
                .containsPattern("value=\"check-in-solo\" checked")
                .containsPattern("value=\"large\" checked")
                .containsPattern("value=\"a4\" checked")
                .doesNotContain("role=\"alert\"");
        assertThat(body.split(" checked", -1)).hasSize(6);
    }

    @Test
    void printsTheReadersOwnRepliesAndCarriesThemWhereTheyAreNotShown() {
        String own = "prompt=worth-it&own-prompt-worth-it-they-0=Own+doubt&own-prompt-worth-it-you-0=Own+answer";
        String replies = text(post(own + "&form=replies"));
        assertThat(sheetsOf(replies)).contains("Own doubt", "Own answer");
        assertThat(replies).contains("name=\"own-prompt-worth-it-you-1\"");
        String cards = text(post(own + "&form=cards"));
        assertThat(sheetsOf(cards)).doesNotContain("Own doubt");
        assertThat(cards).contains("name=\"own-prompt-worth-it-they-0\" value=\"Own doubt\"");
        String back = text(post(own + "&form=replies&ours=prompt-worth-it"));
        assertThat(back).doesNotContain("Own doubt", "Own answer");
    }

    @Test
    void leavesOutAReplyThatWasEmptied() {
        String whole = sheetsOf(text(post("prompt=worth-it&form=replies")));
        String shorter = sheetsOf(
                text(post("prompt=worth-it&form=replies&own-prompt-worth-it-they-0=&own-prompt-worth-it-you-0=")));
        assertThat(shorter.split("reply__you")).hasSize(whole.split("reply__you").length - 1);
    }

    @Test
    void saysSoWhenRepliesAreTooLongAndKeepsThem() {
        String much = "Own+answer+".repeat(600);
        HttpResponse<byte[]> refused = post("prompt=worth-it&form=replies&own-prompt-worth-it-you-0=" + much);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("Own answer ".repeat(599));
    }

    @Test
    void printsTheReadersOwnHeadingsOfPairs() {
        String fields = "sheet=control-map&own-control-map-left=Here&own-control-map-right=There";
        assertThat(sheetsOf(text(post(fields)))).contains(">Here<", ">There<");
        HttpResponse<byte[]> refused = post("sheet=control-map&own-control-map-left=" + "Here+".repeat(100));
        assertThat(refused.statusCode()).isEqualTo(422);
    }

    @Test
    void carriesTheTicksOnThePreviewAndLetsALaterFormWin() {
        String body = text(post("prompt=worth-it&sheet=check-in-solo&form=cards&form=large"));
        assertThat(body)
                .contains("type=\"hidden\" name=\"prompt\" value=\"worth-it\"")
                .contains("type=\"hidden\" name=\"sheet\" value=\"check-in-solo\"")
                .contains("name=\"form\" value=\"large\" checked")
                .contains("class=\"large-card ");
    }

    private List<String> allPrompts() {
        return library.edition().promptGroups().stream()
                .flatMap(group -> group.prompts().stream())
                .map(PromptView::slug)
                .toList();
    }

    private List<String> allPitfalls() {
        return library.edition().pitfalls().stream().map(PitfallView::slug).toList();
    }

    /** What comes out of the printer. */
    private static String sheetsOf(String body) {
        return body.substring(body.indexOf("class=\"papers\""), body.indexOf("</main>"));
    }

    private HttpResponse<byte[]> post(String fields) {
        return visitor.post("/print", fields);
    }
}
