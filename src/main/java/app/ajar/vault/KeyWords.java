package app.ajar.vault;

import java.util.List;

/**
 * The words that open a notebook, in order: six when drawn, any number when typed. Only a {@link KeyWordList} makes them.
 * They are the secret itself, so {@link #toString()} never shows them, nor how many there are.
 */
public final class KeyWords {

    /** How many words open a notebook. */
    public static final int COUNT = 6;

    /** Stands for what is on no list. Not a letter, so that no real set of words can ever equal one that holds it. */
    static final String STAND_IN = "?";

    private final List<String> words;

    KeyWords(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** The list's own spelling of each word, in order; {@code "?"} where a typed word is on no list. */
    public List<String> words() {
        return words;
    }

    /** Whether these are six words and all of them known: they may open a notebook. */
    public boolean complete() {
        return words.size() == COUNT && !words.contains(STAND_IN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyWords that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    @Override
    public String toString() {
        return "KeyWords[hidden]";
    }
}
