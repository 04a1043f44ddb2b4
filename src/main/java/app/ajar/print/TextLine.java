package app.ajar.print;

import java.util.List;

/**
 * One line of plain text as it stands on paper.
 *
 * @param point whether it began with a dash, as points in a list do
 * @param said whether it is something to say: it stands in quotation marks
 */
record TextLine(String text, boolean point, boolean said) {

    static List<TextLine> of(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(TextLine::line).toList();
    }

    private static TextLine line(String line) {
        String words = line.strip();
        boolean point = words.startsWith("- ");
        if (point) {
            words = words.substring(2).strip();
        }
        return new TextLine(words, point, words.startsWith("“") && words.endsWith("”"));
    }

    @Override
    public String toString() {
        return "TextLine[…]";
    }
}
