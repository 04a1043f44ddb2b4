package app.ajar.notebook;

import org.jspecify.annotations.Nullable;

/**
 * What a person wrote. Never printed by accident: {@link #toString()} shows nothing.
 *
 * @param section the address of the page it was begun on, or empty
 * @param mood the key of a word for how they were, or empty
 * @param talk how a talk went, for a note on one; its body is empty
 * @param guided what was written in the form of an exercise, for such a note; its body is empty
 */
record NoteText(
        String title,
        String body,
        String section,
        String mood,
        @Nullable Talk talk,
        @Nullable Guided guided) {

    static final int LONGEST_BODY = 20_000;
    static final int LONGEST_TITLE = 120;

    NoteText(String title, String body, String section, String mood) {
        this(title, body, section, mood, null, null);
    }

    NoteText(String title, String body, String section, String mood, @Nullable Talk talk) {
        this(title, body, section, mood, talk, null);
    }

    @Override
    public String toString() {
        return "NoteText[…]";
    }
}
