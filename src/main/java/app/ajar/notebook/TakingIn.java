package app.ajar.notebook;

import app.ajar.notebook.UnreadableNotesException.Reason;
import app.ajar.vault.BrokenSealException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the notes of a file into an open notebook: all of them, or none. */
@Component
class TakingIn {

    private final Notes notes;
    private final NoteLists lists;
    private final NoteRepository rows;
    private final DraftDoor door;

    TakingIn(Notes notes, NoteLists lists, NoteRepository rows, DraftDoor door) {
        this.notes = notes;
        this.lists = lists;
        this.rows = rows;
        this.door = door;
    }

    /** @param there how many were in the notebook already, written at the same moment with the same words */
    record Taken(int added, int there) {}

    /**
     * Adds the notes of a file, with the times at which they were written and changed.
     *
     * @throws UnreadableNotesException if the file cannot be read to its end, or has more notes than there is room for;
     *     then nothing is added
     */
    @Transactional(rollbackFor = Exception.class)
    public Taken take(OpenNotebook notebook, Upload file) throws UnreadableNotesException {
        notes.lock(notebook);
        // What cannot be brought back any more takes no room.
        notes.deleted(notebook);
        Map<Instant, List<UUID>> before = byMoment(notebook);
        int room = Notes.MOST - rows.countByNotebookId(notebook.id());
        // Read to its end before anything is written: a file that is refused costs the store nothing.
        var newOnes = new BitSet();
        var read = new AtomicInteger();
        NotesZip.read(file.open(), (form, times) -> {
            List<UUID> sameMoment = before.getOrDefault(times.writtenAt(), List.of());
            newOnes.set(read.getAndIncrement(), !isThere(notebook, sameMoment, door.text(form)));
            if (newOnes.cardinality() > room) {
                throw new UnreadableNotesException(Reason.MANY);
            }
        });
        var next = new AtomicInteger();
        NotesZip.read(file.open(), (form, times) -> {
            if (newOnes.get(next.getAndIncrement())) {
                notes.put(notebook, door.text(form), times);
            }
        });
        return new Taken(newOnes.cardinality(), read.get() - newOnes.cardinality());
    }

    private Map<Instant, List<UUID>> byMoment(OpenNotebook notebook) {
        var moments = new HashMap<Instant, List<UUID>>();
        lists.forEach(notebook, entry -> {
            if (entry.heading() != null) {
                moments.computeIfAbsent(entry.heading().times().writtenAt(), moment -> new ArrayList<>())
                        .add(entry.id());
            }
        });
        return moments;
    }

    private boolean isThere(OpenNotebook notebook, List<UUID> ids, NoteText text) {
        return ids.stream().anyMatch(id -> {
            try {
                return notes.read(notebook, id)
                        .filter(note -> note.text().equals(text))
                        .isPresent();
            } catch (BrokenSealException damaged) {
                return false;
            }
        });
    }
}
