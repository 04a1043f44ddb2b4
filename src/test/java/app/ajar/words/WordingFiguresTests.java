package app.ajar.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How often the mirror is right, over sentences labelled by hand. The held-out half was written before the rules and not
 * looked at while they were made, so it tells how they do on words they were not made for. Prints the figures.
 */
class WordingFiguresTests {

    private final Mirror mirror = new Mirror(RuleBook.in("en"));

    /** @param wrongly fine, and marked all the same; @param kind marked, and for the labelled reason */
    private record Figures(
            int rightly, int wrongly, int missed, int kind, int fear, int fearFound, List<String> slips) {

        double precision() {
            return (double) rightly / (rightly + wrongly);
        }

        double recall() {
            return (double) rightly / (rightly + missed);
        }
    }

    @Test
    void isRightOnTheSentencesItWasMadeWith() {
        Figures figures = measure("tuning");
        // A slip may be printed here, since these sentences may be looked at.
        figures.slips().forEach(System.out::println);
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.fearFound()).isEqualTo(figures.fear());
    }

    @Test
    void isRightOnSentencesItWasNotMadeWith() {
        Figures figures = measure("held-out");
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.recall()).isGreaterThanOrEqualTo(0.85);
        assertThat(figures.fearFound()).isGreaterThanOrEqualTo(figures.fear() - 1);
    }

    @Test
    void bothPartsAreLargeAndShareNoSentence() {
        List<Labelled> tuning = Labelled.in("tuning");
        List<Labelled> heldOut = Labelled.in("held-out");
        assertThat(Stream.concat(tuning.stream(), heldOut.stream()).map(Labelled::sentence))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(120);
        for (List<Labelled> part : List.of(tuning, heldOut)) {
            assertThat(part).filteredOn(Labelled::fine).hasSizeGreaterThanOrEqualTo(30);
            assertThat(part).filteredOn(one -> !one.fine() && !one.fear()).hasSizeGreaterThanOrEqualTo(30);
        }
    }

    private Figures measure(String part) {
        int rightly = 0;
        int wrongly = 0;
        int missed = 0;
        int kind = 0;
        int fear = 0;
        int fearFound = 0;
        var slips = new ArrayList<String>();
        for (Labelled one : Labelled.in(part)) {
            Reflection answer = mirror.read(one.sentence());
            Set<String> found = answer.findings().stream()
                    .map(finding -> finding.rule().id())
                    .collect(Collectors.toSet());
            boolean marked = answer.harm() || !found.isEmpty();
            if (one.fear()) {
                fear++;
                fearFound += answer.harm() ? 1 : 0;
                if (!answer.harm()) {
                    slips.add("fear not seen: " + one.sentence());
                }
            } else if (one.fine()) {
                wrongly += marked ? 1 : 0;
                if (marked) {
                    slips.add("fine, but " + (answer.harm() ? "fear" : found) + ": " + one.sentence());
                }
            } else {
                rightly += found.isEmpty() ? 0 : 1;
                missed += found.isEmpty() ? 1 : 0;
                kind += found.contains(one.label()) ? 1 : 0;
                if (!found.contains(one.label())) {
                    slips.add(one.label() + ", but " + (answer.harm() ? "fear" : found) + ": " + one.sentence());
                }
            }
        }
        var figures = new Figures(rightly, wrongly, missed, kind, fear, fearFound, slips);
        System.out.printf(
                Locale.ROOT,
                "Wording mirror, %s: precision %.3f, recall %.3f (%d marked rightly, %d wrongly, %d missed; %d for the"
                        + " labelled reason); fear or harm seen %d of %d%n",
                part,
                figures.precision(),
                figures.recall(),
                rightly,
                wrongly,
                missed,
                kind,
                fearFound,
                fear);
        return figures;
    }
}
