package app.ajar.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words between two full stops, in the plain form that rules speak of, and where each stands in the text.
 *
 * @param vocabulary the same words, each once
 */
record Sentence(List<Word> words, boolean asks, Set<String> vocabulary) {

    Sentence(List<Word> words, boolean asks) {
        this(words, asks, words.stream().map(Word::plain).collect(Collectors.toUnmodifiableSet()));
    }

    /** @param first whether a clause begins with it; @param last whether one ends with it */
    record Word(String plain, int from, int to, boolean first, boolean last) {}

    private static final String ENDS = ".!?…\n";
    private static final String PAUSES = ",;:–—()\"“”";

    /** Reads each character once. */
    static List<Sentence> of(String text, ShortForms forms) {
        var sentences = new ArrayList<Sentence>();
        var words = new ArrayList<Word>();
        boolean first = true;
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            if (Character.isLetterOrDigit(here)) {
                int end = endOfWord(text, at);
                List<String> plain = forms.spelledOut(plain(text.substring(at, end)));
                for (int part = 0; part < plain.size(); part++) {
                    words.add(new Word(plain.get(part), at, end, first && part == 0, false));
                }
                first = false;
                at = end;
                continue;
            }
            boolean ends = ENDS.indexOf(here) >= 0;
            if ((ends || PAUSES.indexOf(here) >= 0) && !words.isEmpty()) {
                endClause(words);
                first = true;
            }
            if (ends && !words.isEmpty()) {
                sentences.add(new Sentence(List.copyOf(words), here == '?' || here == '!' && next(text, at) == '?'));
                words.clear();
            }
            at++;
        }
        if (!words.isEmpty()) {
            endClause(words);
            sentences.add(new Sentence(List.copyOf(words), false));
        }
        return sentences;
    }

    private static void endClause(List<Word> words) {
        int place = words.size() - 1;
        Word word = words.get(place);
        words.set(place, new Word(word.plain(), word.from(), word.to(), word.first(), true));
    }

    private static int endOfWord(String text, int from) {
        int end = from + 1;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || isApostrophe(text.charAt(end)) && Character.isLetterOrDigit(next(text, end)))) {
            end++;
        }
        return end;
    }

    private static char next(String text, int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    }

    private static boolean isApostrophe(char sign) {
        return sign == '\'' || sign == '’' || sign == '‘';
    }

    private static String plain(String word) {
        return word.replace('’', '\'').replace('‘', '\'').toLowerCase(Locale.ROOT);
    }

    /**
     * How a language runs words together: "you're" is "you are".
     *
     * @param whole by the whole word
     * @param endings by its end, apostrophe and all
     */
    record ShortForms(Map<String, List<String>> whole, Map<String, String> endings) {

        List<String> spelledOut(String word) {
            List<String> known = whole.get(word);
            if (known != null) {
                return known;
            }
            for (Map.Entry<String, String> ending : endings.entrySet()) {
                if (word.length() > ending.getKey().length() && word.endsWith(ending.getKey())) {
                    String stem =
                            word.substring(0, word.length() - ending.getKey().length());
                    return List.of(stem, ending.getValue());
                }
            }
            return List.of(word);
        }
    }

    /** The text must not reach a log by way of an exception. */
    @Override
    public String toString() {
        return "Sentence[…]";
    }
}
