package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.InflaterInputStream;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of a notebook, read and made by a program that knows ADR 9 and nothing of Ajar's code. */
@AjarTest
class AnotherProgramTests {

    private static final String BODY = "They stayed in the room. Née, 你好, 🌙.";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private record Opened(UUID notebook, byte[] key) {}

    @Test
    void opensANotebookWithItsWordsAlone() throws IOException {
        try (var reader = new Reader(port)) {
            List<String> words = start(reader);
            note(reader, "Sunday 🌙", BODY);
            Opened opened = openByWords(words);
            Map<String, Object> row = jdbc.queryForMap("select * from note where notebook_id = ?", opened.notebook());
            UUID id = (UUID) row.get("id");
            byte[] heading = AnotherProgram.withoutPadding(AnotherProgram.open(
                    opened.key(), (byte[]) row.get("sealed_heading"), context("heading", opened, id)));
            var in = new DataInputStream(new ByteArrayInputStream(heading));
            assertThat(in.readByte()).isEqualTo((byte) 4);
            long written = in.readLong();
            assertThat(in.readLong()).as("not changed yet").isEqualTo(written);
            assertThat(in.readLong()).as("not deleted").isZero();
            assertThat(text(in)).isEqualTo("Sunday 🌙");
            assertThat(text(in) + text(in) + text(in))
                    .as("no section, mood or kind")
                    .isEmpty();
            assertThat(in.available()).isZero();
            assertThat(new String(body(opened, id), StandardCharsets.UTF_8)).isEqualTo(BODY);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
    }

    @Test
    void opensATalkWithTheCookieOfAnOpenNotebook() throws IOException {
        try (var reader = new Reader(port)) {
            List<String> words = start(reader);
            HtmlPage page = reader.open("/notebook/talks/new");
            reader.fill(page, "said", "I said née 🌙");
            reader.fill(page, "heard", "They said: “你好”");
            reader.press(page, "Save");
            Opened opened = openByCookie(reader.cookie("pass"), words);
            UUID id = jdbc.queryForObject("select id from note where notebook_id = ?", UUID.class, opened.notebook());
            ByteBuffer texts = ByteBuffer.wrap(body(opened, id));
            byte[] said = new byte[texts.getInt()];
            texts.get(said);
            byte[] heard = new byte[texts.remaining()];
            texts.get(heard);
            assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo("I said née 🌙");
            assertThat(new String(heard, StandardCharsets.UTF_8)).isEqualTo("They said: “你好”");
        }
    }

    @Test
    void opensALongNote() throws IOException {
        String text =
                IntStream.range(0, 900).mapToObj(n -> "Née, line " + n + ".").collect(Collectors.joining("\n"));
        try (var reader = new Reader(port)) {
            Opened opened = openByWords(start(reader));
            note(reader, "Long", text);
            UUID id = jdbc.queryForObject("select id from note where notebook_id = ?", UUID.class, opened.notebook());
            byte[] body = body(opened, id);
            assertThat(body[0]).isEqualTo((byte) 0xFF);
            var inflated = new InflaterInputStream(new ByteArrayInputStream(body, 1, body.length - 1));
            assertThat(new String(inflated.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(text);
        }
    }

    @Test
    void makesANotebookThatAjarOpens() {
        UUID notebook = Vectors.id("notebook.id");
        jdbc.update(
                "insert into notebook (id, opened_on, words_locator, revision) values (?, current_date, ?, 0)",
                notebook,
                Vectors.text("quick.locator"));
        jdbc.update(
                "insert into way_in (locator, notebook_id, kind, wrapped_key, revision) values (?, ?, 'words', ?, 0)",
                Vectors.text("quick.locator"),
                notebook,
                Vectors.bytes("quick.wrapped"));
        int place = 0;
        for (String name : List.of("note", "talk", "old", "now")) {
            place++;
            jdbc.update(
                    "insert into note (id, notebook_id, sealed_heading, sealed_body, written_on, place, revision)"
                            + " values (?, ?, ?, ?, date '2026-11-22', ?, 0)",
                    Vectors.id(name + ".id"),
                    notebook,
                    Vectors.bytes(name + ".heading"),
                    Vectors.bytes(name + ".body"),
                    place);
        }
        try (var reader = new Reader(port)) {
            HtmlPage page = reader.open("/notebook/open");
            reader.fill(page, "key-words", Vectors.text("words.text"));
            HtmlPage list = reader.press(page, "Open it");
            assertThat(list.asNormalizedText()).contains("Sunday 🌙", "A talk", "An old note", "Née, 你好 🌙");
            assertThat(reader.value(read(reader, "note"), "body")).isEqualTo(BODY);
            assertThat(reader.value(read(reader, "old"), "body")).isEqualTo("Written before times were sealed.");
            for (String talk : List.of("talk", "now")) {
                assertThat(reader.value(read(reader, talk), "heard")).isEqualTo("They said: “你好”");
            }
        } finally {
            jdbc.update("delete from note where notebook_id = ?", notebook);
            jdbc.update("delete from notebook where id = ?", notebook);
            jdbc.update("delete from way_in where notebook_id = ?", notebook);
        }
    }

    @Test
    void cannotTellAWordFromAPageByTheTables() {
        try (var reader = new Reader(port)) {
            List<String> words = start(reader);
            note(reader, "", "No.");
            note(reader, "A title of some length, about Sunday and what came of it", "a page. ".repeat(375));
            HtmlPage talk = reader.open("/notebook/talks/new");
            reader.fill(talk, "said", "Please.");
            reader.press(talk, "Save");
            UUID notebook = openByWords(words).notebook();
            assertThat(sizes("select sealed_body from note where notebook_id = ?", notebook))
                    .as("bodies of a word, of 3,000 characters, and of a talk")
                    .containsExactly(1_760 + 29, 1_760 + 29, 1_760 + 29);
            assertThat(sizes("select sealed_heading from note where notebook_id = ?", notebook))
                    .containsOnly(768 + 29);
            assertThat(sizes("select sealed_words from pass where notebook_id = ?", notebook))
                    .containsOnly(512 + 29);
            assertThat(sizes("select sealed_use from pass where notebook_id = ?", notebook))
                    .containsOnly(17 + 29);
        }
    }

    private List<Integer> sizes(String query, UUID notebook) {
        return jdbc.queryForList(query, byte[].class, notebook).stream()
                .map(bytes -> bytes.length)
                .toList();
    }

    private static List<String> start(Reader reader) {
        return reader.keyWords(reader.press(reader.open("/notebook/start"), "Start a notebook"));
    }

    private static void note(Reader reader, String title, String body) {
        HtmlPage page = reader.open("/notebook/notes/new");
        reader.fill(page, "title", title);
        reader.fill(page, "body", body);
        reader.press(page, "Save");
    }

    private static HtmlPage read(Reader reader, String name) {
        return reader.open("/notebook/notes/" + Vectors.text(name + ".id"));
    }

    private Opened openByWords(List<String> words) {
        // The cost of tests; the real one is 47,104 KiB and one pass, and KnownAnswerTests hold it.
        byte[] stretched = AnotherProgram.argon2id(String.join(" ", words), "ajar/key-words/1", 64, 1);
        String locator = HexFormat.of().formatHex(AnotherProgram.hkdf(stretched, "ajar/notebook/locator/v1", 32));
        byte[] wrapping = AnotherProgram.hkdf(stretched, "ajar/notebook/wrap/v1", 32);
        Map<String, Object> row = jdbc.queryForMap("select * from way_in where locator = ?", locator);
        UUID notebook = (UUID) row.get("notebook_id");
        return new Opened(
                notebook,
                AnotherProgram.open(wrapping, (byte[]) row.get("wrapped_key"), "ajar/notebook/1/words/" + notebook));
    }

    private Opened openByCookie(String cookie, List<String> words) throws IOException {
        byte[] bytes = Base64.getUrlDecoder().decode(cookie);
        byte[] secret = Arrays.copyOfRange(bytes, 16, 48);
        String locator = HexFormat.of().formatHex(AnotherProgram.hkdf(secret, "ajar/pass/locator/v1", 32));
        byte[] wrapping = AnotherProgram.hkdf(secret, "ajar/pass/wrap/v1", 32);
        UUID notebook = new UUID(
                ByteBuffer.wrap(bytes).getLong(), ByteBuffer.wrap(bytes).getLong(8));
        Map<String, Object> row =
                jdbc.queryForMap("select * from pass where notebook_id = ? and locator = ?", notebook, locator);
        String place = notebook + "/" + locator;
        byte[] key = AnotherProgram.open(wrapping, (byte[]) row.get("wrapped_key"), "ajar/notebook/1/pass/" + place);
        byte[] beside = AnotherProgram.open(key, (byte[]) row.get("sealed_words"), "ajar/pass/1/words/" + place);
        assertThat(new String(AnotherProgram.withoutPadding(beside), StandardCharsets.US_ASCII))
                .isEqualTo(String.join(" ", words));
        ByteBuffer use =
                ByteBuffer.wrap(AnotherProgram.open(key, (byte[]) row.get("sealed_use"), "ajar/pass/1/use/" + place));
        assertThat(use.get()).isEqualTo((byte) 1);
        assertThat(use.getLong()).as("opened, then used").isPositive().isLessThanOrEqualTo(use.getLong());
        return new Opened(notebook, key);
    }

    private byte[] body(Opened opened, UUID id) throws IOException {
        byte[] sealed = jdbc.queryForObject("select sealed_body from note where id = ?", byte[].class, id);
        return AnotherProgram.withoutPadding(AnotherProgram.open(opened.key(), sealed, context("body", opened, id)));
    }

    private static String context(String column, Opened opened, UUID id) {
        return "ajar/note/1/" + column + "/" + opened.notebook() + "/" + id;
    }
}
