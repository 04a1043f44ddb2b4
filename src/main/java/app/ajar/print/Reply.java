package app.ajar.print;

import app.ajar.guide.PromptView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    static List<Page> pages(Ruler ruler, List<Card> cards, Map<String, PromptView> prompts) {
        List<List<Reply>> columns = new ArrayList<>();
        double room = 0;
        for (Card card : cards) {
            PromptView prompt = prompts.get(card.id());
            var reply = new Reply(PlacedCard.of(ruler, FIT, card), prompt == null ? List.of() : prompt.answers());
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
