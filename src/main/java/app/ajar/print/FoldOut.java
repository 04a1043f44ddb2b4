package app.ajar.print;

import app.ajar.guide.ExerciseView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page, folded twice, with what stands on its two inside panels.
 *
 * @param goodMoment the checklist on its back
 */
record FoldOut(
        List<PlacedCard> left,
        List<PlacedCard> right,
        @Nullable ExerciseView goodMoment) {

    private static final int MOST = 6;
    private static final double LABEL = 6;
    private static final double BETWEEN = 8;

    /** As many fold-outs as it takes. The panels of each are as evenly filled as can be. */
    static List<FoldOut> of(Ruler ruler, List<Card> cards, @Nullable ExerciseView goodMoment) {
        List<FoldOut> all = new ArrayList<>();
        for (List<Card> some : Pages.split(cards, MOST)) {
            int middle = (some.size() + 1) / 2;
            all.add(new FoldOut(
                    panel(ruler, some.subList(0, middle)),
                    panel(ruler, some.subList(middle, some.size())),
                    goodMoment));
        }
        return all;
    }

    /** The inside panels, from left to right. */
    public List<List<PlacedCard>> panels() {
        return List.of(left, right);
    }

    /** One size for a whole panel. Where even the smallest does not do, the longest card gives way and is named. */
    private static List<PlacedCard> panel(Ruler ruler, List<Card> cards) {
        CardFit fit = CardFit.PANEL;
        int size = fit.sizes().stream()
                .filter(candidate -> height(ruler, cards, candidate) <= fit.height())
                .findFirst()
                .orElse(0);
        int smallest = fit.sizes().get(fit.sizes().size() - 1);
        double share = fit.height() / Math.max(1, cards.size());
        return cards.stream()
                .map(card -> new PlacedCard(
                        card,
                        size > 0 ? size : height(ruler, List.of(card), smallest) <= share ? smallest : 0,
                        fit.smallLines(ruler, card)))
                .toList();
    }

    private static double height(Ruler ruler, List<Card> cards, int size) {
        return cards.stream()
                        .mapToDouble(card -> LABEL
                                + CardFit.PANEL.wordsHeight(ruler, card, size)
                                + CardFit.PANEL.smallHeight(ruler, card))
                        .sum()
                + BETWEEN * Math.max(0, cards.size() - 1);
    }
}
