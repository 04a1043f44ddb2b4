package app.ajar.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldOutTests {

    private static final Ruler RULER = new Ruler(new Faces());
    private static final Card CARD = new Card(
            "prompt-it", "guide.group.to-ask", null, "“What worries you?”", "Ask, then wait.", false, List.of());

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 1, 1", "3, 2, 1", "5, 3, 2", "6, 3, 3"})
    void fillsBothPanelsEvenly(int picks, int left, int right) {
        List<FoldOut> all = FoldOut.of(RULER, Collections.nCopies(picks, CARD), null);
        assertThat(all).hasSize(1);
        assertThat(all.get(0).left()).hasSize(left);
        assertThat(all.get(0).right()).hasSize(right);
    }

    @Test
    void beginsAnotherAfterSix() {
        assertThat(FoldOut.of(RULER, Collections.nCopies(7, CARD), null)).hasSize(2);
    }

    @Test
    void givesAPanelOneSizeThatFitsItsWords() {
        Card longer = CARD.saying(null, "“" + "Some more words here. ".repeat(18) + "”", null);
        int size = sizes(longer, CARD, CARD).get(0);
        assertThat(sizes(longer, CARD, CARD)).containsExactly(size, size);
        assertThat(size).isGreaterThanOrEqualTo(18).isLessThan(sizes(longer).get(0));
        assertThat(sizes(longer).get(0)).isLessThan(sizes(CARD).get(0));
    }

    @Test
    void namesTheLongestCardWhereEvenTheSmallestTypeDoesNotFit() {
        Card endless = CARD.saying(null, "“" + "Some more words here. ".repeat(70) + "”", null);
        List<Card> cards = new ArrayList<>(Collections.nCopies(6, CARD));
        cards.set(1, endless);
        List<PlacedCard> panel = FoldOut.of(RULER, cards, null).get(0).left();
        assertThat(panel)
                .filteredOn(placed -> !placed.fits())
                .extracting(PlacedCard::card)
                .containsExactly(endless);
    }

    /** Of the cards on the left panel. */
    private static List<Integer> sizes(Card... cards) {
        return FoldOut.of(RULER, List.of(cards), null).get(0).left().stream()
                .map(PlacedCard::size)
                .toList();
    }
}
