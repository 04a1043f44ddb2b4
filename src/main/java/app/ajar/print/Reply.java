package app.ajar.print;

import app.ajar.guide.PromptView;
import java.util.ArrayList;
import java.util.List;

/**
 * A card with what may come back, and a curious reply to each.
 *
 * @param answers empty for a card that no answer is known to
 */
record Reply(PlacedCard placed, List<PromptView.Exchange> answers) {

    private static final double PAGE = 250;
    private static final double COLUMN = 90;
    private static final CardFit FIT = new CardFit(COLUMN, PAGE / 2, List.of(27, 25, 23, 21, 20, 18), 9);

    /** Two columns. */
    record Page(List<Reply> left, List<Reply> right) {}

    static List<Page> pages(Ruler ruler, List<Card> cards) {
        List<List<Reply>> columns = new ArrayList<>();
        double room = 0;
        for (Card card : cards) {
            Reply reply = of(ruler, card);
            double height = reply.height(ruler);
            if (height > room) {
                columns.add(new ArrayList<>());
                room = PAGE;
            }
            columns.get(columns.size() - 1).add(reply);
            room -= height;
        }
        return Pages.split(columns, 2).stream()
                .map(two -> new Page(two.get(0), two.size() > 1 ? two.get(1) : List.of()))
                .toList();
    }

    /** An answer that was emptied is left out. With more than a column holds, the card says that it does not fit. */
    private static Reply of(Ruler ruler, Card card) {
        List<PromptView.Exchange> answers = card.answers().stream()
                .filter(answer -> !answer.they().isBlank() || !answer.you().isBlank())
                .toList();
        var reply = new Reply(PlacedCard.of(ruler, FIT, card), answers);
        return reply.height(ruler) <= PAGE ? reply : new Reply(PlacedCard.tooLong(card), List.of());
    }

    private double height(Ruler ruler) {
        double height = 18
                + FIT.wordsHeight(ruler, placed.card(), Math.max(18, placed.size()))
                + FIT.smallHeight(ruler, placed.card());
        for (PromptView.Exchange answer : answers) {
            height += 2.6
                    + ruler.height(answer.they(), Face.SMALL, 9.5, 1.4, COLUMN - 2)
                    + ruler.height(answer.you(), Face.SPEECH, 11, 1.4, COLUMN - 7);
        }
        return height;
    }
}
