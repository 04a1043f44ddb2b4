package app.ajar.print;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A sheet to be printed whole, before it is known how its words fit. They may be the reader's own.
 *
 * @param slug names it in the form, such as {@code limits-sheet}
 * @param layout rows to write under, pairs, ticks, text in two columns, or a pad of four weeks
 * @param left heading of the left column of pairs; blank elsewhere
 * @param dated whether there is room for a date at its head
 */
record Leaf(String slug, Layout layout, String title, String left, String right, List<Part> parts, boolean dated) {

    enum Layout {
        ROWS,
        PAIRS,
        TICKS,
        TEXT,
        PAD;

        /** As it is called in templates. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Leaf with(String newTitle, String newLeft, String newRight, List<Part> newParts) {
        return new Leaf(slug, layout, newTitle, newLeft, newRight, newParts, dated);
    }

    /** Every word on it, for the check of its letters. */
    String words() {
        return title
                + '\n'
                + left
                + '\n'
                + right
                + '\n'
                + parts.stream().map(Part::words).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "Leaf[" + slug + "]";
    }
}
