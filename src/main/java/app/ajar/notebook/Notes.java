package app.ajar.notebook;

import app.ajar.shared.CommitConfirmation;
import app.ajar.vault.BrokenSealException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

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

    /** How often a save tries to be the next in its notebook: more than anybody has pages open that save at once. */
    private static final int TURNS = 10;

    /** More than anybody deletes in the minutes in which it can be undone; the day's end takes the rest. */
    private static final Limit DELETED_AT_ONCE = Limit.of(500);

    /** Somebody saved this note in the meantime, in another tab or on another device. */
    static class ChangedMeanwhileException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final NoteRows rows;
    private final LatelySaved lately;
    private final NoteRepository notes;
    private final NotebookRepository notebooks;
    private final NotebookSettings settings;
    private final TransactionTemplate transaction;
    private final CommitConfirmation confirmation;
    private final Clock clock;
    private final ZoneId zone;

    Notes(
            NoteRows rows,
            LatelySaved lately,
            NoteRepository notes,
            NotebookRepository notebooks,
            NotebookSettings settings,
            TransactionTemplate transaction,
            CommitConfirmation confirmation,
            Clock clock,
            @Value("${ajar.zone}") ZoneId zone) {
        this.rows = rows;
        this.lately = lately;
        this.notes = notes;
        this.notebooks = notebooks;
        this.settings = settings;
        this.transaction = transaction;
        this.confirmation = confirmation;
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
        return there(notebook, id).map(note -> opened(notebook, note));
    }

    /** The ids of the notes that were not deleted, oldest first, to take them along one by one. */
    @Transactional(readOnly = true)
    public List<UUID> all(OpenNotebook notebook) {
        return notes.idsIn(notebook.id());
    }

    /** The day of a note, which can be told even if the note cannot be opened; empty if there is no such note. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> writtenOn(OpenNotebook notebook, UUID id) {
        return there(notebook, id).map(Note::writtenOn);
    }

    /** @throws NotebookFullException if the notebook holds all it can */
    UUID write(OpenNotebook notebook, NoteText text) {
        UUID id = UUID.randomUUID();
        if (!insert(notebook, id, text)) {
            throw new NotebookFullException();
        }
        return id;
    }

    /** @return false if there is a note with this id, or no room; then nothing was put in */
    private boolean insert(OpenNotebook notebook, UUID id, NoteText text) {
        var fresh = new Sealed(notebook, id, text, Times.first(clock.instant()));
        for (int turn = 0; turn < TURNS; turn++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> insertWhereThereIsRoom(fresh)));
            } catch (DuplicateKeyException meanwhile) {
                if (rows.state(notebook.id(), id).isPresent()) {
                    return false;
                }
                // Another save took the same place in this very moment: the next one, then.
            }
        }
        throw new CannotAcquireLockException("Others kept taking the place of a note");
    }

    private boolean insertWhereThereIsRoom(Sealed note) {
        lock(note.notebook);
        int held = notes.countByNotebookId(note.notebook);
        if (held >= MOST) {
            return false;
        }
        long place = insert(note);
        lately.counted(note.notebook, held + 1, clock.instant(), note.writtenOn, place);
        lately.saved(note.notebook, note.id, note.at(0));
        return true;
    }

    private long insert(Sealed note) {
        return rows.insert(note.notebook, note.id, note.heading, note.body, note.writtenOn);
    }

    private void lock(UUID notebook) {
        if (notebooks.lock(notebook).filter(Notebook::opens).isEmpty()) {
            throw new EmptyResultDataAccessException("The notebook was erased in the meantime", 1);
        }
    }

    /** Lets nobody else put many notes in until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(OpenNotebook notebook) {
        lock(notebook.id());
    }

    /** Puts a note in as it was written elsewhere; whoever calls it holds the lock, and has counted that there is room. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(OpenNotebook notebook, NoteText text, Times times) {
        insert(new Sealed(notebook, UUID.randomUUID(), text, times));
        lately.forgetPlace(notebook.id());
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
    Optional<Kept> keep(OpenNotebook notebook, UUID id, NoteText text, long revision) {
        // Most new notes are new, so they are not looked for first.
        if (revision == NoteView.Draft.NEW) {
            if (insert(notebook, id, text)) {
                return Optional.of(new Kept(id, 0));
            }
            if (rows.state(notebook.id(), id).isEmpty()) {
                throw new NotebookFullException();
            }
        } else if (changed(notebook, id, text, revision)) {
            return Optional.of(new Kept(id, revision + 1));
        }
        return transaction.execute(status -> there(notebook, id).map(note -> {
            if (!opened(notebook, note).text().equals(text)) {
                throw new ChangedMeanwhileException();
            }
            return new Kept(id, note.revision());
        }));
    }

    /**
     * Keeps words as {@link #keep} does, in one statement that also asks whether the notebook is still open. It knows the
     * place of a new note, or the heading of an old one, from the last save.
     *
     * @return empty if it could not be done so, for whatever reason; then nothing happened, and {@link #keep} tells why
     */
    Optional<Kept> keepAtOnce(RecentlyOpen recent, UUID id, NoteText text, long revision) {
        if (revision != NoteView.Draft.NEW) {
            return changeAtOnce(recent, id, text, revision)
                    ? Optional.of(new Kept(id, revision + 1))
                    : Optional.empty();
        }
        Times times = Times.first(clock.instant());
        OptionalLong place = lately.nextPlace(recent.notebook().id(), clock.instant(), day(times));
        if (place.isEmpty()) {
            return Optional.empty();
        }
        var fresh = new Sealed(recent.notebook(), id, text, times);
        try {
            if (!rows.insertIfOpen(recent, id, fresh.heading, fresh.body, fresh.writtenOn, place.getAsLong())) {
                return Optional.empty();
            }
        } catch (DuplicateKeyException meanwhile) {
            lately.forgetPlace(fresh.notebook);
            return Optional.empty();
        }
        confirmation.confirm();
        lately.placed(fresh.notebook, fresh.writtenOn, place.getAsLong());
        lately.saved(fresh.notebook, id, fresh.at(0));
        return Optional.of(new Kept(id, 0));
    }

    private LocalDate day(Times times) {
        return LocalDate.ofInstant(times.writtenAt(), zone);
    }

    /**
     * Replaces the text of a note as {@link #change} does, in one statement that also asks whether the notebook is still
     * open.
     *
     * @return false if it could not be done so, for whatever reason; then nothing happened, and {@link #change} tells why
     */
    boolean changeAtOnce(RecentlyOpen recent, UUID id, NoteText text, long revision) {
        OpenNotebook notebook = recent.notebook();
        return changed(
                notebook,
                id,
                text,
                revision,
                lately.state(notebook.id(), id),
                next -> rows.changeIfOpen(recent, id, revision, next.heading, next.body));
    }

    /**
     * Replaces the text of a note.
     *
     * @param revision the one the person was shown
     * @return false if there is no such note in this notebook
     * @throws ChangedMeanwhileException if the note has moved on since then; nothing is changed
     */
    boolean change(OpenNotebook notebook, UUID id, NoteText text, long revision) {
        if (changed(notebook, id, text, revision)) {
            return true;
        }
        if (rows.state(notebook.id(), id).filter(state -> !state.deleted()).isEmpty()) {
            return false;
        }
        throw new ChangedMeanwhileException();
    }

    /** @return false if there is no such note, or not at this revision; then nothing is changed */
    private boolean changed(OpenNotebook notebook, UUID id, NoteText text, long revision) {
        return changed(
                notebook,
                id,
                text,
                revision,
                rows.state(notebook.id(), id),
                next -> rows.change(notebook.id(), id, revision, next.heading, next.body));
    }

    private boolean changed(
            OpenNotebook notebook,
            UUID id,
            NoteText text,
            long revision,
            Optional<NoteRows.State> state,
            Predicate<Sealed> change) {
        if (state.isEmpty() || !state.get().isAt(revision)) {
            return false;
        }
        NoteSealer.Heading before = NoteSealer.openHeading(
                notebook, id, state.get().writtenOn(), state.get().sealedHeading());
        var next = new Sealed(notebook, id, text, before.times().changed(clock.instant()));
        boolean changed = change.test(next);
        confirmation.confirm();
        if (changed) {
            lately.saved(notebook.id(), id, next.at(revision + 1));
        }
        return changed;
    }

    private Optional<Note> there(OpenNotebook notebook, UUID id) {
        return notes.findByIdAndNotebookId(id, notebook.id()).filter(note -> !note.deleted());
    }

    @Transactional
    public void delete(OpenNotebook notebook, UUID id) {
        Instant now = clock.instant();
        there(notebook, id).ifPresent(note -> {
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

    /** A note on its way into the store. */
    private final class Sealed {

        private final UUID notebook;
        private final UUID id;
        private final byte[] heading;
        private final byte[] body;
        private final LocalDate writtenOn;

        Sealed(OpenNotebook notebook, UUID id, NoteText text, Times times) {
            this.notebook = notebook.id();
            this.id = id;
            this.heading = NoteSealer.sealHeading(notebook, id, NoteSealer.Heading.of(text, times));
            this.body = NoteSealer.sealBody(notebook, id, text);
            this.writtenOn = day(times);
        }

        NoteRows.State at(long revision) {
            return new NoteRows.State(heading, writtenOn, revision, false);
        }
    }
}
