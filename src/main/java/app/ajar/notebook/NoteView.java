package app.ajar.notebook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the notebook's templates are given. None of it shows itself when printed by accident. */
final class NoteView {

    private NoteView() {}

    /** The words of a form, as they were typed. */
    record Draft(
            String title,
            String body,
            String section,
            String mood,
            long revision,
            @Nullable Talk talk) {

        static final Draft EMPTY = new Draft("", "", "", "", 0, null);

        static final Draft NEW_TALK = new Draft("", "", "", "", 0, Talk.BLANK);

        static Draft of(NoteText text, long revision) {
            return new Draft(text.title(), text.body(), text.section(), text.mood(), revision, text.talk());
        }

        Draft at(long newer) {
            return new Draft(title, body, section, mood, newer, talk);
        }

        /** Whether a person wrote something in it. A title alone counts unless the guide put it there. */
        public boolean carries() {
            if (talk != null) {
                return !talk.isBlank();
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
    record Line(UUID id, @Nullable String title, String day, String weekday, Instant writtenAt, boolean here) {

        @Override
        public String toString() {
            return "Line[…]";
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
