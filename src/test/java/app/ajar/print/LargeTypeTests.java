package app.ajar.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargeTypeTests {

    private static final Card SHORT = new Card("guide.group.to-ask", null, "“What worries you?”", "Ask, then wait.");
    private static final Card LONG =
            new Card("print.pitfall", "“" + "never ".repeat(15) + "”", "“" + "please ".repeat(40) + "”", null);

    @Test
    void putsMoreShortTextsThanLongOnesOnAPage() {
        int shortOnes = LargeType.pages(Collections.nCopies(20, SHORT)).get(0).size();
        int longOnes = LargeType.pages(Collections.nCopies(20, LONG)).get(0).size();
        assertThat(shortOnes).isGreaterThan(longOnes);
        assertThat(longOnes).isPositive();
    }

    @Test
    void losesNoneAndKeepsTheirOrder() {
        List<Card> cards = List.of(LONG, SHORT, LONG, SHORT, SHORT, LONG, LONG);
        assertThat(LargeType.pages(cards).stream().flatMap(List::stream)).containsExactlyElementsOf(cards);
    }

    @Test
    void givesATextThatIsTooLongAPageOfItsOwn() {
        var endless = new Card("print.pitfall", null, "word ".repeat(400), null);
        assertThat(LargeType.pages(List.of(SHORT, endless, SHORT))).hasSize(3);
    }

    @Test
    void makesNoPageOutOfNothing() {
        assertThat(LargeType.pages(List.of())).isEmpty();
    }
}
