package app.ajar.vault;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sentence of a person's own that opens a notebook beside its key words. It is a secret, so {@link #toString()} never
 * shows it, nor how long it is.
 */
public final class Passphrase {

    /** The fewest characters, counted as people count them, after spaces were made single. */
    public static final int SHORTEST = 14;

    /** The most characters; a longer text is no passphrase. */
    public static final int LONGEST = 200;

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    private final String text;

    private Passphrase(String text) {
        this.text = text;
    }

    /**
     * Reads what a person typed. Case and the number of spaces do not matter: a telephone changes both unasked. The text is
     * made NFKC, lower case and NFKC again; each run of white space becomes one space, and none is left at the ends.
     *
     * @return empty if it is shorter than {@value #SHORTEST} characters or longer than {@value #LONGEST}
     */
    public static Optional<Passphrase> read(String typed) {
        // Normalising is cut off here, so that a pasted megabyte costs nothing.
        if (typed.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        String text = plain(typed);
        int length = characters(text);
        return length < SHORTEST || length > LONGEST ? Optional.empty() : Optional.of(new Passphrase(text));
    }

    /** How many characters {@link #read} counts in it. */
    public static int length(String typed) {
        // What is far too long is counted as it stands.
        return characters(typed.length() > 4 * LONGEST ? typed : plain(typed));
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String plain(String typed) {
        String small = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        // Once more: a few small letters have a form with their accent in one piece that the capital has not (Greek
        // iota).
        String plain = Normalizer.normalize(small, Normalizer.Form.NFKC);
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    /** The phrase in the form that is stretched, for an estimate of how hard it is to guess. Never stored, never shown. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Passphrase that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "Passphrase[hidden]";
    }
}
