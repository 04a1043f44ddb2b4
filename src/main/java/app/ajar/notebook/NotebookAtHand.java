package app.ajar.notebook;

import app.ajar.notebook.OpenNotebookResolver.NotOpenException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The notebook of a request that saves. Most saves need no more than what the program saw a moment ago, and ask the store
 * one thing; it is looked up where that was more than a minute ago, or where the one thing does not do.
 */
final class NotebookAtHand {

    private final Supplier<Optional<RecentlyOpen>> recent;
    private final Supplier<Optional<OpenNotebook>> lookUp;
    private @Nullable Optional<OpenNotebook> open;

    NotebookAtHand(Supplier<Optional<RecentlyOpen>> recent, Supplier<Optional<OpenNotebook>> lookUp) {
        this.recent = recent;
        this.lookUp = lookUp;
    }

    /** As this program saw it within a minute, looked up if it did not; empty if it is not open. */
    Optional<RecentlyOpen> recent() {
        return recent.get().or(() -> open().flatMap(seen -> recent.get()));
    }

    /** As the store says now; empty if it is not open. Asked for once. */
    Optional<OpenNotebook> open() {
        if (open == null) {
            open = lookUp.get();
        }
        return open;
    }

    /** @throws NotOpenException if it is not open */
    OpenNotebook orElseThrow() {
        return open().orElseThrow(NotOpenException::new);
    }
}
