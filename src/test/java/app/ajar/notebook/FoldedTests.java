package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTests {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
            Née,nee
            nee,NÉE
            Café,cafe\u0301
            Straße,STRASSE
            don’t,don't
            “Yes”,"yes"
            well–known,well-known
            ΟΔΟΣ,οδοσ
            Ёлка,елка
            İstanbul,istanbul
            ﬁne,fine
            soft\u00adly,softly
            """)
    void takesForTheSameWhatAPersonWould(String one, String other) {
        assertThat(Folded.of(one).text()).isEqualTo(Folded.of(other).text());
    }

    @ParameterizedTest
    @CsvSource({"tired,tried", "we,me", "o,0", "🌙,🌞"})
    void tellsApartWhatIsNotTheSame(String one, String other) {
        assertThat(Folded.of(one).text()).isNotEqualTo(Folded.of(other).text());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
            It was a Née thing,nee,It was a [Née] thing
            cafe\u0301 au lait,cafe,[cafe\u0301] au lait
            Straße,s,[S]tra[ß]e
            Straße,stras,[Straß]e
            🌙 née 🌙 née,née,🌙 [née] 🌙 [née]
            aaaa,aa,[aaaa]
            👩‍👩‍👧 so,so,👩‍👩‍👧 [so]
            none of it,moon,none of it
            """)
    void marksTheWordsWhereTheyStandInTheOriginal(String original, String word, String marked) {
        assertThat(shown(Snippet.whole(
                        Snippet.Text.of(original), List.of(Folded.of(word).text()))))
                .isEqualTo(marked);
    }

    @Test
    void showsAFewWordsAroundTheFirstOne() {
        String text = "before ".repeat(40) + "the kitchen " + "after ".repeat(60);
        String shown = shown(Snippet.around(Snippet.Text.of(text), List.of("kitchen", "after")));
        assertThat(shown)
                .startsWith("… before before")
                .contains("the [kitchen] [after] [after]")
                .endsWith("[after] …")
                .hasSizeLessThan(350);
    }

    @Test
    void cutsNoSignInTwo() {
        String moons = "🌙".repeat(300);
        // One falls between two halves at its end, the other at both ends.
        for (String text : List.of("x" + moons + "kitchen" + moons, moons + "xkitchen" + moons)) {
            for (String word : List.of("kitchen", "🌙")) {
                List<Snippet.Piece> pieces = Snippet.around(Snippet.Text.of(text), List.of(word));
                assertThat(pieces).isNotEmpty();
                for (Snippet.Piece piece : pieces) {
                    assertThat(piece.text().codePoints())
                            .as(word)
                            .noneMatch(sign -> Character.getType(sign) == Character.SURROGATE);
                }
            }
        }
    }

    @Test
    void showsNothingWhereNoneOfTheWordsStands() {
        assertThat(Snippet.around(Snippet.Text.of("nothing here"), List.of("kitchen")))
                .isEmpty();
        var marks = new BitSet();
        Folded.of("").mark("a", marks);
        assertThat(marks.isEmpty()).isTrue();
    }

    private static String shown(List<Snippet.Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
