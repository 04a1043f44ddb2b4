package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Keeps a note while it is being written. It takes what the note's own form takes and answers without a page: 200 when it
 * is kept, 409 if another text is there by now, 404 if the note was deleted, 410 if the notebook is closed, 422 for what
 * cannot be kept, 503 if the store cannot take it. Whatever the answer, the words stay in the form.
 */
@Controller
class AutosaveController {

    /**
     * What the page needs to go on.
     *
     * @param revision the state that is kept now
     */
    record Kept(UUID note, long revision, Instant at) {}

    private final Notes notes;
    private final DraftDoor door;
    private final Clock clock;

    AutosaveController(Notes notes, DraftDoor door, Clock clock) {
        this.notes = notes;
        this.door = door;
        this.clock = clock;
    }

    @PostMapping("/notebook/autosave")
    ResponseEntity<Kept> keep(NoteForm form, NotebookAtHand hand) {
        Optional<UUID> id = form.noteId();
        if (id.isEmpty() || form.problem() != null) {
            return answer(hand.open().isEmpty() ? HttpStatus.GONE : HttpStatus.UNPROCESSABLE_CONTENT, null);
        }
        NoteText text = door.text(form);
        long revision = form.revisionNumber();
        try {
            return hand.recent()
                    .flatMap(recent -> notes.keepAtOnce(recent, id.get(), text, revision))
                    .or(() -> notes.keep(hand.orElseThrow(), id.get(), text, revision))
                    .map(this::kept)
                    .orElseGet(() -> answer(HttpStatus.NOT_FOUND, null));
        } catch (OpenNotebookResolver.NotOpenException closed) {
            return answer(HttpStatus.GONE, null);
        } catch (Notes.ChangedMeanwhileException meanwhile) {
            return answer(HttpStatus.CONFLICT, null);
        } catch (Notes.NotebookFullException | BrokenSealException refused) {
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, null);
        } catch (DataAccessException | TransactionException trouble) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, null);
        }
    }

    private ResponseEntity<Kept> kept(Notes.Kept kept) {
        return answer(HttpStatus.OK, new Kept(kept.id(), kept.revision(), clock.instant()));
    }

    private static ResponseEntity<Kept> answer(HttpStatus status, @Nullable Kept kept) {
        return ResponseEntity.status(status).body(kept);
    }
}
