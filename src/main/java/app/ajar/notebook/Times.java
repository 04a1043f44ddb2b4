package app.ajar.notebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a note was written, changed and deleted, to the millisecond. It is kept in the note's seal; beside it, in clear,
 * stands the day at most.
 *
 * @param deletedAt none for a note that is there
 */
record Times(Instant writtenAt, Instant changedAt, @Nullable Instant deletedAt) {

    static Times first(Instant now) {
        return new Times(now, now, null);
    }

    Times changed(Instant now) {
        return new Times(writtenAt, now, null);
    }

    Times deleted(Instant now) {
        return new Times(writtenAt, changedAt, now);
    }

    Times restored() {
        return new Times(writtenAt, changedAt, null);
    }
}
