package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import app.ajar.support.Stored;
import app.ajar.support.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** After a walk and a look in the mirror, nothing of them is in a log line, a table or an address, however much is logged. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class NoTraceTests {

    private static final List<String> TALKATIVE =
            List.of("app.ajar", "org.springframework.web", "org.springframework.security", "org.thymeleaf");

    /** Typed, sent in fields nobody asks for, or the name of an answer that was ticked. */
    private static final List<String> PRIVATE =
            List.of("marker-plover", "markerheron", "markerwren", "stir-up", "changes-subject", "q-sure", "Zwetschge");

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource store;

    private final LoggingSystem logging = LoggingSystem.get(NoTraceTests.class.getClassLoader());
    private final Map<String, String> addresses = new HashMap<>();

    @BeforeEach
    void logMuch() {
        TALKATIVE.forEach(name -> logging.setLogLevel(name, LogLevel.DEBUG));
    }

    @AfterEach
    void logAsBefore() {
        TALKATIVE.forEach(name -> logging.setLogLevel(name, null));
    }

    @Test
    void nothingOfAWalkAMirrorOrAPlannedTalkStaysBehind(CapturedOutput log) {
        walk();
        mirror();
        talk();
        exercise();
        sendOddForms();
        assertThat(log.getAll()).as("it did log much").contains("POST \"/walk\"", "POST \"/words\"", "POST \"/talk\"");
        assertThat(PRIVATE).allSatisfy(words -> {
            assertThat(log.getAll().toLowerCase()).doesNotContain(words.toLowerCase());
            assertThat(addresses.values()).noneMatch(address -> address.contains(words));
        });
        String stored = Stored.everything(store);
        assertThat(stored).as("it did read the tables").contains("Fear of being blamed");
        assertThat(stored).doesNotContain("marker-plover", "markerheron", "markerwren", "Zwetschge", "q-sure");
    }

    private void walk() {
        try (var reader = new Reader(port)) {
            HtmlPage page = reader.open("/walk");
            tick(page, "q-no", "changes-subject");
            tick(page, "q-heard", "stir-up");
            tick(page, "q-sure-stir-up", "told");
            HtmlPage plan = note(reader.press(page, "See my page"));
            assertThat(plan.asNormalizedText()).contains("Fear of what might come up");
            note(reader.press(plan, "Change my answers"));
            note(reader.press(plan, "Keep in my notebook"));
            assertThat(reader.cookieNames()).doesNotContain("pass");
        }
    }

    private void mirror() {
        try (var reader = new Reader(port)) {
            for (String typed : List.of(
                    "You never talk to me, markerheron. Zwetschge.",
                    "I am afraid of you, markerwren.",
                    "markerheron ".repeat(400))) {
                HtmlPage page = reader.open("/words");
                reader.fill(page, "text", typed);
                HtmlPage answer = note(reader.press(page, "See how it may land"));
                assertThat(reader.value(answer, "text")).contains(typed.strip());
            }
            assertThat(reader.cookieNames()).isEmpty();
        }
    }

    private void exercise() {
        try (var reader = new Reader(port)) {
            HtmlPage page = note(reader.open("/notebook/guided/third-person"));
            reader.fill(page, "page", "markerheron in the corner");
            reader.fill(page, "next-time", "Zwetschge");
            HtmlPage door = note(reader.press(page, "Keep this note"));
            assertThat(reader.value(door, "page")).isEqualTo("markerheron in the corner");
            assertThat(reader.cookieNames()).doesNotContain("pass");
        }
    }

    private void talk() {
        try (var reader = new Reader(port)) {
            HtmlPage page = reader.open("/talk");
            reader.fill(page, "where", "markerheron by the lake");
            reader.fill(page, "opening", "Zwetschge, may I ask you something?");
            HtmlPage sheet = note(reader.press(page, "See it on one page"));
            assertThat(sheet.asNormalizedText()).contains("Zwetschge, may I ask you something?");
            note(reader.press(sheet, "Change it"));
            note(reader.press(sheet, "Keep in my notebook"));
            assertThat(reader.cookieNames()).doesNotContain("pass");
        }
    }

    /** What a browser would not send, and what the server refuses. */
    private void sendOddForms() {
        var visitor = new Visitor(port);
        for (String path : List.of("/walk", "/words", "/talk")) {
            for (String form : List.of(
                    "q-no=marker-plover&marker-plover=1&q-heard=stir-up&text=marker-plover",
                    "q-no=marker-plover%ff&text=marker-plover%ff",
                    "marker-plover=%&text=marker-plover%zz",
                    "text=marker-plover&q-no=" + "marker-plover".repeat(100_000))) {
                assertThat(visitor.post(path, form).headers().map().toString()).doesNotContain("marker-plover");
            }
            visitor.get(path + "?text=marker-plover&q-no=marker-plover");
        }
    }

    /** Remembers where a page is and every address it offers to go to. */
    private HtmlPage note(HtmlPage page) {
        String name = page.getUrl() + " " + addresses.size();
        addresses.put(name, page.getUrl().toString());
        page.getAnchors().forEach(link -> addresses.put(name + link, link.getHrefAttribute()));
        for (HtmlForm form : page.getForms()) {
            addresses.put(name + form, form.getMethodAttribute() + " " + form.getActionAttribute());
            assertThat(form.getMethodAttribute()).isEqualTo("post");
        }
        return page;
    }

    private static void tick(HtmlPage page, String name, String value) {
        ((HtmlInput) page.querySelector("input[name=" + name + "][value=" + value + "]")).setChecked(true);
    }
}
