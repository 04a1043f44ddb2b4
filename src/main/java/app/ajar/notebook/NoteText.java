package app.ajar.notebook;

/**
 * What a person wrote. Never printed by accident: {@link #toString()} shows nothing.
 *
 * @param section the address of the page it was begun on, or empty
 * @param mood the key of a word for how they were, or empty
 */
record NoteText(String title, String body, String section, String mood) {

    static final int LONGEST_BODY = 20_000;
    static final int LONGEST_TITLE = 120;

    @Override
    public String toString() {
        return "NoteText[…]";
    }
}
