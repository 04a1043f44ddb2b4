package app.ajar.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row of words to look for, as an editor writes it:
 *
 * <pre>
 * you need         these words, one after the other
 * you|we need      either
 * need*            every word that begins so
 * &#64;people          any word of a list of that name
 * so?              may be missing
 * _                any one word
 * ..               up to four words of the same clause
 * ...              up to four words, across commas too
 * ^ at the start   a clause begins here
 * $ at the end     a clause ends here
 * </pre>
 *
 * All ways of reading it go forward side by side, one bit each, so that a text can make it slow in no way: a word costs
 * at most {@link #size()} comparisons, and a try ends after {@link #size()} words (Thompson, CACM 11(6), 1968).
 */
final class Phrase {

    private static final int LONGEST = 60;
    private static final int GAP = 4;

    private record Item(Set<String> words, List<String> starts, boolean any, boolean optional, boolean sameClause) {

        boolean takes(Sentence.Word word) {
            if (any) {
                return !sameClause || !word.first();
            }
            return words.contains(word.plain()) || starts.stream().anyMatch(word.plain()::startsWith);
        }
    }

    /** Where it was found: the first word, and the one after the last. */
    record Hit(int from, int to) {

        boolean touches(Hit other) {
            return from < other.to && other.from < to;
        }
    }

    /** Counts comparisons, for the test that bounds them. */
    static final class Effort {
        long steps;
    }

    private final List<Item> items = new ArrayList<>();
    private final boolean atStart;
    private final boolean atEnd;

    /** The places of words that may be missing, one bit each, and the places where a try begins. */
    private final long optional;

    private final long beginning;

    /** Words of which one must stand in a sentence for the row to be in it; empty where none can be named. */
    private final Set<String> needed;

    /** @throws IllegalArgumentException for a row that cannot be read */
    Phrase(String written, Map<String, List<String>> lists) {
        List<String> parts = new ArrayList<>(Arrays.asList(written.strip().split("\\s+")));
        this.atStart = parts.get(0).equals("^");
        this.atEnd = parts.get(parts.size() - 1).equals("$");
        parts.removeIf(part -> part.equals("^") || part.equals("$"));
        for (String part : parts) {
            switch (part) {
                case "_", "_?" -> items.add(new Item(Set.of(), List.of(), true, part.endsWith("?"), false));
                case "..", "..." -> {
                    for (int word = 0; word < GAP; word++) {
                        items.add(new Item(Set.of(), List.of(), true, true, part.length() == 2));
                    }
                }
                default -> items.add(item(part, written, lists));
            }
        }
        if (items.size() > LONGEST || items.stream().allMatch(Item::optional)) {
            throw new IllegalArgumentException("Too long, or nothing to look for: " + written);
        }
        long missing = 0;
        for (int place = 0; place < items.size(); place++) {
            missing |= items.get(place).optional() ? 1L << place : 0;
        }
        this.optional = missing;
        this.beginning = skipping(1);
        this.needed = items.stream()
                .filter(item -> !item.optional() && !item.any() && item.starts().isEmpty())
                .map(Item::words)
                .min(Comparator.comparingInt(Set::size))
                .orElse(Set.of());
    }

    private static Item item(String part, String written, Map<String, List<String>> lists) {
        boolean optional = part.endsWith("?");
        var words = new HashSet<String>();
        var starts = new ArrayList<String>();
        for (String choice : (optional ? part.substring(0, part.length() - 1) : part).split("\\|")) {
            List<String> named = choice.startsWith("@") ? lists.get(choice.substring(1)) : List.of(choice);
            if (named == null) {
                throw new IllegalArgumentException("No list has that name: " + choice + " in " + written);
            }
            for (String word : named) {
                if (!word.matches("[\\p{Ll}\\d']+\\*?")) {
                    throw new IllegalArgumentException("Not a word: " + word + " in " + written);
                }
                if (word.endsWith("*")) {
                    starts.add(word.substring(0, word.length() - 1));
                } else {
                    words.add(word);
                }
            }
        }
        return new Item(Set.copyOf(words), List.copyOf(starts), false, optional, false);
    }

    /** How many places the row has. */
    int size() {
        return items.size();
    }

    /** Every place where it stands; of those that begin at the same word, the longest. */
    List<Hit> in(Sentence sentence, Effort effort) {
        // Most rows have a word that most sentences lack: then there is nothing to look for.
        if (!needed.isEmpty() && Collections.disjoint(needed, sentence.vocabulary())) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        for (int from = 0; from < sentence.words().size(); from++) {
            if (!atStart || sentence.words().get(from).first()) {
                longest(sentence, from, effort).ifPresent(hits::add);
            }
        }
        return hits;
    }

    private Optional<Hit> longest(Sentence sentence, int from, Effort effort) {
        long whole = 1L << items.size();
        long open = beginning;
        Optional<Hit> found = Optional.empty();
        for (int at = from; at < sentence.words().size() && (open & (whole - 1)) != 0; at++) {
            Sentence.Word word = sentence.words().get(at);
            long next = 0;
            for (long rest = open & (whole - 1); rest != 0; rest &= rest - 1) {
                int place = Long.numberOfTrailingZeros(rest);
                effort.steps++;
                if (items.get(place).takes(word)) {
                    next |= 1L << place + 1;
                }
            }
            open = skipping(next);
            if ((open & whole) != 0 && (!atEnd || word.last())) {
                found = Optional.of(new Hit(from, at + 1));
            }
        }
        return found;
    }

    /** The same places, and those behind words that may be missing. */
    private long skipping(long places) {
        long all = places;
        for (long more = (all & optional) << 1; (more & ~all) != 0; more = (all & optional) << 1) {
            all |= more;
        }
        return all;
    }
}
