package app.ajar.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardFitTests {

    private static final Ruler RULER = new Ruler(new Faces());
    private static final Card CARD = new Card("prompt-it", "guide.group.to-ask", null, "", null, false, List.of());

    @Test
    void givesLongerWordsNoLargerType() {
        int before = 99;
        for (int words = 1; words < 110; words += 4) {
            int size = CardFit.POCKET.size(RULER, CARD.saying(null, "please ".repeat(words), null));
            assertThat(size).isLessThanOrEqualTo(before);
            assertThat(size == 0 || size >= 18)
                    .as("never under 9 points: %s", size)
                    .isTrue();
            before = size;
        }
        assertThat(before).isZero();
    }

    @Test
    void leavesRoomForTheSmallPrintAndTheWordsUnsaid() {
        String words = "please ".repeat(40);
        int alone = CardFit.POCKET.size(RULER, CARD.saying(null, words, null));
        assertThat(CardFit.POCKET.size(RULER, CARD.saying(null, words, "And some small print.".repeat(4))))
                .isLessThan(alone);
        assertThat(CardFit.POCKET.size(RULER, CARD.saying("Not this, not that. ".repeat(4), words, null)))
                .isLessThan(alone);
    }

    @Test
    void breaksLinesAtSpacesAndInsideAWordOnlyWhereItMust() {
        assertThat(RULER.lines("one two", Face.SERIF, 12, 100)).isEqualTo(1);
        assertThat(RULER.lines("one two", Face.SERIF, 12, 9)).isEqualTo(2);
        assertThat(RULER.lines("w".repeat(200), Face.SERIF, 12, 50)).isGreaterThan(10);
        assertThat(RULER.lines("one\ntwo", Face.SERIF, 12, 100)).isEqualTo(2);
        assertThat(RULER.lines("  \n ", Face.SERIF, 12, 100)).isZero();
    }

    @Test
    void putsRealMeasuresInPlaceOfScaledOnes() {
        assertThat(PaperStyle.plain(
                        "@layer components { a { top: calc(-.5*var(--mm)); font-size: calc(9*var(--pt)) } }"))
                .contains("top: -.5mm", "font-size: 9pt")
                .doesNotContain("var(", "@layer");
    }

    @Test
    void keepsThePaperToWhatThePdfUnderstands() throws Exception {
        String css = PaperStyle.plain(Files.readString(Path.of("src/main/resources/static/css/paper.css")));
        assertThat(css)
                .doesNotContain(List.of("var(", "calc(", "grid", "flex", "inline-size", "block-size", ":is(", "inset"));
    }
}
