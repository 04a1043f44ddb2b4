package app.ajar.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exercises of the guide that have a small form of their own, each with what it asks for: single texts, then rows of
 * two texts. Everything about them follows from what is declared here, and from the messages under
 * {@code notebook.guided}. Keys and names are sealed into notes: they may be added to, and never changed.
 */
enum GuidedKind {
    BOTH_ARE_TRUE("both-are-true", List.of(), List.of("for-me", "for-them")),
    CONTROL_MAP("control-map", List.of("mine", "not-mine", "this-week"), List.of()),
    LIMITS("limits-sheet", List.of("stay", "different", "not-negotiable", "stands-by-me"), List.of("if", "then")),
    THIRD_PERSON("third-person", List.of(GuidedKind.PAGE, "next-time"), List.of()),
    CHECK_IN_SOLO(
            "check-in-solo",
            List.of("settle", "valued", "hard", "keep-and-redo", "request", "week-ahead", "kind-close"),
            List.of());

    /** The one text that may fill a note alone. */
    private static final String PAGE = "page";

    /** So many rows fit on two sheets of paper. */
    static final int MOST_ROWS = 12;

    private final String key;
    private final List<String> texts;
    private final List<String> columns;

    GuidedKind(String key, List<String> texts, List<String> columns) {
        this.key = key;
        this.texts = texts;
        this.columns = columns;
    }

    static Optional<GuidedKind> of(@Nullable String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** Its name in addresses, forms and seals: that of the exercise in the guide. */
    public String key() {
        return key;
    }

    /** The names of its single texts, in order. */
    public List<String> texts() {
        return texts;
    }

    /** The names of the two texts of a row, left and right; empty where it has no rows. */
    public List<String> columns() {
        return columns;
    }

    /** Whether it is meant for about seven minutes. */
    public boolean timed() {
        return this == THIRD_PERSON;
    }

    /** The end of the message keys that speak of a text of this kind. */
    public String about(String name) {
        return key + "-" + name;
    }

    /** How many lines of room a text is shown with. */
    public int room(String name) {
        return name.equals(PAGE) ? 14 : 3;
    }

    /** The most characters that a text may have. */
    int longest(String name) {
        return name.equals(PAGE) ? NoteText.LONGEST_BODY : Guided.LONGEST;
    }

    /** Every name that a text of this kind can have, in order; rows are numbered from one. */
    List<String> names() {
        return Stream.concat(
                        texts.stream(),
                        IntStream.rangeClosed(1, MOST_ROWS)
                                .boxed()
                                .flatMap(row -> columns.stream().map(column -> column + "-" + row)))
                .toList();
    }
}
