package app.ajar.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What this program put into the store itself a moment ago, as sealed as it lies there, so that the next save of the same
 * person need not ask for it. Nothing rests on it: the statement that uses it finds nothing to change where somebody else
 * was there in the meantime, and the store is asked then. The oldest is forgotten first.
 */
@Component
class LatelySaved {

    static final int NOTEBOOKS = 10_000;
    /** Each keeps a sealed heading, about a kilobyte: enough for as many who pause while they write. */
    static final int NOTES = 500;

    private final Map<UUID, Long> places = new Newest<>(NOTEBOOKS);
    private final Map<Note.Key, NoteRows.State> states = new Newest<>(NOTES);

    /** The place after the last one that was given here; empty where none is known. */
    OptionalLong nextPlace(UUID notebookId) {
        synchronized (places) {
            Long last = places.get(notebookId);
            return last == null ? OptionalLong.empty() : OptionalLong.of(last + 1);
        }
    }

    void placed(UUID notebookId, long place) {
        synchronized (places) {
            places.put(notebookId, place);
        }
    }

    /** Somebody else gave a place in this notebook. */
    void forgetPlace(UUID notebookId) {
        synchronized (places) {
            places.remove(notebookId);
        }
    }

    /** How a note stood when it was last saved here; empty where that is not known. */
    Optional<NoteRows.State> state(UUID notebookId, UUID id) {
        synchronized (states) {
            return Optional.ofNullable(states.get(new Note.Key(notebookId, id)));
        }
    }

    void saved(UUID notebookId, UUID id, NoteRows.State state) {
        synchronized (states) {
            states.put(new Note.Key(notebookId, id), state);
        }
    }

    private static final class Newest<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        private final int most;

        Newest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
