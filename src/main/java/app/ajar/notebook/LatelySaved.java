package app.ajar.notebook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

    /**
     * A note that another program put in on the same day shows at once, by its place. Notes of other days, taken in from a
     * file, do not: for so long there may be less room than is known here.
     */
    private static final Duration COUNTED_FOR = Duration.ofMinutes(10);

    /**
     * Where the last note of a notebook went.
     *
     * @param held how many notes it held then
     * @param counted when the store was asked that
     */
    private record Place(int held, Instant counted, LocalDate day, long place) {}

    private final Map<UUID, Place> places = new Newest<>(NOTEBOOKS);
    private final Map<Note.Key, NoteRows.State> states = new Newest<>(NOTES);

    /**
     * The place after the last one that was given here on that day; empty where it is not known, or there may be no room.
     *
     * @param now how late it is: what was counted more than ten minutes ago says nothing any more
     */
    OptionalLong nextPlace(UUID notebookId, Instant now, LocalDate day) {
        synchronized (places) {
            Place last = places.get(notebookId);
            boolean known = last != null
                    && last.day.equals(day)
                    && last.held < Notes.MOST
                    && !last.counted.isBefore(now.minus(COUNTED_FOR));
            return known ? OptionalLong.of(last.place + 1) : OptionalLong.empty();
        }
    }

    /** A note went in, once the notes were counted. */
    void counted(UUID notebookId, int held, Instant now, LocalDate day, long place) {
        synchronized (places) {
            places.put(notebookId, new Place(held, now, day, place));
        }
    }

    /** A note went in at the next place. */
    void placed(UUID notebookId, LocalDate day, long place) {
        synchronized (places) {
            places.computeIfPresent(notebookId, (id, last) -> new Place(last.held + 1, last.counted, day, place));
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
