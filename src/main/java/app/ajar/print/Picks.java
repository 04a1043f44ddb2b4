package app.ajar.print;

import app.ajar.guide.Edition;
import app.ajar.guide.ExerciseView;
import app.ajar.guide.PromptView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader picked for paper, in the order they gave it, with the words as they will stand there. It lives as long as
 * one request.
 *
 * @param ids of everything that was ticked, as the form has it
 * @param blanks how many cards with nothing but lines
 * @param ink whether to save it: black, and little of it
 * @param tooMany whether more was picked than there is room for
 */
record Picks(
        Set<String> ids,
        List<Card> cards,
        List<Leaf> leaves,
        int blanks,
        PaperForm form,
        PaperSize paper,
        boolean ink,
        boolean tooMany) {

    /** Eight pages of cards; a bound on the work of one request. */
    static final int MOST_CARDS = 64;

    /** Letters on one card. Far more than can be read at a glance. */
    static final int MOST_LETTERS = 600;

    static final int MOST_BLANKS = 8;

    static final Picks NONE = new Picks(Set.of(), List.of(), List.of(), 0, PaperForm.CARDS, PaperSize.A4, false, false);

    /** What the guide does not know is left out without a word: a piece may have gone since the page was opened. */
    static Picks of(Edition edition, List<Leaf> sheets, Fields fields) {
        List<Card> known = known(edition, fields);
        List<Card> cards = new ArrayList<>(inOrder(known, fields));
        int blanks = Math.min(fields.number("blanks", 0), MOST_BLANKS);
        IntStream.rangeClosed(1, blanks).forEach(number -> cards.add(Card.blank(number)));
        Set<String> ticked = fields.ticked("sheet");
        return new Picks(
                ids(known, ticked),
                cards.stream()
                        .limit(MOST_CARDS)
                        .map(card -> inOwnWords(card, fields))
                        .toList(),
                sheets.stream()
                        .filter(sheet -> ticked.contains(sheet.slug()))
                        .map(sheet -> inOwnWords(sheet, fields))
                        .toList(),
                blanks,
                fields.all("form").stream()
                        .flatMap(key -> PaperForm.of(key).stream())
                        .reduce(PaperForm.CARDS, (earlier, later) -> later),
                fields.last("paper").flatMap(PaperSize::of).orElse(PaperSize.A4),
                fields.has("ink"),
                cards.size() > MOST_CARDS);
    }

    private static List<Card> known(Edition edition, Fields fields) {
        Set<String> prompts = fields.ticked("prompt");
        Set<String> pitfalls = fields.ticked("pitfall");
        List<Card> cards = new ArrayList<>();
        edition.promptGroups().stream()
                .flatMap(group -> group.prompts().stream())
                .filter((PromptView prompt) -> prompts.contains(prompt.slug()))
                .forEach(prompt -> cards.add(Card.of(prompt)));
        edition.pitfalls().stream()
                .filter(pitfall -> pitfalls.contains(pitfall.slug()))
                .forEach(pitfall -> cards.add(Card.of(pitfall)));
        ExerciseView moment = edition.exercises().get("good-moment");
        if (moment != null && fields.ticked("card").contains("moment")) {
            cards.add(Card.moment(moment));
        }
        return cards;
    }

    private static Set<String> ids(List<Card> cards, Set<String> sheets) {
        var ids = new HashSet<>(sheets);
        cards.forEach(card -> ids.add(card.id()));
        return ids;
    }

    /** By the numbers in the form; what was just ticked has none and comes last. Then one step, if a button says so. */
    private static List<Card> inOrder(List<Card> cards, Fields fields) {
        var sorted = new ArrayList<>(cards);
        sorted.sort(Comparator.comparingDouble(card -> place(card, fields)));
        step(sorted, fields.last("up"), -1);
        step(sorted, fields.last("down"), 1);
        return sorted;
    }

    /** A card that was given another's number goes to the far side of it, or it would not have moved. */
    private static double place(Card card, Fields fields) {
        int now = fields.number("place-" + card.id(), Integer.MAX_VALUE);
        int was = fields.number("was-" + card.id(), now);
        return now + .5 * Integer.signum(now - was);
    }

    private static void step(List<Card> cards, Optional<String> id, int by) {
        for (int place = 0; id.isPresent() && place < cards.size(); place++) {
            if (cards.get(place).id().equals(id.get())) {
                int other = place + by;
                if (other >= 0 && other < cards.size()) {
                    Collections.swap(cards, place, other);
                }
                return;
            }
        }
    }

    private static Card inOwnWords(Card card, Fields fields) {
        if (fields.last("ours").filter(card.id()::equals).isPresent()) {
            return card;
        }
        String own = "own-" + card.id();
        List<PromptView.Exchange> answers = IntStream.range(0, card.answers().size())
                .mapToObj(number -> {
                    PromptView.Exchange answer = card.answers().get(number);
                    return new PromptView.Exchange(
                            fields.words(own + "-they-" + number).orElse(answer.they()),
                            fields.words(own + "-you-" + number).orElse(answer.you()));
                })
                .toList();
        return card.saying(
                        orNull(fields.words(own + "-not").orElse(card.ratherThan())),
                        fields.words(own + "-say").orElse(card.say()),
                        orNull(fields.words(own + "-line").orElse(card.line())))
                .answering(answers);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Leaf inOwnWords(Leaf leaf, Fields fields) {
        if (fields.last("ours").filter(leaf.slug()::equals).isPresent()) {
            return leaf;
        }
        String own = "own-" + leaf.slug() + '-';
        List<Part> parts = IntStream.range(0, leaf.parts().size())
                .mapToObj(number -> {
                    Part part = leaf.parts().get(number);
                    return new Part(
                            fields.words(own + number + "-heading").orElse(part.heading()),
                            fields.words(own + number + "-text").orElse(part.text()),
                            fields.words(own + number + "-other").orElse(part.other()),
                            part.lines());
                })
                .toList();
        return leaf.with(
                fields.words(own + "title").orElse(leaf.title()),
                fields.words(own + "left").orElse(leaf.left()),
                fields.words(own + "right").orElse(leaf.right()),
                parts);
    }

    boolean isEmpty() {
        return cards.isEmpty() && leaves.isEmpty();
    }

    /** Whether a card or a sheet with this id was ticked. */
    public boolean has(String id) {
        return ids.contains(id);
    }

    @Override
    public String toString() {
        return "Picks[" + cards.size() + " cards, " + leaves.size() + " sheets]";
    }
}
