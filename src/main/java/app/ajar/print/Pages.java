package app.ajar.print;

import app.ajar.guide.Edition;
import java.util.ArrayList;
import java.util.List;

/** The pages that come out of the printer: what was picked for cards first, then the whole sheets. */
final class Pages {

    private static final int POCKET = 8;
    private static final int LARGE = 4;

    private Pages() {}

    static List<Page> of(Ruler ruler, Edition edition, Picks picks) {
        List<Page> pages = new ArrayList<>(ofCards(ruler, edition, picks));
        picks.leaves().forEach(leaf -> pages.add(Page.of(PlacedLeaf.of(ruler, leaf))));
        return pages;
    }

    private static List<Page> ofCards(Ruler ruler, Edition edition, Picks picks) {
        List<Card> cards = picks.cards();
        PaperForm form = picks.form();
        List<?> contents = switch (form) {
            case CARDS -> split(placed(ruler, CardFit.POCKET, cards), POCKET);
            case LARGE -> split(placed(ruler, CardFit.LARGE, cards), LARGE);
            case FOLD_OUT -> FoldOut.of(ruler, cards, edition.exercises().get("good-moment"));
            case REPLIES -> Reply.pages(ruler, cards);
        };
        return contents.stream().map(content -> Page.of(form, content)).toList();
    }

    private static List<PlacedCard> placed(Ruler ruler, CardFit fit, List<Card> cards) {
        return cards.stream().map(card -> PlacedCard.of(ruler, fit, card)).toList();
    }

    /** Every card on these pages with the type that was found for it. */
    static List<PlacedCard> cardsOn(List<Page> pages) {
        List<PlacedCard> cards = new ArrayList<>();
        for (Page page : pages) {
            if (page.content() instanceof FoldOut foldOut) {
                foldOut.panels().forEach(cards::addAll);
            } else if (page.content() instanceof Reply.Page columns) {
                columns.left().forEach(reply -> cards.add(reply.placed()));
                columns.right().forEach(reply -> cards.add(reply.placed()));
            } else if (page.content() instanceof List<?> some) {
                some.forEach(card -> cards.add((PlacedCard) card));
            }
        }
        return cards;
    }

    static <T> List<List<T>> split(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return parts;
    }
}
