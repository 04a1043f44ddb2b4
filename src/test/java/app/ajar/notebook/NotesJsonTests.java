package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.ajar.notebook.UnreadableNotesException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file for programs, and what is refused as one. */
class NotesJsonTests {

    private static final String HEAD = "{\"version\":1,\"notes\":[";
    private static final String TIMES = "\"written\":\"2026-11-24T20:00:00.001Z\",\"changed\":\"2026-11-24T20:05:00Z\"";

    private record Kept(NoteText text, Times times) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20261124, 77})
    void givesBackEveryNoteThatWasWritten(long seed) throws Exception {
        var random = new Random(seed);
        var notes = Stream.generate(() -> note(random)).limit(60).toList();
        assertThat(read(written(notes))).as("seed %d", seed).isEqualTo(notes);
    }

    @Test
    void hasTheShapeThatIsWrittenDown() throws Exception {
        String described = Files.readString(Path.of("src/docs/notes-json.md"));
        var example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(described);
        assertThat(example.find()).isTrue();
        List<Kept> notes = read(example.group(1));
        assertThat(notes).hasSize(3);
        assertThat(written(notes, LocalDate.of(2026, 11, 23)).replaceAll("\\s", ""))
                .as("what we write is what the example shows")
                .isEqualTo(example.group(1).replaceAll("\\s", ""));
        assertThat(described).contains(NoteForm.MOODS).contains(Talk.NEXT_STEPS);
        for (GuidedKind kind : GuidedKind.values()) {
            assertThat(described).contains("`" + kind.key() + "`");
            assertThat(kind.names())
                    .allMatch(name -> described.contains("`" + name + "`") || name.matches(".*-([2-9]|1[0-2])"));
        }
    }

    @Test
    void takesFieldsInAnyOrderAndWhatStandsAfterTheNotes() throws Exception {
        assertThat(read(HEAD + "{\"body\":\"b\"," + TIMES
                        + ",\"title\":\"t\"}],\"damaged\":[\"2026-11-24\"],\"x\":{\"y\":[1]}}"))
                .extracting(Kept::text)
                .containsExactly(new NoteText("t", "b", "", ""));
        assertThat(read(HEAD + "]}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"notes\":[]}",
                "{\"version\":\"1\",\"notes\":[]}",
                "{\"version\":1,\"notes\":{}}",
                "{\"version\":1,\"notes\":[1]}",
                "{\"version\":1,\"notes\":[",
                "{\"version\":1,\"notes\":[]",
                "{\"version\":1,\"notes\":[]} {}",
                "{\"version\":1,\"notes\":[]}x",
                "{\"version\":1.5,\"notes\":[]}"
            })
    void refusesWhatIsNotOfThatShape(String json) {
        refused(json, Reason.BROKEN);
    }

    @Test
    void refusesALaterVersion() {
        refused("{\"version\":2,\"everything\":\"else\"}", Reason.VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"title\":\"no times\"",
                "\"written\":\"yesterday\",\"changed\":\"2026-11-24T20:05:00Z\",\"body\":\"b\"",
                "\"written\":\"1999-12-31T23:59:59Z\",\"changed\":\"2026-11-24T20:05:00Z\",\"body\":\"b\"",
                "\"written\":\"+99999-12-31T23:59:59Z\",\"changed\":\"2026-11-24T20:05:00Z\",\"body\":\"b\"",
                "T",
                "T,\"body\":1",
                "T,\"body\":null",
                "T,\"body\":{\"a\":1}",
                "T,\"body\":\"a\",\"body\":\"b\"",
                "T,\"body\":\"\\ud800\"",
                "T,\"body\":\"b\",\"said\":\"not of this kind\"",
                "T,\"body\":\"b\",\"mood\":\"jolly\"",
                "T,\"body\":\"b\",\"section\":\"https://elsewhere\"",
                "T,\"body\":\"b\",\"unknown\":\"x\"",
                "T,\"kind\":\"unknown\",\"body\":\"b\"",
                "T,\"kind\":\"talk\",\"said\":\"a\",\"ease\":\"6\"",
                "T,\"kind\":\"talk\",\"said\":\"a\",\"day\":\"2026-02-30\"",
                "T,\"kind\":\"control-map\",\"mine\":\"a\",\"for-me-1\":\"b\"",
                "T,\"kind\":\"control-map\",\"body\":\"b\""
            })
    void refusesANoteThatCouldNotBeSavedByHandOrWouldLoseSomething(String note) {
        refused(HEAD + "{" + note.replaceFirst("^T", TIMES) + "}]}", Reason.BROKEN);
    }

    @Test
    void refusesTextsThatAreTooLong() {
        refused(HEAD + "{" + TIMES + ",\"body\":\"" + "a".repeat(20_001) + "\"}]}", Reason.BROKEN);
        refused(HEAD + "{" + TIMES + ",\"body\":\"" + "a".repeat(2_000_000) + "\"}]}", Reason.BROKEN);
        refused(HEAD + "{" + TIMES + ",\"body\":\"b\",\"title\":\"" + "a".repeat(121) + "\"}]}", Reason.BROKEN);
        refused(
                HEAD + "{" + TIMES + ",\"kind\":\"talk\",\"said\":\"b\",\"title\":\"" + "a".repeat(121) + "\"}]}",
                Reason.BROKEN);
        refused(HEAD + "[".repeat(5_000), Reason.BROKEN);
    }

    @Test
    void saysNothingOfTheFileWhenItRefusesOne() {
        assertThatExceptionOfType(UnreadableNotesException.class)
                .isThrownBy(() -> read(HEAD + "{\"Xylophone\":Xylophone}"))
                .satisfies(refused ->
                        assertThat(String.valueOf(refused.getMessage())).doesNotContain("Xylophone"))
                .withNoCause();
    }

    @Test
    void findsTheNotesInAnyFolderOfAZip() throws Exception {
        var found = new ArrayList<String>();
        byte[] zip = zip(Map.of(
                "notes/a.md",
                "# A".getBytes(),
                "notes/notes.json",
                (HEAD + "{" + TIMES + ",\"body\":\"b\"}]}").getBytes()));
        NotesZip.read(
                new ByteArrayInputStream(zip),
                (form, times) -> found.add(form.text("").body()));
        assertThat(found).containsExactly("b");
    }

    @Test
    void refusesAZipThatIsNoneThatIsCutOffOrThatBursts() throws Exception {
        byte[] good = zip(Map.of("notes.json", (HEAD + "]}").getBytes()));
        byte[] flipped = good.clone();
        flipped[good.length / 3] ^= 0x55;
        refusedZip(new ByteArrayInputStream(new byte[0]), Reason.BROKEN);
        refusedZip(new ByteArrayInputStream("no zip at all".getBytes()), Reason.BROKEN);
        refusedZip(new ByteArrayInputStream(Arrays.copyOf(good, 40)), Reason.BROKEN);
        refusedZip(new ByteArrayInputStream(flipped), Reason.BROKEN);
        refusedZip(new ByteArrayInputStream(zip(Map.of("other.json", new byte[] {1}))), Reason.BROKEN);
        refusedZip(new ByteArrayInputStream(bomb("x.bin", "")), Reason.LARGE);
        refusedZip(new ByteArrayInputStream(bomb("notes.json", HEAD)), Reason.LARGE);
        Map<String, byte[]> many = new HashMap<>();
        for (int i = 0; i <= NotesZip.MOST_ENTRIES; i++) {
            many.put("x" + i, new byte[0]);
        }
        refusedZip(new ByteArrayInputStream(zip(many)), Reason.LARGE);
    }

    private static void refused(String json, Reason reason) {
        assertThatExceptionOfType(UnreadableNotesException.class)
                .as(json.substring(0, Math.min(json.length(), 300)))
                .isThrownBy(() -> read(json))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static void refusedZip(InputStream zip, Reason reason) {
        assertThatExceptionOfType(UnreadableNotesException.class)
                .isThrownBy(() -> NotesZip.read(zip, (form, times) -> {}))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static List<Kept> read(String json) throws UnreadableNotesException, IOException {
        var notes = new ArrayList<Kept>();
        NotesJson.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                (form, times) -> notes.add(new Kept(form.text(""), times)));
        return notes;
    }

    private static String written(List<Kept> notes, LocalDate... damaged) {
        var out = new ByteArrayOutputStream();
        try (var json = new NotesJson.Writer(out)) {
            notes.forEach(note -> json.write(note.text(), note.times()));
            json.end(List.of(damaged));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Kept note(Random random) {
        Instant at = Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt());
        var times = new Times(at, at.plusMillis(random.nextInt(1_000_000)), null);
        String section = random.nextBoolean() ? "" : "/guide/my-limits";
        String mood = random.nextBoolean() ? "" : "sad";
        String title = text(random, 60).strip();
        int kind = random.nextInt(GuidedKind.values().length + 2);
        if (kind == 0) {
            return new Kept(new NoteText(title, text(random, 3_000) + "x", section, mood), times);
        }
        if (kind == 1) {
            var talk = new Talk(
                    text(random, 300) + "x",
                    text(random, 300),
                    random.nextInt(6),
                    random.nextInt(6),
                    0,
                    "again",
                    "2027-03-21");
            return new Kept(new NoteText(title, "", section, mood, talk), times);
        }
        GuidedKind guided = GuidedKind.values()[kind - 2];
        Map<String, String> texts = guided.names().stream()
                .filter(name -> name.equals(guided.names().get(0)) || random.nextInt(3) > 0)
                .collect(Collectors.toMap(name -> name, name -> text(random, 200) + "x"));
        return new Kept(new NoteText(title, "", section, mood, null, new Guided(guided, texts)), times);
    }

    /** Any letters of Unicode, control characters among them, as long as a form could send them. */
    private static String text(Random random, int most) {
        int[] letters = IntStream.generate(
                        () -> random.nextInt(1, random.nextBoolean() ? 0x100 : Character.MAX_CODE_POINT + 1))
                .limit(random.nextInt(most))
                .filter(letter -> letter != '\r' && (letter < 0xd800 || letter > 0xdfff))
                .toArray();
        return new String(letters, 0, letters.length);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Some hundred kilobytes that unpack to more than is taken. */
    private static byte[] bomb(String name, String begins) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(begins.getBytes());
            byte[] blank = " ".repeat(1024 * 1024).getBytes();
            for (long written = 0; written <= NotesZip.MOST_UNPACKED; written += blank.length) {
                zip.write(blank);
            }
        }
        return bytes.toByteArray();
    }
}
