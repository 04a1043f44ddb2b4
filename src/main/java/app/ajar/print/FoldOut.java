package app.ajar.print;

import java.util.ArrayList;
import java.util.List;

/** One page, folded twice, with what stands on its two inside panels. */
record FoldOut(List<Card> left, List<Card> right) {

    private static final int MOST = 6;

    /** As many fold-outs as it takes. The panels of each are as evenly filled as can be. */
    static List<FoldOut> of(List<Card> cards) {
        List<FoldOut> all = new ArrayList<>();
        for (List<Card> some : Sheets.split(cards, MOST)) {
            int middle = (some.size() + 1) / 2;
            all.add(new FoldOut(some.subList(0, middle), some.subList(middle, some.size())));
        }
        return all;
    }
}
