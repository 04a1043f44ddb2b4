package app.ajar.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays words in large type out on pages so that none is cut in two. It works with generous guesses in millimetres,
 * because only a browser knows how lines really break; the style sheet gives the rest away as white space.
 */
final class LargeType {

    private static final double PAGE = 258;
    private static final double GAP = 11;
    private static final double LABEL = 9;
    private static final double LINE = 11;
    private static final double SMALL_LINE = 8;
    private static final int CHARACTERS = 42;
    private static final int SMALL_CHARACTERS = 62;

    private LargeType() {}

    static List<List<Card>> pages(List<Card> cards) {
        List<List<Card>> pages = new ArrayList<>();
        double room = 0;
        for (Card card : cards) {
            double needed = height(card) + GAP;
            if (needed > room) {
                pages.add(new ArrayList<>());
                room = PAGE;
            }
            pages.get(pages.size() - 1).add(card);
            room -= needed;
        }
        return pages;
    }

    private static double height(Card card) {
        double height = LABEL + LINE * lines(card.say(), CHARACTERS);
        if (card.ratherThan() != null) {
            height += SMALL_LINE * (1 + lines(card.ratherThan(), SMALL_CHARACTERS));
        }
        if (card.line() != null) {
            height += SMALL_LINE * lines(card.line(), SMALL_CHARACTERS);
        }
        return height;
    }

    private static int lines(String text, int charactersALine) {
        return (text.length() + charactersALine - 1) / charactersALine;
    }
}
