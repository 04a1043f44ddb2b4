package app.ajar.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. Every field may be missing; none is ever put into a complaint.
 *
 * @param kind one of {@link #KINDS}; anything else is all of them
 * @param from the last note that was read, to look further
 */
record SearchForm(
        @Nullable String text,
        @Nullable String kind,
        @Nullable String from) {

    static final int LONGEST = 200;

    /** What can be looked through: everything, plain notes, and then each kind that a heading may name. */
    static final List<String> KINDS = Stream.concat(
                    Stream.of("all", "note", NoteForm.TALK),
                    Arrays.stream(GuidedKind.values()).map(GuidedKind::key))
            .toList();

    private static final String ALL = KINDS.get(0);
    private static final String PLAIN = KINDS.get(1);

    /** What is wrong with it, as the end of a message key; none if there is something to look for. */
    @Nullable String problem() {
        if (typed().codePointCount(0, typed().length()) > LONGEST) {
            return "find-long";
        }
        return words().isEmpty() && chosenKind().equals(ALL) ? "find-empty" : null;
    }

    String typed() {
        return Objects.requireNonNullElse(text, "");
    }

    String chosenKind() {
        return kind != null && KINDS.contains(kind) ? kind : ALL;
    }

    /** The words as texts are compared with them. */
    List<String> words() {
        return Arrays.stream(Folded.of(typed()).text().split("[\\s\\p{Z}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether notes of this kind are looked through. */
    boolean takes(NoteSealer.Heading heading) {
        String its = heading.kind().isEmpty() ? PLAIN : heading.kind();
        return chosenKind().equals(ALL) || chosenKind().equals(its);
    }

    @Override
    public String toString() {
        return "SearchForm[…]";
    }
}
