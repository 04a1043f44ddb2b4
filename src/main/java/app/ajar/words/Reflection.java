package app.ajar.words;

import java.util.List;

/**
 * What the mirror shows of one text. It lives as long as one request, and prints nothing of the text by accident.
 *
 * @param harm whether the text speaks of fear or harm; then the rest is empty
 * @param passages the whole text in order, cut where a finding begins or ends
 */
record Reflection(boolean harm, List<Passage> passages, List<Finding> findings, List<Finding> good) {

    /** @param number the finding it belongs to, from 1; 0 for none */
    record Passage(String text, int number) {
        @Override
        public String toString() {
            return "Passage[…]";
        }
    }

    /** One habit, with every place where the text has it. */
    record Finding(Rule rule, int number, List<String> quotes) {
        @Override
        public String toString() {
            return "Finding[" + rule.id() + "]";
        }
    }

    static Reflection ofHarm() {
        return new Reflection(true, List.of(), List.of(), List.of());
    }

    @Override
    public String toString() {
        return "Reflection[…]";
    }
}
