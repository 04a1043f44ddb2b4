package app.ajar.notebook;

/** A file of notes that cannot be taken in. It says why by a key and quotes nothing of the file. */
class UnreadableNotesException extends Exception {

    private static final long serialVersionUID = 1L;

    enum Reason {
        /** Nothing was chosen. */
        NONE,
        /** No ZIP, or damaged, or without the notes in it, or not in the shape that is written down. */
        BROKEN,
        /** Written by a later version of this program. */
        VERSION,
        /** More bytes than are taken, as they come or unpacked. */
        LARGE,
        /** More notes than a notebook holds. */
        MANY,
        /** It did not arrive in good time. */
        SLOW
    }

    private final Reason reason;

    UnreadableNotesException(Reason reason) {
        // Without a cause: what a parser complains about may be somebody's words.
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
