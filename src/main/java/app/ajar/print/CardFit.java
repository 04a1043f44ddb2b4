package app.ajar.print;

import java.util.List;

/**
 * The room for words on one kind of card, in millimetres, and the type that fills it.
 *
 * @param width of the column of words
 * @param height of the room for words, with the small print
 * @param sizes in half points, the largest first; none under 9 points, where small letters stop being readable
 * @param smallPoints the small print's size
 */
record CardFit(double width, double height, List<Integer> sizes, double smallPoints) {

    static final CardFit POCKET = new CardFit(69, 42, List.of(31, 29, 27, 25, 23, 22, 21, 20, 19, 18), 8.5);
    static final CardFit LARGE = new CardFit(75, 83, List.of(48, 44, 40, 36, 33, 31, 29, 27, 25, 23, 21, 18), 12);
    static final CardFit PANEL = new CardFit(76, 113, List.of(36, 33, 31, 29, 27, 25, 23, 22, 21, 20, 19, 18), 8.5);

    static final double LEADING = 1.34;

    private static final double SMALL_LEADING = 1.4;
    private static final double SMALL_GAP = 1.5;

    /** The style sheet has room for no more. */
    private static final int MOST_SMALL_LINES = 3;

    /** @return half points; 0 if the words do not fit at 9 points, or the small print has too many lines */
    int size(Ruler ruler, Card card) {
        if (smallLines(ruler, card) > MOST_SMALL_LINES) {
            return 0;
        }
        double room = height - smallHeight(ruler, card);
        return sizes.stream()
                .filter(size -> wordsHeight(ruler, card, size) <= room)
                .findFirst()
                .orElse(0);
    }

    int smallLines(Ruler ruler, Card card) {
        return card.line() == null ? 0 : ruler.lines(card.line(), Face.SMALL, smallPoints, width);
    }

    double smallHeight(Ruler ruler, Card card) {
        int lines = smallLines(ruler, card);
        return lines == 0 ? 0 : lines * smallPoints * SMALL_LEADING * Ruler.MM_A_POINT + SMALL_GAP;
    }

    /** The words to leave unsaid and the words to say, with their little headings. */
    double wordsHeight(Ruler ruler, Card card, int size) {
        double points = size / 2.0;
        // A hanging quotation mark, or a box to tick, stands in the column too.
        double room = width - points * Ruler.MM_A_POINT * (card.list() ? 1.3 : .42);
        Face face = card.list() ? Face.SERIF : Face.SPEECH;
        double height = ruler.height(card.say(), face, points, card.list() ? 1.25 : LEADING, room);
        if (card.ratherThan() != null) {
            double heading = smallPoints * 1.5 * Ruler.MM_A_POINT;
            double unsaid = Math.max(9.5, smallPoints);
            height += 2 * heading + 1.6 + ruler.height(card.ratherThan(), Face.SERIF, unsaid, 1.38, width);
        }
        return height;
    }
}
