package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules over the small prints: one for each barrier and section, light, and made of nothing but shapes. */
class DrawingFilesTests {

    private static final Path DRAWINGS = Path.of("src/main/resources/templates/parts/drawings");
    private static final Path PACK = Path.of("src/main/resources/packs/en");

    private static final int BYTES = 2048;
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    /** One sheet, at most one path in the light, one in ink. Colours come from the style sheet alone. */
    private static final Pattern SHEET =
            Pattern.compile("<svg xmlns:th=\"http://www\\.thymeleaf\\.org\" class=\"drawing\" viewBox=\"0 0 160 120\""
                    + " aria-hidden=\"true\" focusable=\"false\" th:fragment=\"drawing\">\n"
                    + "(?:<path class=\"drawing__light\" d=\"[Mlz\\d. -]+\"/>\n)?"
                    + "<path d=\"[Mlz\\d. -]+\"/>\n"
                    + "</svg>\n");

    private static final Pattern OUTLINE = Pattern.compile("M([^lz]+)l([^Mz]+)z");
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)");

    static Stream<Path> drawings() {
        return files(DRAWINGS, ".html").stream();
    }

    @Test
    void everyBarrierAndSectionHasOneAndNothingElseDoes() {
        Set<String> pieces = slugs(PACK.resolve("barriers"), ".md");
        assertThat(pieces).hasSizeGreaterThan(5).doesNotContainAnyElementsOf(slugs(PACK.resolve("sections"), ".md"));
        pieces.addAll(slugs(PACK.resolve("sections"), ".md"));
        assertThat(slugs(DRAWINGS, ".html")).isEqualTo(pieces);
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(drawings().map(DrawingFilesTests::text)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void isLight(Path drawing) {
        assertThat(text(drawing).getBytes(StandardCharsets.UTF_8)).hasSizeBetween(300, BYTES);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void holdsShapesAndNoWordNoPictureNoScriptAndNoColour(Path drawing) {
        assertThat(text(drawing)).matches(SHEET);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void staysOnItsSheet(Path drawing) {
        List<MatchResult> outlines = OUTLINE.matcher(text(drawing)).results().toList();
        assertThat(outlines).isNotEmpty().allSatisfy(outline -> {
            List<Double> start = numbers(outline.group(1));
            List<Double> steps = numbers(outline.group(2));
            assertThat(start).hasSize(2);
            assertThat(steps.size()).isEven().isGreaterThanOrEqualTo(4);
            double x = start.get(0);
            double y = start.get(1);
            for (int i = 0; ; i += 2) {
                assertThat(x).isBetween(0.0, (double) WIDTH);
                assertThat(y).isBetween(0.0, (double) HEIGHT);
                if (i == steps.size()) {
                    break;
                }
                x += steps.get(i);
                y += steps.get(i + 1);
                // Steps are written in tenths: keep the sum from drifting.
                x = Math.round(x * 10) / 10.0;
                y = Math.round(y * 10) / 10.0;
            }
        });
    }

    private static List<Double> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(hit -> Double.valueOf(hit.group()))
                .toList();
    }

    private static Set<String> slugs(Path folder, String ending) {
        return files(folder, ending).stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(0, name.length() - ending.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
