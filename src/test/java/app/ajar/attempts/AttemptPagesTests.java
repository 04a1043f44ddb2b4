package app.ajar.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import app.ajar.support.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody meets whose address has no try left. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class AttemptPagesTests {

    private static final String TIRED_OUT = "198.51.100.90";
    private static final String OTHER = "198.51.100.91";

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private AddressNumbers numbers;

    @Autowired
    private Clock clock;

    private Reader reader;

    @BeforeEach
    void arrive() {
        reader = new Reader(port);
    }

    @AfterEach
    void go() {
        reader.close();
        jdbc.update("delete from attempt_bucket");
    }

    /** Another program at the same store, with one try an hour, has seen this address. */
    private void tireOut(String address) {
        var strict = new AttemptSettings(1, Duration.ofHours(1), 100_000, Duration.ofMillis(200));
        new Attempts(numbers, dataSource, jdbc, strict, clock).take(address);
    }

    @Test
    void losesNothingThatWasTypedAtTheDoor(CapturedOutput log) {
        HtmlPage guide = reader.open("/guide/my-limits");
        HtmlElement form = guide.querySelector("main form");
        ((HtmlTextArea) form.querySelector("textarea")).setText("If it gets loud, I will walk.");
        HtmlPage door = reader.click(form.querySelector("button"));
        reader.fill(door, "key-words", "one two three four five six");
        tireOut(TIRED_OUT);
        reader.comeFrom(TIRED_OUT);

        HtmlPage refused = reader.press(door, "Open it and keep this note");

        assertRefused(refused);
        assertThat(reader.value(refused, "body")).isEqualTo("If it gets loud, I will walk.");
        assertThat(reader.value(refused, "key-words")).isEqualTo("one two three four five six");
        assertThat(Reader.button(refused, "Start a notebook and keep this note"))
                .isNotNull();
        assertThat(log).doesNotContain(TIRED_OUT);
        reader.comeFrom(OTHER);
        assertThat(reader.status(reader.press(refused, "Open it and keep this note")))
                .as("from another address the words are tried")
                .isEqualTo(422);
    }

    @Test
    void startsNoNotebookAndKeepsTheNote() {
        HtmlPage guide = reader.open("/guide/my-limits");
        HtmlElement form = guide.querySelector("main form");
        ((HtmlTextArea) form.querySelector("textarea")).setText("A line of mine.");
        HtmlPage door = reader.click(form.querySelector("button"));
        tireOut(TIRED_OUT);
        reader.comeFrom(TIRED_OUT);
        int before = notebooks();
        HtmlPage refused = reader.press(door, "Start a notebook and keep this note");
        assertRefused(refused);
        assertThat(reader.value(refused, "body")).isEqualTo("A line of mine.");
        assertThat(notebooks()).isEqualTo(before);
        assertThat(reader.cookieNames()).doesNotContain("pass");
    }

    @Test
    void countsAPassphraseThatIsSetLikeATryAndKeepsWhatWasTyped() {
        reader.press(reader.open("/notebook/start"), "Start a notebook");
        HtmlPage form = reader.open("/notebook/keys/passphrase");
        reader.fill(form, "passphrase", "seven lanterns over a quiet harbour");
        int before = phrases();
        tireOut(TIRED_OUT);
        reader.comeFrom(TIRED_OUT);
        HtmlPage refused = reader.press(form, "Add it");
        assertRefused(refused);
        assertThat(reader.value(refused, "passphrase")).isEqualTo("seven lanterns over a quiet harbour");
        assertThat(phrases()).isEqualTo(before);
    }

    @Test
    void goesOnReading() {
        tireOut(TIRED_OUT);
        var visitor = new Visitor(port);
        for (String page : List.of("/", "/guide", "/safety", "/notebook", "/notebook/open")) {
            assertThat(visitor.get(page, "X-Forwarded-For", TIRED_OUT).statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
    }

    @Test
    void isNotFooledByAnAddressThatTheSenderMadeUp() {
        HtmlPage door = reader.open("/notebook/open");
        reader.fill(door, "key-words", "one two three four five six");
        tireOut(TIRED_OUT);
        reader.comeFrom("203.0.113.200, " + TIRED_OUT);
        assertRefused(reader.press(door, "Open it"));
    }

    private int phrases() {
        Integer phrases = jdbc.queryForObject("select count(*) from way_in where kind = 'phrase'", Integer.class);
        return phrases == null ? 0 : phrases;
    }

    private void assertRefused(HtmlPage page) {
        assertThat(reader.status(page)).isEqualTo(429);
        assertThat(Long.parseLong(page.getWebResponse().getResponseHeaderValue("Retry-After")))
                .isBetween(3_500L, 3_600L);
        HtmlElement problem = page.querySelector("[role=alert]");
        assertThat(problem.getTextContent())
                .contains("Too many tries in a short time", "nothing you wrote is lost", "Wait half a minute");
    }

    private int notebooks() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from notebook", Integer.class));
    }
}
