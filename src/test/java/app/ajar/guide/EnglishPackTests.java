package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** What the English guide promises: nothing dropped, nobody's sex assumed, no claim the evidence cannot bear, plain words. */
class EnglishPackTests {

    private static final List<PackFile> FILES = new PackFolder("classpath:packs/")
            .files().stream().filter(file -> file.name().startsWith("en/")).toList();
    private static final Pack PACK = PackSamples.read("en", FILES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M1", "M2", "M3", "W1", "W2", "W3", "W4", "W5", "W6", "P0", "P1", "P2", "P3", "P4", "A1", "A2", "A3",
                "A4", "N1", "N1a", "N1b", "N1c", "N1d", "N1e", "N2", "N3", "N4", "R1", "R2", "R3", "R4", "C1", "C2",
                "C3", "K1", "X1", "X2", "X3", "X4", "X5"
            })
    void carriesEveryIdeaOfTheContentMap(String idea) {
        assertThat(PACK.pieces())
                .anySatisfy(piece -> assertThat(piece.front().list("covers")).contains(idea));
    }

    @Test
    void namesNoIdeaThatTheContentMapDoesNotHave() {
        assertThat(PACK.pieces().stream().flatMap(piece -> piece.front().list("covers").stream()))
                .allMatch(idea -> idea.matches("M[1-3]|W[1-6]|P[0-4]|A[1-4]|N[1-4]|N1[a-e]|R[1-4]|C[1-3]|K1|X[1-5]"));
    }

    @Test
    void givesEachOfTheFiveNamedBarriersAPieceOfItsOwn() {
        assertThat(pieces(Kind.BARRIER)).hasSizeGreaterThanOrEqualTo(10);
        for (String idea : List.of("W1", "W2", "W3", "W4", "W5")) {
            assertThat(pieces(Kind.BARRIER))
                    .filteredOn(piece -> piece.front().list("covers").contains(idea))
                    .as(idea)
                    .hasSize(1);
        }
    }

    @Test
    void hasEnoughPromptsAndPitfalls() {
        assertThat(pieces(Kind.PROMPT)).hasSizeGreaterThanOrEqualTo(24);
        assertThat(pieces(Kind.PITFALL)).hasSizeGreaterThanOrEqualTo(9);
        assertThat(pieces(Kind.PROMPT).stream()
                        .map(piece -> piece.front().text("group"))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(EditionBuilder.GROUP_ORDER);
    }

    @Test
    void hasTheExercises() {
        assertThat(pieces(Kind.EXERCISE))
                .extracting(PackPiece::slug)
                .contains(
                        "control-map",
                        "limits-sheet",
                        "if-then-plan",
                        "good-moment",
                        "check-in-together",
                        "check-in-solo",
                        "smaller-yeses",
                        "first-visit-questions",
                        "both-are-true",
                        "third-person");
    }

    @Test
    void connectsBarriersPromptsAndPitfalls() {
        assertThat(pieces(Kind.BARRIER)).allSatisfy(piece -> {
            assertThat(piece.related("prompts")).as(piece.file()).isNotEmpty();
            assertThat(piece.related("pitfalls")).as(piece.file()).isNotEmpty();
            assertThat(piece.front().items("signs")).as(piece.file()).isNotEmpty();
        });
        assertThat(pieces(Kind.PROMPT))
                .allSatisfy(piece ->
                        assertThat(piece.related("suits")).as(piece.file()).isNotEmpty());
        assertThat(pieces(Kind.PITFALL))
                .allSatisfy(piece ->
                        assertThat(piece.related("prompts")).as(piece.file()).isNotEmpty());
    }

    @Test
    void assumesNobodysSex() {
        assertThat(found("\\b(he|she|him|her|his|hers|himself|herself|husband|wife|boyfriend|girlfriend)s?\\b"))
                .isEmpty();
    }

    @Test
    void claimsNothingThatTheEvidenceCannotBear() {
        assertThat(found("\\b(six|6) years\\b|\\bproven\\b|% of partners|never too late|avoidant|narciss|stonewall"))
                .isEmpty();
    }

    @Test
    void saysWhereEverySourceCanBeFound() {
        assertThat(pieces(Kind.EVIDENCE))
                .allSatisfy(piece -> assertThat(piece.front().text("cite"))
                        .as(piece.file())
                        .containsPattern("\\b(19|20)\\d\\d\\b|PMC\\d+"));
    }

    @Test
    void usesEveryEvidenceNoteBesideSomeText() {
        List<String> used = PACK.pieces().stream()
                .filter(piece -> piece.kind().relations().containsKey("evidence"))
                .flatMap(piece -> piece.related("evidence").stream())
                .toList();
        assertThat(used)
                .containsAll(pieces(Kind.EVIDENCE).stream().map(PackPiece::slug).toList());
    }

    @Test
    void keepsWhatGoesOnACardShort() {
        assertThat(pieces(Kind.PROMPT)).allSatisfy(piece -> {
            for (String part : List.of("say", "softer", "shorter")) {
                assertThat(PlainText.sayings(piece.parts().get(part)).get(0))
                        .as(piece.file() + ", " + part)
                        .hasSizeLessThanOrEqualTo(160);
            }
            assertThat(piece.front().text("card")).as(piece.file()).hasSizeLessThanOrEqualTo(120);
        });
        assertThat(pieces(Kind.PITFALL)).allSatisfy(piece -> {
            PlainText.Pair pair =
                    PlainText.beforeAfter(piece.parts().get("instead")).orElseThrow();
            assertThat(pair.first().length() + pair.second().length())
                    .as(piece.file())
                    .isLessThanOrEqualTo(300);
        });
    }

    @Test
    void asAWholeAsksForNoMoreThanSixYearsOfSchool() {
        assertThat(ReadingLevel.of(FILES.stream().map(EnglishPackTests::body).collect(Collectors.joining("\n\n"))))
                .isLessThanOrEqualTo(6.5);
    }

    @Test
    void hasNoPageThatIsHardToRead() {
        Map<String, Double> hard = new TreeMap<>(FILES.stream()
                .filter(file -> file.name().endsWith(".md"))
                .collect(Collectors.toMap(PackFile::name, file -> ReadingLevel.of(body(file)))));
        hard.values().removeIf(grade -> grade <= 8);
        assertThat(hard).isEmpty();
    }

    @Test
    void measuresReadingLevelAsFleschAndKincaidDid() {
        // 0.39 words a sentence + 11.8 syllables a word - 15.59
        assertThat(ReadingLevel.of("The cat sat. The dog ran.")).isCloseTo(-2.62, within(0.01));
        assertThat(ReadingLevel.of("We are not alone in this.\n\n- It can get better."))
                .isCloseTo(0.39 * 10 / 2 + 11.8 * 12 / 10 - 15.59, within(0.01));
    }

    private static Offset<Double> within(double distance) {
        return Offset.offset(distance);
    }

    private static List<PackPiece> pieces(Kind kind) {
        return PACK.pieces().stream().filter(piece -> piece.kind() == kind).toList();
    }

    /** Where a pattern stands in any piece, front matter included, or among the app's own words. */
    private static List<String> found(String pattern) {
        Pattern words = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        Function<PackFile, Stream<String>> hits = file ->
                words.matcher(file.text()).results().map(MatchResult::group).map(hit -> file.name() + ": " + hit);
        return Stream.concat(FILES.stream(), Stream.of(appWords()))
                .flatMap(hits)
                .toList();
    }

    private static PackFile appWords() {
        try {
            return new PackFile(
                    "messages.properties",
                    new ClassPathResource("messages.properties").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String body(PackFile file) {
        return file.name().endsWith(".md") ? file.text().split("\n---\n", 2)[1] : "";
    }

    /** Flesch-Kincaid grade of a Markdown text. A heading or an item without an end mark counts as a sentence. */
    private static final class ReadingLevel {

        private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z’']*");
        private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

        static double of(String markdown) {
            String text = markdown.replaceAll("!?\\[([^\\]]*)]\\([^)]*\\)", "$1");
            int words = 0;
            int syllables = 0;
            int sentences = 0;
            for (String block : blocks(text)) {
                for (String sentence : block.split("(?<=[.?!:])[\"”’)]*\\s+")) {
                    List<String> own = WORD.matcher(sentence)
                            .results()
                            .map(MatchResult::group)
                            .toList();
                    words += own.size();
                    sentences += own.isEmpty() ? 0 : 1;
                    syllables += own.stream().mapToInt(ReadingLevel::syllables).sum();
                }
            }
            return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
        }

        private static List<String> blocks(String text) {
            var blocks = new ArrayList<String>();
            for (String paragraph : text.split("\n\\s*\n")) {
                for (String block : paragraph.split("\n(?=\\s*([-*>#]|\\d+\\.))")) {
                    blocks.add(block.replaceAll("\\s+", " ").strip());
                }
            }
            return blocks;
        }

        private static int syllables(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            int count = (int) VOWELS.matcher(lower).results().count();
            boolean silentEnd = lower.endsWith("e") && !lower.matches(".*(le|ee|ye)");
            return Math.max(1, silentEnd ? count - 1 : count);
        }
    }
}
