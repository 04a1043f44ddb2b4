package app.ajar.notebook;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the notebook's templates are given. None of it shows itself when printed by accident. */
final class NoteView {

    private NoteView() {}

    /**
     * The words of a form, as they were typed.
     *
     * @param note the note they belong to; none yet for a new one
     */
    record Draft(
            @Nullable UUID note,
            String title,
            String body,
            String section,
            String mood,
            long revision,
            @Nullable Talk talk,
            @Nullable Guided guided) {

        /** The revision of a note that was never kept; no note has it. */
        static final long NEW = -1;

        static final Draft EMPTY = new Draft(null, "", "", "", "", NEW, null, null);

        static final Draft NEW_TALK = new Draft(null, "", "", "", "", NEW, Talk.BLANK, null);

        /** @param section the address of the page that the exercise is on, or empty */
        static Draft of(GuidedKind kind, String section) {
            return new Draft(null, "", "", section, "", NEW, null, Guided.blank(kind));
        }

        static Draft of(UUID note, NoteText text, long revision) {
            return new Draft(
                    note, text.title(), text.body(), text.section(), text.mood(), revision, text.talk(), text.guided());
        }

        Draft at(long newer) {
            return new Draft(note, title, body, section, mood, newer, talk, guided);
        }

        /** The same words, as a note of their own. */
        Draft asNew() {
            return new Draft(null, title, body, section, mood, NEW, talk, guided);
        }

        /** Whether a person wrote something in it. A title alone counts unless the guide put it there. */
        public boolean carries() {
            if (talk != null) {
                return !talk.isBlank();
            }
            if (guided != null) {
                return !guided.isBlank();
            }
            return !body.isBlank() || (!title.isBlank() && section.isEmpty());
        }

        @Override
        public String toString() {
            return "Draft[…]";
        }
    }

    /**
     * A line of the list.
     *
     * @param title none if the note is damaged
     */
    record Line(UUID id, @Nullable String title, String day, String weekday, boolean here) {

        @Override
        public String toString() {
            return "Line[…]";
        }
    }

    /** The months of one year that have notes. */
    record Year(int number, List<MonthLink> months) {}

    /** @param key the month as an address names it, {@code yyyy-mm} */
    record MonthLink(String key, String name) {}

    /** A note that was found: its day, its month, its title and the place where the words stand. */
    record Hit(UUID id, String day, String month, List<Snippet.Piece> title, List<Snippet.Piece> snippet) {

        @Override
        public String toString() {
            return "Hit[…]";
        }
    }

    /** The lines of one month, under its name. */
    record Month(String name, List<Line> lines) {

        @Override
        public String toString() {
            return "Month[…]";
        }
    }
}
