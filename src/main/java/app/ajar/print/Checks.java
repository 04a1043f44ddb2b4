package app.ajar.print;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds what would not come out right on paper, so that it can be named instead of clipped or boxed. */
@Component
class Checks {

    private final Faces faces;

    Checks(Faces faces) {
        this.faces = faces;
    }

    List<Problem> of(Picks picks, List<Page> pages) {
        List<Problem> problems = new ArrayList<>();
        List<PlacedCard> cards = Pages.cardsOn(pages);
        for (int place = 0; place < cards.size(); place++) {
            check(cards.get(place), place + 1, problems);
        }
        for (Page page : pages) {
            if (page.content() instanceof PlacedLeaf leaf) {
                check(leaf, problems);
            }
        }
        return problems;
    }

    private void check(PlacedCard placed, int number, List<Problem> problems) {
        Card card = placed.card();
        String words = card.words();
        if (letters(card.spoken()) > Picks.MOST_LETTERS) {
            problems.add(new Problem("long", card.id(), card.label(), false, number, ""));
        } else if (!placed.fits()) {
            problems.add(new Problem("room", card.id(), card.label(), false, number, ""));
        }
        List<String> missing = faces.missing(words);
        if (!missing.isEmpty()) {
            problems.add(new Problem("letters", card.id(), card.label(), false, number, String.join(" ", missing)));
        }
    }

    private void check(PlacedLeaf placed, List<Problem> problems) {
        Leaf leaf = placed.leaf();
        if (!placed.fits()) {
            problems.add(new Problem("room", leaf.slug(), leaf.title(), true, 0, ""));
        }
        List<String> missing = faces.missing(leaf.words());
        if (!missing.isEmpty()) {
            problems.add(new Problem("letters", leaf.slug(), leaf.title(), true, 0, String.join(" ", missing)));
        }
    }

    private static int letters(String text) {
        return text.codePointCount(0, text.length());
    }
}
