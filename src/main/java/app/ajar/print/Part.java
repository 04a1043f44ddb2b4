package app.ajar.print;

import java.util.List;

/**
 * One part of a sheet: a step, a row, a paragraph with its heading. What it does not have is blank.
 *
 * @param other the right half of a pair
 * @param lines how many lines to write on follow
 */
record Part(String heading, String text, String other, int lines) {

    /** Its text as it stands in columns. */
    public List<TextLine> textLines() {
        return TextLine.of(text);
    }

    boolean isBlank() {
        return heading.isBlank() && text.isBlank() && other.isBlank();
    }

    String words() {
        return heading + '\n' + text + '\n' + other;
    }

    @Override
    public String toString() {
        return "Part[…]";
    }
}
