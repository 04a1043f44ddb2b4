package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writing, reading, changing and deleting the notes of an open notebook. */
@Component
class Notes {

    /** A note, opened. */
    record Read(UUID id, NoteText text, Times times, long revision) {}

    /** A note that is in the store, and which state of it that is. */
    record Kept(UUID id, long revision) {}

    /** There is room for {@value #MOST} notes in a notebook, and they are all there. Nothing was kept. */
    static class NotebookFullException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    static final int MOST = 5_000;

    /** More than anybody deletes in the minutes in which it can be undone; the day's end takes the rest. */
    private static final Limit DELETED_AT_ONCE = Limit.of(500);

    /** Somebody saved this note in the meantime, in another tab or on another device. */
    static class ChangedMeanwhileException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final NoteRepository notes;
    private final NotebookRepository notebooks;
    private final NotebookSettings settings;
    private final Clock clock;
    private final ZoneId zone;

    Notes(
            NoteRepository notes,
            NotebookRepository notebooks,
            NotebookSettings settings,
            Clock clock,
            @Value("${ajar.zone}") ZoneId zone) {
        this.notes = notes;
        this.notebooks = notebooks;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    /** What was deleted a moment ago and can be brought back, the newest first; what cannot any more is removed. */
    @Transactional
    public List<NoteLists.Entry> deleted(OpenNotebook notebook) {
        List<NoteLists.Entry> deleted = notes.deleted(notebook.id(), DELETED_AT_ONCE).stream()
                .map(row -> NoteLists.entry(notebook, row))
                .toList();
        Instant stillToUndo = clock.instant().minus(settings.undo());
        List<UUID> gone = deleted.stream()
                .filter(entry -> !deletedSince(stillToUndo, entry.heading()))
                .map(NoteLists.Entry::id)
                .toList();
        if (!gone.isEmpty()) {
            notes.purge(notebook.id(), gone);
        }
        return deleted.stream().filter(entry -> !gone.contains(entry.id())).toList();
    }

    private static boolean deletedSince(Instant moment, NoteSealer.@Nullable Heading heading) {
        // Of a note whose seal is damaged, the day has to do.
        return heading == null
                || heading.times().deletedAt() == null
                || !heading.times().deletedAt().isBefore(moment);
    }

    /**
     * One note of this notebook.
     *
     * @return empty for an id that is not in this notebook, or was deleted
     * @throws BrokenSealException if what is stored was damaged; the notes around it are not touched by that
     */
    @Transactional(readOnly = true, noRollbackFor = BrokenSealException.class)
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

    /** The day of a note, which can be told even if the note cannot be opened; empty if there is no such note. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> writtenOn(OpenNotebook notebook, UUID id) {
        return notes.findByIdAndNotebookId(id, notebook.id())
                .filter(note -> !note.deleted())
                .map(Note::writtenOn);
    }

    /** @throws NotebookFullException if the notebook holds all it can */
    @Transactional
    public UUID write(OpenNotebook notebook, NoteText text) {
        return write(notebook, text, Times.first(clock.instant()));
    }

    /**
     * Puts a note in as it was written elsewhere.
     *
     * @throws NotebookFullException if the notebook holds all it can
     */
    @Transactional
    public UUID write(OpenNotebook notebook, NoteText text, Times times) {
        UUID id = UUID.randomUUID();
        if (!insert(notebook, id, text, times)) {
            throw new NotebookFullException();
        }
        return id;
    }

    /** @return false if there is a note with this id, or no room; then nothing was put in */
    private boolean insert(OpenNotebook notebook, UUID id, NoteText text, Times times) {
        // First, because it locks the notebook's row: two saves at once cannot both find the last place free, nor both
        // find that there is no such note yet.
        if (notebooks.takePlace(notebook.id()) == 0) {
            throw new EmptyResultDataAccessException("The notebook was erased in the meantime", 1);
        }
        return notes.insert(
                        notebook.id(),
                        id,
                        NoteSealer.sealHeading(notebook, id, NoteSealer.Heading.of(text, times)),
                        NoteSealer.sealBody(notebook, id, text),
                        LocalDate.ofInstant(times.writtenAt(), zone),
                        MOST)
                == 1;
    }

    /**
     * Takes places for many notes that are then {@link #put}; whoever calls it has counted that there is room.
     *
     * @return the first of them
     */
    @Transactional
    public long takePlaces(OpenNotebook notebook, int count) {
        notebooks.takePlaces(notebook.id(), count);
        return notebooks.lastPlace(notebook.id()) - count + 1;
    }

    /** @param place one that was taken for it */
    @Transactional
    public void put(OpenNotebook notebook, NoteText text, Times times, long place) {
        save(
                notebook,
                new Note(UUID.randomUUID(), notebook.id(), LocalDate.ofInstant(times.writtenAt(), zone), place),
                text,
                times);
    }

    /**
     * Keeps words under the id that their page was given: as a new note, or as the new text of the one that is there. The
     * very words that are there already count as kept, so that a request whose answer got lost can be sent again.
     *
     * @param revision the one the person was shown; {@link NoteView.Draft#NEW} if there was none
     * @return empty if the note was deleted, or is not in this notebook; nothing is changed
     * @throws ChangedMeanwhileException if another text is there by now; nothing is changed
     * @throws NotebookFullException if it would be a new note, and the notebook holds all it can
     */
    @Transactional
    public Optional<Kept> keep(OpenNotebook notebook, UUID id, NoteText text, long revision) {
        // Most new notes are new, so they are not looked for first.
        boolean asNew = revision == NoteView.Draft.NEW;
        if (asNew && insert(notebook, id, text, Times.first(clock.instant()))) {
            return Optional.of(new Kept(id, 0));
        }
        Optional<Note> there = notes.findByIdAndNotebookId(id, notebook.id());
        if (asNew && there.isEmpty()) {
            throw new NotebookFullException();
        }
        return there.filter(note -> !note.deleted()).map(note -> {
            if (note.revision() == revision) {
                return changed(notebook, note, text);
            }
            if (opened(notebook, note).text().equals(text)) {
                return new Kept(id, note.revision());
            }
            throw new ChangedMeanwhileException();
        });
    }

    private Kept changed(OpenNotebook notebook, Note note, NoteText text) {
        Times times = heading(notebook, note).times();
        keep(notebook, note, text, times.changed(clock.instant()));
        return new Kept(note.id(), note.revision());
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
                    changed(notebook, note, text);
                    return true;
                })
                .orElse(false);
    }

    @Transactional
    public void delete(OpenNotebook notebook, UUID id) {
        Instant now = clock.instant();
        notes.findByIdAndNotebookId(id, notebook.id())
                .filter(note -> !note.deleted())
                .ifPresent(note -> {
                    note.delete(
                            resealed(notebook, note, heading -> heading.times().deleted(now)),
                            LocalDate.ofInstant(now, ZoneOffset.UTC));
                    notes.save(note);
                });
    }

    @Transactional
    public void restore(OpenNotebook notebook, UUID id) {
        // First what is past its time goes: a page that was open for long must not bring it back.
        deleted(notebook);
        notes.findByIdAndNotebookId(id, notebook.id()).filter(Note::deleted).ifPresent(note -> {
            note.restore(resealed(notebook, note, heading -> heading.times().restored()));
            notes.save(note);
        });
    }

    private static byte[] resealed(OpenNotebook notebook, Note note, Function<NoteSealer.Heading, Times> times) {
        try {
            NoteSealer.Heading heading = heading(notebook, note);
            return NoteSealer.sealHeading(notebook, note.id(), heading.at(times.apply(heading)));
        } catch (BrokenSealException damaged) {
            // What cannot be read can still be thrown away.
            return note.sealedHeading();
        }
    }

    private void keep(OpenNotebook notebook, Note note, NoteText text, Times times) {
        save(notebook, note, text, times);
        // Now, and not at the end: the revision that the page is told must be the one in the store.
        notes.flush();
    }

    private void save(OpenNotebook notebook, Note note, NoteText text, Times times) {
        note.keep(
                NoteSealer.sealHeading(notebook, note.id(), NoteSealer.Heading.of(text, times)),
                NoteSealer.sealBody(notebook, note.id(), text));
        notes.save(note);
    }

    private static NoteSealer.Heading heading(OpenNotebook notebook, Note note) {
        return NoteSealer.openHeading(notebook, note.id(), note.writtenOn(), note.sealedHeading());
    }

    private static Read opened(OpenNotebook notebook, Note note) {
        NoteSealer.Heading heading = heading(notebook, note);
        return new Read(
                note.id(),
                NoteSealer.openBody(notebook, note.id(), heading, note.sealedBody()),
                heading.times(),
                note.revision());
    }
}
