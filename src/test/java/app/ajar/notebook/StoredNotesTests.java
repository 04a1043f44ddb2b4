package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.AjarApplication;
import app.ajar.support.Reader;
import app.ajar.support.TestStore;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** What lies on the disk after notes were saved, read byte by byte as a thief would, whichever store it is. */
@Tag(TestStore.TAG)
class StoredNotesTests {

    private static final List<String> PRIVATE = List.of(
            "quixotic title",
            "The quince tree by the gate",
            "Zwetschgenbaum",
            "Sunday we shouted",
            "A kumquat was said",
            "A medlar was heard",
            "A loquat is mine");

    /** One database for all programs of a test. */
    private final String[] postgres = TestStore.onPostgres() ? TestStore.options() : new String[0];

    @Test
    void leavesNoWordOfANoteOnTheDisk(@TempDir Path home) throws IOException {
        List<String> words;
        String secret;
        try (var program = run(home);
                var reader = new Reader(program.getWebServer().getPort())) {
            words = reader.keyWords(reader.press(reader.open("/notebook/start"), "Start a notebook"));
            secret = reader.cookie("pass");
            HtmlPage note = reader.open("/notebook/notes/new");
            reader.fill(note, "title", "A quixotic title");
            reader.fill(note, "body", "The quince tree by the gate. Zwetschgenbaum. On Sunday we shouted.");
            HtmlPage saved = reader.press(note, "Save");
            reader.fill(saved, "body", "The quince tree by the gate, changed. On Sunday we shouted.");
            reader.press(saved, "Save");
            HtmlPage talk = reader.open("/notebook/talks/new");
            reader.fill(talk, "said", "A kumquat was said.");
            reader.fill(talk, "heard", "A medlar was heard.");
            reader.press(talk, "Save");
            HtmlPage map = reader.open("/notebook/guided/control-map");
            reader.fill(map, "mine", "A loquat is mine.");
            reader.press(map, "Save");
            assertThat(reader.open("/notebook").querySelectorAll(".entries a")).hasSize(3);
            assertThat(findings(files(home), PRIVATE)).as("while it runs").isEmpty();
        }
        assertThat(findings(files(home), PRIVATE)).as("after it stopped").isEmpty();
        assertThat(findings(files(home), List.of(secret, String.join(" ", words), String.join(",", words))))
                .as("nothing that opens it")
                .isEmpty();
        assertThat(findings(files(home), List.of("Fear of being blamed")))
                .as("the guide is there in clear: the search can find what is on the disk")
                .isNotEmpty();
    }

    @Test
    void opensAgainAfterTheProgramWasStopped(@TempDir Path home) {
        List<String> words;
        try (var program = run(home);
                var reader = new Reader(program.getWebServer().getPort())) {
            words = reader.keyWords(reader.press(reader.open("/notebook/start"), "Start a notebook"));
            HtmlPage note = reader.open("/notebook/notes/new");
            reader.fill(note, "body", "Still here tomorrow.");
            reader.press(note, "Save");
        }
        try (var program = run(home);
                var reader = new Reader(program.getWebServer().getPort())) {
            HtmlPage open = reader.open("/notebook/open");
            reader.fill(open, "key-words", String.join(" ", words));
            HtmlPage list = reader.press(open, "Open it");
            HtmlPage note = reader.click(list.querySelector(".entries a"));
            assertThat(reader.value(note, "body")).isEqualTo("Still here tomorrow.");
        }
    }

    private ServletWebServerApplicationContext run(Path home) {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(AjarApplication.class)
                .run(Stream.concat(
                                Stream.of("--server.port=0", "--ajar.leave-for=http://127.0.0.1:1/weather"),
                                TestStore.onPostgres() ? Stream.of(postgres) : Stream.of("--ajar.home=" + home))
                        .toArray(String[]::new));
    }

    /** Where the store keeps what it knows. */
    private static Path files(Path home) {
        return TestStore.onPostgres() ? TestStore.postgresFiles() : home;
    }

    /** Which of the words stand in which file, in any of the ways a database writes text. */
    private static Map<String, String> findings(Path home, List<String> words) throws IOException {
        var found = new HashMap<String, String>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (String word : words) {
                    for (Charset charset :
                            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                        if (contains(bytes, word.getBytes(charset))) {
                            found.put(word, file.getFileName() + " as " + charset);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static boolean contains(byte[] all, byte[] part) {
        String haystack = new String(all, StandardCharsets.ISO_8859_1);
        return haystack.contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
