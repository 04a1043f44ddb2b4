package app.ajar.notebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A few words of a note around what was looked for, in pieces, so that a page can mark them without any HTML in them. */
final class Snippet {

    private static final int BEFORE = 60;
    private static final int AFTER = 140;
    private static final String CUT = "…";

    private Snippet() {}

    /** A text beside the form in which it is compared. */
    record Text(String original, Folded folded) {

        static Text of(String original) {
            return new Text(original, Folded.of(original));
        }

        private BitSet marks(List<String> words) {
            var marks = new BitSet(original.length());
            words.forEach(word -> folded.mark(word, marks));
            return marks;
        }

        @Override
        public String toString() {
            return "Text[…]";
        }
    }

    /** @param marked whether it is what was looked for */
    record Piece(String text, boolean marked) {

        @Override
        public String toString() {
            return "Piece[…]";
        }
    }

    /** The whole text. */
    static List<Piece> whole(Text text, List<String> words) {
        return pieces(text.original(), text.marks(words), 0, text.original().length());
    }

    /** The place of the first of these words, cut between words where it can be; empty where none of them stands. */
    static List<Piece> around(Text text, List<String> words) {
        String original = text.original();
        BitSet marks = text.marks(words);
        int first = marks.nextSetBit(0);
        if (first < 0) {
            return List.of();
        }
        int begin = begin(original, first);
        int end = end(original, Math.max(first + AFTER, Math.min(marks.nextClearBit(first), first + 2 * AFTER)));
        List<Piece> pieces = pieces(original, marks, begin, end);
        if (begin > 0) {
            pieces.add(0, new Piece(CUT + ' ', false));
        }
        if (end < original.length()) {
            pieces.add(new Piece(' ' + CUT, false));
        }
        return pieces;
    }

    private static int begin(String text, int first) {
        int earliest = first - BEFORE;
        if (earliest <= 0) {
            return 0;
        }
        for (int at = earliest; at < first; at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(earliest)) ? earliest + 1 : earliest;
    }

    private static int end(String text, int latest) {
        if (latest >= text.length()) {
            return text.length();
        }
        for (int at = latest; at > latest - BEFORE; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(latest)) ? latest - 1 : latest;
    }

    private static List<Piece> pieces(String text, BitSet marks, int begin, int end) {
        var pieces = new ArrayList<Piece>();
        for (int at = begin; at < end; ) {
            boolean marked = marks.get(at);
            int until = marked ? marks.nextClearBit(at) : marks.nextSetBit(at);
            int stop = until < 0 ? end : Math.min(until, end);
            pieces.add(new Piece(text.substring(at, stop), marked));
            at = stop;
        }
        return pieces;
    }
}
