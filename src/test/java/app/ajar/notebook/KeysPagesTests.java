package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import app.ajar.support.Visitor;
import java.util.List;
import java.util.Optional;
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

/** What opens a notebook, and where it is open, as a person without scripts meets it. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class KeysPagesTests {

    private static final String PHRASE = "Wet socks and burnt toast";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

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
    void showsTheWordsOnceMoreWhileItIsOpenAndHidesThemUntilAskedFor() {
        List<String> six = started(reader);
        HtmlPage list = reader.open("/notebook");
        HtmlPage keys = reader.click(list.getAnchorByHref("/notebook/keys"));
        assertThat(reader.keyWords(keys)).isEqualTo(six);
        HtmlElement folded = keys.querySelector("details");
        assertThat(folded.hasAttribute("open")).isFalse();
        assertThat(folded.querySelectorAll("[data-key-words]")).hasSize(1);
        assertThat(keys.querySelectorAll("[data-key-words]")).hasSize(1);
    }

    @Test
    void offersNothingThatNeedsAScriptToSomebodyWithoutOne() {
        started(reader);
        HtmlPage keys = reader.open("/notebook/keys");
        assertThat(keys.querySelectorAll("[data-module=copy][hidden], [data-module=print][hidden]"))
                .hasSize(2);
        assertThat(keys.querySelectorAll("[data-idle] form[hidden]")).hasSize(1);
    }

    @Test
    void changesTheWordsOnlyWhenTickedAndShowsTheNewOnes() {
        List<String> old = started(reader);
        HtmlPage unsure = reader.press(reader.open("/notebook/keys/change"), "Change them now");
        assertThat(reader.status(unsure)).isEqualTo(422);
        assertThat(unsure.getVisibleText()).contains("Tick the box first");
        List<String> fresh = reader.keyWords(changed(unsure));
        assertThat(fresh).hasSize(6).isNotEqualTo(old);
        assertThat(reader.keyWords(reader.open("/notebook/keys"))).isEqualTo(fresh);
        reader.press(reader.open("/notebook"), "Lock now");
        assertThat(reader.status(openWith(reader, String.join(" ", old)))).isEqualTo(422);
        assertThat(openWith(reader, String.join(" ", fresh)).getVisibleText()).contains("Lock now");
    }

    @Test
    void drawsNoSecondWordsUnseenWhenAFormIsSentTwice() {
        started(reader);
        HtmlPage form = reader.open("/notebook/keys/change");
        HtmlPage twin = reader.open("/notebook/keys/change");
        List<String> fresh = reader.keyWords(changed(form));
        HtmlPage again = changed(twin);
        assertThat(reader.keyWords(again)).isEqualTo(fresh);
        assertThat(again.getVisibleText()).contains("They were not changed a second time");
    }

    @Test
    void closesOtherDevicesWhenTheWordsAreChanged() {
        List<String> old = started(reader);
        try (var other = new Reader(port)) {
            openWith(other, String.join(" ", old));
            assertThat(other.open("/notebook").getVisibleText()).contains("Lock now");
            changed(reader.open("/notebook/keys/change"));
            assertThat(other.open("/notebook").getVisibleText()).contains("Open your notebook");
        }
    }

    @Test
    void opensWithAPassphraseBesideTheWordsUntilItIsTakenAway() {
        List<String> six = started(reader);
        HtmlPage keys = phrase(PHRASE);
        assertThat(reader.address(keys).getPath()).isEqualTo("/notebook/keys");
        assertThat(keys.getVisibleText()).contains("Your passphrase opens the notebook from now on");
        reader.press(reader.open("/notebook"), "Lock now");

        assertThat(openWith(reader, "  wet SOCKS and  burnt toast ").getVisibleText())
                .contains("Lock now");
        HtmlPage without = reader.open("/notebook/keys");
        assertThat(without.getVisibleText()).contains("You opened the notebook with your passphrase");
        assertThat((Object) without.querySelector("[data-key-words]")).isNull();

        HtmlPage unsure = reader.press(reader.open("/notebook/keys/passphrase"), "Take the passphrase away");
        assertThat(reader.status(unsure)).isEqualTo(422);
        tick(unsure, "have-words");
        assertThat(reader.press(unsure, "Take the passphrase away").getVisibleText())
                .contains("The passphrase is gone");
        reader.press(reader.open("/notebook"), "Lock now");
        assertThat(reader.status(openWith(reader, PHRASE))).isEqualTo(422);
        assertThat(openWith(reader, String.join(" ", six)).getVisibleText()).contains("Lock now");
    }

    @Test
    void whoOpenedItWithAPassphraseCanStillGetNewWords() {
        started(reader);
        phrase(PHRASE + " again");
        reader.press(reader.open("/notebook"), "Lock now");
        openWith(reader, PHRASE + " again");
        List<String> fresh = reader.keyWords(changed(reader.open("/notebook/keys/change")));
        assertThat(reader.keyWords(reader.open("/notebook/keys"))).isEqualTo(fresh);
    }

    @ParameterizedTest
    @CsvSource({
        "short but new, It has 13 characters",
        "i love you so much, It would be too quick to guess",
        "'ability, able, absorb, angle, animal, ankle', It reads like six key words",
        "'', It has 0 characters"
    })
    void refusesAPassphraseWithAReasonAndLosesNothingOfIt(String typed, String reason) {
        started(reader);
        HtmlPage refused = phrase(typed);
        assertThat(reader.status(refused)).isEqualTo(422);
        assertThat(refused.getVisibleText()).contains(reason);
        assertThat(reader.value(refused, "passphrase")).isEqualTo(typed);
        assertThat(reader.open("/notebook/keys").getVisibleText()).contains("Add a passphrase");
    }

    @Test
    void refusesAPassphraseThatIsTooLong() {
        started(reader);
        HtmlPage refused = phrase("heron bridge ".repeat(16));
        assertThat(reader.status(refused)).isEqualTo(422);
        assertThat(refused.getVisibleText()).contains("It has 207 characters");
    }

    @Test
    void tellsNobodyWhichPassphraseOpensAnotherNotebook() {
        started(reader);
        phrase("Two herons, one wet bridge");
        try (var other = new Reader(port)) {
            started(other);
            HtmlPage form = other.open("/notebook/keys/passphrase");
            other.fill(form, "passphrase", "Two herons, one wet bridge");
            HtmlPage refused = other.press(form, "Add it");
            assertThat(other.status(refused)).isEqualTo(422);
            assertThat(refused.getVisibleText()).contains("It would be too quick to guess");
        }
    }

    @Test
    void listsWhereItIsOpenAndClosesItThere() {
        List<String> six = started(reader);
        assertThat(reader.open("/notebook/devices").getVisibleText()).contains("It is open nowhere else");
        try (var other = new Reader(port)) {
            openWith(other, String.join(" ", six));
            HtmlPage devices = reader.open("/notebook/devices");
            List<String> names = devices.querySelectorAll(".devices h2").stream()
                    .map(heading -> heading.getTextContent().strip())
                    .toList();
            assertThat(names).containsExactly("This browser", "Another browser");
            assertThat(devices.querySelectorAll(".devices time")).hasSize(4);
            HtmlPage closed = reader.press(devices, "Close all others");
            assertThat(closed.getVisibleText()).contains("Closed everywhere else", "It is open nowhere else");
            assertThat(other.open("/notebook").getVisibleText()).contains("Open your notebook");
            assertThat(reader.open("/notebook").getVisibleText()).contains("Lock now");
        }
    }

    @Test
    void keepsItOpenForWhoeverSaysSoAndTellsHowLong() {
        started(reader);
        HtmlPage page = reader.open("/notebook/devices");
        assertThat(reader.press(page, "Keep it open")).as("nothing to show").isSameAs(page);
        var asked = new Visitor(port).get("/notebook/pulse", "Cookie", "pass=" + reader.cookie("pass"));
        assertThat(Integer.parseInt(Visitor.header(asked, "Closes-In"))).isBetween(1_700, 1_800);
    }

    @Test
    void handsOutTheListOfWordsToAnybodyForGood() {
        var list = new Visitor(port).get("/key-words/en.txt");
        assertThat(Visitor.text(list).lines()).hasSize(1_706).contains("ability");
        assertThat(list.headers().allValues("Cache-Control"))
                .singleElement()
                .asString()
                .contains("public", "immutable");
        assertThat(list.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/notebook/keys", "/notebook/keys/change", "/notebook/keys/passphrase", "/notebook/devices"})
    void keepsEveryPageFromWhoeverHasNoPassAndFromEveryCache(String path) {
        var turnedAway = new Visitor(port).get(path);
        assertThat(turnedAway.statusCode()).isEqualTo(303);
        assertThat(Visitor.header(turnedAway, "Location")).endsWith("/notebook");
        started(reader);
        HtmlPage page = reader.open(path);
        assertThat(page.getWebResponse().getResponseHeaderValue("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(page.querySelectorAll("main[data-private]")).hasSize(1);
    }

    @Test
    void turnsAFormAwayOnceTheNotebookHasLockedItself() {
        started(reader);
        HtmlPage change = reader.open("/notebook/keys/change");
        int ways = count("way_in");
        jdbc.update("delete from pass");
        assertThat(changed(change).getVisibleText()).contains("Open your notebook");
        assertThat(count("way_in")).isEqualTo(ways);
    }

    @Test
    void writesNoWordAndNoPassphraseIntoALogOrAnAddress(CapturedOutput output) {
        started(reader);
        HtmlPage keys = phrase("Xylophone marker under seven clouds");
        assertThat(reader.address(keys).toString()).doesNotContain("ylophone");
        phrase("Xylophone marker");
        List<String> fresh = reader.keyWords(changed(reader.open("/notebook/keys/change")));
        assertThat(output.getAll()).doesNotContainIgnoringCase("xylophone marker");
        for (int word = 0; word < 5; word++) {
            assertThat(output.getAll()).doesNotContain(fresh.get(word) + " " + fresh.get(word + 1));
        }
    }

    private static List<String> started(Reader reader) {
        return reader.keyWords(reader.press(reader.open("/notebook/start"), "Start a notebook"));
    }

    private HtmlPage changed(HtmlPage form) {
        tick(form, "sure");
        return reader.press(form, "Change them now");
    }

    private HtmlPage phrase(String typed) {
        HtmlPage form = reader.open("/notebook/keys/passphrase");
        reader.fill(form, "passphrase", typed);
        return reader.click(reader.form(form, "/passphrase").querySelector("button"));
    }

    private static HtmlPage openWith(Reader reader, String typed) {
        HtmlPage form = reader.open("/notebook/open");
        reader.fill(form, "key-words", typed);
        return reader.press(form, "Open it");
    }

    private static void tick(HtmlPage page, String name) {
        ((HtmlInput) page.querySelector("[name=" + name + "]")).setChecked(true);
    }

    private int count(String table) {
        return Optional.ofNullable(jdbc.queryForObject("select count(*) from " + table, Integer.class))
                .orElseThrow();
    }
}
