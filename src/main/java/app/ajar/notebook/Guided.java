package app.ajar.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote in the form of an exercise. Never printed by accident: {@link #toString()} shows nothing.
 *
 * @param texts by their names, in the order of {@link GuidedKind#names()}; what was left blank is not among them
 */
record Guided(GuidedKind kind, Map<String, String> texts) {

    static final int LONGEST = 4_000;

    /** With so many rows a form begins; one that is filled in shows two more. */
    private static final int FIRST_ROWS = 3;

    private static final int SPARE_ROWS = 2;

    Guided {
        var kept = new LinkedHashMap<String, String>();
        for (String name : kind.names()) {
            String text = texts.get(name);
            if (text != null && !text.isBlank()) {
                kept.put(name, text);
            }
        }
        texts = Collections.unmodifiableMap(kept);
    }

    static Guided blank(GuidedKind kind) {
        return new Guided(kind, Map.of());
    }

    /** @param given what stands under a name; may give nothing */
    static Guided of(GuidedKind kind, Function<String, @Nullable String> given) {
        var texts = new LinkedHashMap<String, String>();
        for (String name : kind.names()) {
            String text = given.apply(name);
            if (text != null) {
                texts.put(name, text);
            }
        }
        return new Guided(kind, texts);
    }

    /** The text of this name; empty if there is none. */
    public String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** The numbers of the rows to show in a form: the filled ones and a few more. */
    public List<Integer> rows() {
        int shown = Math.min(GuidedKind.MOST_ROWS, Math.max(FIRST_ROWS, lastRow() + SPARE_ROWS));
        return kind.columns().isEmpty() ? List.of() : numbers(shown);
    }

    /** The numbers of the rows in which something stands. */
    public List<Integer> filledRows() {
        return numbers(lastRow()).stream().filter(this::isFilled).toList();
    }

    boolean isBlank() {
        return texts.isEmpty();
    }

    /** How many characters all of it has, counted as people count them. */
    int length() {
        return texts.values().stream().mapToInt(Guided::length).sum();
    }

    /** How many characters the longest of its texts has that is over what may stand there; 0 if all of them fit. */
    int over() {
        return texts.entrySet().stream()
                .filter(text -> length(text.getValue()) > kind.longest(text.getKey()))
                .mapToInt(text -> length(text.getValue()))
                .max()
                .orElse(0);
    }

    private boolean isFilled(int row) {
        return kind.columns().stream().anyMatch(column -> texts.containsKey(column + "-" + row));
    }

    private int lastRow() {
        return numbers(GuidedKind.MOST_ROWS).stream().filter(this::isFilled).reduce(0, Integer::max);
    }

    private static List<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return "Guided[…]";
    }
}
