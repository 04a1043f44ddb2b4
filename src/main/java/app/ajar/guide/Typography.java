package app.ajar.guide;

/** Straight quotes and apostrophes as a keyboard has them, to the curly ones that a page wants. */
final class Typography {

    private Typography() {}

    static String curly(String text) {
        return curly(text, ' ');
    }

    /** @param before the character that stands before the text, so that a quote after a letter closes */
    static String curly(String text, char before) {
        var out = new StringBuilder(text.length());
        char last = before;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean opens = Character.isWhitespace(last) || last == '(' || last == '\u201c' || last == '\u2018';
            if (c == '"') {
                c = opens ? '\u201c' : '\u201d';
            } else if (c == '\'') {
                c = opens ? '\u2018' : '\u2019';
            }
            out.append(c);
            last = c;
        }
        return out.toString();
    }
}
