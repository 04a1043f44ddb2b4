package app.ajar.notebook;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A text as it is compared when somebody looks for words: without accents, capitals and the differences between kinds of
 * quotation marks and dashes. It knows where each of its letters stood. Letters are taken one by one, so that a word is
 * the same wherever it stands.
 */
final class Folded {

    /** Letters up to here are worked out once: Latin, Greek, Cyrillic, Hebrew, Arabic and their like, and punctuation. */
    private static final String[] KNOWN = new String[0x2100];

    static {
        for (int letter = 0; letter < KNOWN.length; letter++) {
            KNOWN[letter] = fold(letter);
        }
    }

    private final String original;
    private final String text;

    private Folded(String original, String text) {
        this.original = original;
        this.text = text;
    }

    static Folded of(String original) {
        var text = new StringBuilder(original.length() + 16);
        for (int at = 0; at < original.length(); at++) {
            char sign = original.charAt(at);
            // Most of most texts; a search folds megabytes of them.
            if (sign < 0x80) {
                text.append(sign >= 'A' && sign <= 'Z' ? (char) (sign + 'a' - 'A') : sign == '`' ? '\'' : sign);
            } else {
                int letter = original.codePointAt(at);
                text.append(folded(letter));
                at += Character.charCount(letter) - 1;
            }
        }
        return new Folded(original, text.toString());
    }

    String text() {
        return text;
    }

    boolean contains(String foldedWord) {
        return text.contains(foldedWord);
    }

    /** Marks in {@code marks} the characters of the original that are this word, wherever it stands. */
    void mark(String foldedWord, BitSet marks) {
        int[] origins = null;
        for (int at = text.indexOf(foldedWord); at >= 0; at = text.indexOf(foldedWord, at + 1)) {
            origins = origins == null ? origins() : origins;
            int end = at + foldedWord.length();
            // A letter that became two is marked as a whole.
            while (end < text.length() && origins[end] == origins[end - 1]) {
                end++;
            }
            marks.set(origins[at], origins[end]);
        }
    }

    /** Where each letter of the text stands in the original, and behind them, where it ends. */
    private int[] origins() {
        int[] origins = new int[text.length() + 1];
        int length = 0;
        for (int at = 0; at < original.length(); ) {
            int letter = original.codePointAt(at);
            int end = length + folded(letter).length();
            Arrays.fill(origins, length, end, at);
            length = end;
            at += Character.charCount(letter);
        }
        origins[length] = original.length();
        return origins;
    }

    @Override
    public String toString() {
        return "Folded[…]";
    }

    private static String folded(int letter) {
        return letter < KNOWN.length ? KNOWN[letter] : fold(letter);
    }

    private static String fold(int letter) {
        if (letter == 0xDF || letter == 0x1E9E) {
            return "ss";
        }
        var folded = new StringBuilder(2);
        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                .codePoints()
                .forEach(part -> {
                    switch (Character.getType(part)) {
                        case Character.NON_SPACING_MARK,
                                Character.COMBINING_SPACING_MARK,
                                Character.ENCLOSING_MARK,
                                Character.FORMAT -> {}
                        case Character.DASH_PUNCTUATION -> folded.append('-');
                        default -> folded.appendCodePoint(quote(Character.toLowerCase(Character.toUpperCase(part))));
                    }
                });
        return folded.toString();
    }

    /** Telephones type curly ones, keyboards straight ones. */
    private static int quote(int sign) {
        return switch (sign) {
            case 0x2018, 0x2019, 0x201A, 0x02BC, 0x2032, '`' -> '\'';
            case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x2033 -> '"';
            default -> sign;
        };
    }
}
