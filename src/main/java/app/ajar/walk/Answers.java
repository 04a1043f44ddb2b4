package app.ajar.walk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * What a reader ticked, as ids such as {@code q-no.plain}. It lives as long as one request and prints nothing.
 *
 * @param told the signs that were marked as told; a sign that was not marked is taken as a guess
 * @param guessed the signs that were marked as guessed
 */
record Answers(Set<String> ticked, Set<String> told, Set<String> guessed) {

    static final Answers NONE = new Answers(Set.of(), Set.of(), Set.of());

    Answers {
        ticked = Set.copyOf(ticked);
        told = Set.copyOf(told);
        guessed = Set.copyOf(guessed);
    }

    /** What the walk does not ask is left out without a word: a page may have been open while the walk changed. */
    static Answers of(WalkMap map, MultiValueMap<String, String> fields) {
        var ticked = new HashSet<String>();
        var told = new HashSet<String>();
        var guessed = new HashSet<String>();
        for (Question question : map.questions()) {
            List<String> values = fields.getOrDefault(question.name(), List.of());
            var known = new HashSet<String>(Set.of(WalkMap.UNSURE));
            question.options().forEach(option -> known.add(option.key()));
            question.signs().forEach(sign -> known.add(sign.key()));
            values.stream()
                    .filter(known::contains)
                    .limit(question.several() ? known.size() : 1)
                    .forEach(value -> ticked.add(question.name() + "." + value));
            for (Question.SignPlace sign : question.signs()) {
                List<String> marks = fields.getOrDefault(Question.markOf(sign.key()), List.of());
                if (marks.contains("guess")) {
                    guessed.add(sign.id());
                } else if (marks.contains("told")) {
                    told.add(sign.id());
                }
            }
        }
        return new Answers(ticked, told, guessed);
    }

    public boolean has(String id) {
        return ticked.contains(id);
    }

    public boolean wasTold(String sign) {
        return told.contains(sign);
    }

    public boolean wasGuessed(String sign) {
        return guessed.contains(sign);
    }

    @Override
    public String toString() {
        return "Answers[…]";
    }
}
