package app.ajar.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldOutTests {

    private static final Card CARD = new Card("guide.group.to-ask", null, "“What worries you?”", "Ask, then wait.");

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 1, 1", "3, 2, 1", "5, 3, 2", "6, 3, 3"})
    void fillsBothPanelsEvenly(int picks, int left, int right) {
        List<FoldOut> all = FoldOut.of(Collections.nCopies(picks, CARD));
        assertThat(all).hasSize(1);
        assertThat(all.get(0).left()).hasSize(left);
        assertThat(all.get(0).right()).hasSize(right);
    }

    @Test
    void beginsAnotherAfterSix() {
        assertThat(FoldOut.of(Collections.nCopies(7, CARD))).hasSize(2);
    }
}
