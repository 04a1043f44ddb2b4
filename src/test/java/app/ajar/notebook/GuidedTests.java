package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.vault.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exercises that have a form of their own: what is declared, what is kept, what is sealed. */
class GuidedTests {

    private static final Times TIMES = Times.first(Instant.parse("2026-11-24T20:00:00.001Z"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final OpenNotebook notebook = new OpenNotebook(UUID.randomUUID(), Seal.newDataKey(new SecureRandom()));
    private final UUID note = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource
    void eachIsAnExerciseOfTheGuideAndIsLinkedFromIt(GuidedKind kind) throws IOException {
        assertThat(Path.of("src/main/resources/packs/en/exercises", kind.key() + ".md"))
                .exists();
        assertThat(Files.readString(Path.of("src/main/resources/templates/parts/exercise.html")))
                .contains("'" + kind.key() + "'");
        assertThat(kind.key()).isNotIn("", NoteForm.TALK);
    }

    @ParameterizedTest
    @EnumSource
    void eachFieldHasANameOfItsOwnAndItsWords(GuidedKind kind) throws IOException {
        assertThat(kind.names()).isNotEmpty().doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]+"));
        var messages = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            messages.load(file);
        }
        for (String about : List.of("name", "line", "begin", "stop")) {
            assertThat(messages).containsKey("notebook.guided." + about + "." + kind.key());
        }
        for (String name : kind.texts()) {
            assertThat(messages)
                    .containsKeys(
                            "notebook.guided.label." + kind.about(name), "notebook.guided.hint." + kind.about(name));
        }
        assertThat(messages.keySet().stream().map(String::valueOf))
                .containsAll(kind.columns().stream()
                        .map(column -> "notebook.guided.label." + kind.about(column))
                        .toList());
    }

    @Test
    void keepsDeclaredTextsInOrderAndNothingElse() {
        var guided = new Guided(
                GuidedKind.LIMITS,
                Map.of(
                        "then-2",
                        "go for a walk",
                        "stay",
                        "Not like this.",
                        "unknown",
                        "x",
                        "different",
                        " \n",
                        "if-13",
                        "x"));
        assertThat(guided.texts())
                .containsExactly(Map.entry("stay", "Not like this."), Map.entry("then-2", "go for a walk"));
        assertThat(guided.filledRows()).containsExactly(2);
        assertThat(guided.rows()).containsExactly(1, 2, 3, 4);
        assertThat(new Guided(GuidedKind.LIMITS, Map.of("if-12", "x")).rows()).hasSize(GuidedKind.MOST_ROWS);
        assertThat(Guided.blank(GuidedKind.LIMITS).rows()).hasSize(3);
        assertThat(Guided.blank(GuidedKind.CONTROL_MAP).rows()).isEmpty();
    }

    @Test
    void countsEachTextAndAllOfThemAsPeopleDo() {
        String full = "🌙".repeat(Guided.LONGEST);
        assertThat(form(GuidedKind.CONTROL_MAP, Map.of("mine", full)).problem()).isNull();
        NoteForm over = form(GuidedKind.CONTROL_MAP, Map.of("mine", full + "a", "not-mine", "b"));
        assertThat(over.problem()).isEqualTo("guided-too-long");
        assertThat(over.bodyLength()).isEqualTo(Guided.LONGEST + 1);
        var page = Map.of("page", "a".repeat(NoteText.LONGEST_BODY));
        assertThat(form(GuidedKind.THIRD_PERSON, page).problem()).isNull();
        var rows = IntMap.of("for-me-", 6, full);
        assertThat(form(GuidedKind.BOTH_ARE_TRUE, rows).problem()).isEqualTo("too-long");
        assertThat(form(GuidedKind.BOTH_ARE_TRUE, rows).bodyLength()).isEqualTo(6 * Guided.LONGEST);
        assertThat(form(GuidedKind.BOTH_ARE_TRUE, Map.of("mine", "of another form"))
                        .problem())
                .isEqualTo("guided-empty");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261124, 77})
    void sealsWhateverIsWrittenAndGivesItBack(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            GuidedKind kind = GuidedKind.values()[random.nextInt(GuidedKind.values().length)];
            var texts = kind.names().stream()
                    .filter(name -> random.nextInt(3) > 0)
                    .collect(Collectors.toMap(name -> name, name -> text(random)));
            var text = new NoteText("A title", "", "/check-in", "sad", null, new Guided(kind, texts));
            byte[] sealed = NoteSealer.sealHeading(notebook, note, NoteSealer.Heading.of(text, TIMES));
            NoteSealer.Heading heading = NoteSealer.openHeading(notebook, note, DAY, sealed);
            assertThat(heading.kind()).as("seed %d, round %d", seed, round).isEqualTo(kind.key());
            assertThat(NoteSealer.openBody(notebook, note, heading, NoteSealer.sealBody(notebook, note, text)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(text);
        }
    }

    @Test
    void laysTheTextsOutAsItsDescriptionSays() {
        var text = new NoteText(
                "", "", "", "", null, new Guided(GuidedKind.CONTROL_MAP, Map.of("not-mine", "née", "mine", "a")));
        byte[] clear = app.ajar.vault.Padding.unpad(Seal.open(
                notebook.key(),
                NoteSealer.sealBody(notebook, note, text),
                ("ajar/note/1/body/" + notebook.id() + "/" + note).getBytes()));
        assertThat(HexFormat.of().formatHex(clear))
                .isEqualTo("0002" + "0004" + hex("mine") + "00000001" + "61" + "0008" + hex("not-mine") + "00000004"
                        + "6ec3a965");
    }

    @Test
    void showsNothingWhenPrinted() {
        var guided = new Guided(GuidedKind.CONTROL_MAP, Map.of("mine", "secret"));
        assertThat(guided + "" + new NoteText("", "", "", "", null, guided)
                        + form(GuidedKind.CONTROL_MAP, Map.of("mine", "secret")))
                .doesNotContain("secret");
    }

    @Test
    void asksForNoWordThatAnotherFieldOfANoteHas() {
        Pattern own = Pattern.compile(
                "title|body|section|mood|revision|kind|said|heard|ease|listened|closer|next|day|note|both|key-words.*|who-.*|main");
        assertThat(Arrays.stream(GuidedKind.values()).flatMap(kind -> kind.names().stream()))
                .as("names are ids of fields, too")
                .noneMatch(name -> own.matcher(name).matches());
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes());
    }

    private static String text(Random random) {
        int[] letters = IntStream.generate(
                        () -> random.nextInt(1, random.nextBoolean() ? 0x100 : Character.MAX_CODE_POINT + 1))
                .limit(random.nextInt(400))
                .filter(letter -> !Character.isSurrogate((char) letter) || letter > 0xffff)
                .toArray();
        return new String(letters, 0, letters.length) + "x";
    }

    private static NoteForm form(GuidedKind kind, Map<String, String> texts) {
        Map<String, String> sent = new HashMap<>(texts);
        sent.put("kind", kind.key());
        return NoteForm.of(sent::get);
    }

    /** Many texts under numbered names. */
    private static final class IntMap {
        static Map<String, String> of(String name, int count, String text) {
            return Stream.iterate(1, number -> number + 1)
                    .limit(count)
                    .collect(HashMap::new, (map, number) -> map.put(name + number, text), HashMap::putAll);
        }
    }
}
