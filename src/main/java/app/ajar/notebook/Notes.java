package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writing, reading, changing and deleting the notes of an open notebook. */
@Component
class Notes {

    /**
     * A line of the list.
     *
     * @param heading none if its seal is damaged
     */
    record Entry(UUID id, NoteSealer.@Nullable Heading heading, Instant writtenAt, boolean deleted) {}

    /** A note, opened. */
    record Read(UUID id, NoteText text, Instant writtenAt, Instant changedAt, long revision) {}

    /** There is room for {@value #MOST} notes in a notebook, and they are all there. Nothing was kept. */
    static class NotebookFullException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    static final int MOST = 5_000;

    /** Somebody saved this note in the meantime, in another tab or on another device. */
    static class ChangedMeanwhileException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final NoteRepository notes;
    private final Clock clock;

    Notes(NoteRepository notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    /** All notes, newest first; the ones deleted a moment ago among them. */
    @Transactional(readOnly = true)
    public List<Entry> list(OpenNotebook notebook) {
        return notes.headings(notebook.id()).stream()
                .map(row -> new Entry(row.id(), heading(notebook, row), row.writtenAt(), row.deletedAt() != null))
                .toList();
    }

    /**
     * One note of this notebook.
     *
     * @return empty for an id that is not in this notebook, or was deleted
     * @throws BrokenSealException if what is stored was damaged
     */
    @Transactional(readOnly = true)
    public Optional<Read> read(OpenNotebook notebook, UUID id) {
        return notes.findByIdAndNotebookId(id, notebook.id())
                .filter(note -> !note.deleted())
                .map(note -> opened(notebook, note));
    }

    /** The ids of the notes that were not deleted, oldest first, to take them along one by one. */
    @Transactional(readOnly = true)
    public List<UUID> all(OpenNotebook notebook) {
        return notes.idsIn(notebook.id());
    }

    /** @throws NotebookFullException if the notebook holds all it can */
    @Transactional
    public UUID write(OpenNotebook notebook, NoteText text) {
        if (notes.countByNotebookId(notebook.id()) >= MOST) {
            throw new NotebookFullException();
        }
        var note = new Note(UUID.randomUUID(), notebook.id(), clock.instant());
        keep(notebook, note, text);
        return note.id();
    }

    /**
     * Replaces the text of a note.
     *
     * @param revision the one the person was shown
     * @return false if there is no such note in this notebook
     * @throws ChangedMeanwhileException if the note has moved on since then; nothing is changed
     */
    @Transactional
    public boolean change(OpenNotebook notebook, UUID id, NoteText text, long revision) {
        return notes.findByIdAndNotebookId(id, notebook.id())
                .filter(note -> !note.deleted())
                .map(note -> {
                    if (note.revision() != revision) {
                        throw new ChangedMeanwhileException();
                    }
                    keep(notebook, note, text);
                    return true;
                })
                .orElse(false);
    }

    @Transactional
    public void delete(OpenNotebook notebook, UUID id) {
        notes.findByIdAndNotebookId(id, notebook.id()).ifPresent(note -> {
            note.delete(clock.instant());
            notes.save(note);
        });
    }

    @Transactional
    public void restore(OpenNotebook notebook, UUID id) {
        notes.findByIdAndNotebookId(id, notebook.id()).ifPresent(note -> {
            note.restore();
            notes.save(note);
        });
    }

    private void keep(OpenNotebook notebook, Note note, NoteText text) {
        note.keep(
                NoteSealer.sealHeading(notebook, note.id(), text),
                NoteSealer.sealBody(notebook, note.id(), text),
                clock.instant());
        notes.save(note);
    }

    private static NoteSealer.@Nullable Heading heading(OpenNotebook notebook, NoteRepository.Heading row) {
        try {
            return NoteSealer.openHeading(notebook, row.id(), row.sealedHeading());
        } catch (BrokenSealException damaged) {
            // One damaged note must not keep the others from being read.
            return null;
        }
    }

    private static Read opened(OpenNotebook notebook, Note note) {
        NoteSealer.Heading heading = NoteSealer.openHeading(notebook, note.id(), note.sealedHeading());
        return new Read(
                note.id(),
                NoteSealer.openBody(notebook, note.id(), heading, note.sealedBody()),
                note.writtenAt(),
                note.changedAt(),
                note.revision());
    }
}
