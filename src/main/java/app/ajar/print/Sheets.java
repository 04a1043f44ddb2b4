package app.ajar.print;

import app.ajar.guide.Edition;
import app.ajar.guide.ExerciseView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pages that come out of the printer. Of the first three lists, only the one for the chosen form is filled.
 *
 * @param goodMoment the checklist for the back of a fold-out
 */
record Sheets(
        List<List<Card>> cards,
        List<FoldOut> foldOuts,
        List<List<Card>> large,
        List<ExerciseView> checkIns,
        @Nullable ExerciseView goodMoment) {

    private static final int CARDS_A_PAGE = 8;

    static Sheets of(Edition edition, Picks picks) {
        List<Card> cards = picks.cards();
        return new Sheets(
                picks.form() == PaperForm.CARDS ? split(cards, CARDS_A_PAGE) : List.of(),
                picks.form() == PaperForm.FOLD_OUT ? FoldOut.of(cards) : List.of(),
                picks.form() == PaperForm.LARGE ? LargeType.pages(cards) : List.of(),
                picks.checkIns(),
                edition.exercises().get("good-moment"));
    }

    public int count() {
        return countOfPicks() + checkIns.size();
    }

    /** Pages that stand before the check-ins. */
    public int countOfPicks() {
        return cards.size() + foldOuts.size() + large.size();
    }

    static <T> List<List<T>> split(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return parts;
    }
}
