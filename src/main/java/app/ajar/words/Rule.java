package app.ajar.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One habit of speech.
 *
 * @param says any of these rows is the habit
 * @param unless but not where one of these stands in the same words
 * @param onlyQuestions whether it counts in questions alone
 * @param reason why it may land as it does, in a sentence or two
 * @param piece the slug of the barrier or pitfall it comes from; empty for what is good
 * @param frame a softer sentence to bend; empty for what is good
 */
record Rule(
        String id,
        String name,
        List<Phrase> says,
        List<Phrase> unless,
        boolean onlyQuestions,
        String reason,
        String piece,
        String frame) {

    /** The places where a sentence has the habit, from left to right and apart from one another. */
    List<Phrase.Hit> in(Sentence sentence, Phrase.Effort effort) {
        if (onlyQuestions && !sentence.asks()) {
            return List.of();
        }
        List<Phrase.Hit> said = all(says, sentence, effort);
        if (said.isEmpty()) {
            return said;
        }
        List<Phrase.Hit> excused = all(unless, sentence, effort);
        var apart = new ArrayList<Phrase.Hit>();
        said.stream()
                .filter(hit -> excused.stream().noneMatch(hit::touches))
                .sorted(Comparator.comparingInt(Phrase.Hit::from)
                        .thenComparing(Comparator.comparingInt(Phrase.Hit::to).reversed()))
                .filter(hit -> apart.isEmpty()
                        || hit.from() >= apart.get(apart.size() - 1).to())
                .forEach(apart::add);
        return apart;
    }

    private static List<Phrase.Hit> all(List<Phrase> phrases, Sentence sentence, Phrase.Effort effort) {
        return phrases.stream()
                .flatMap(phrase -> phrase.in(sentence, effort).stream())
                .toList();
    }
}
