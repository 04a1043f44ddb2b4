package app.ajar.notebook;

import app.ajar.guide.Edition;
import app.ajar.guide.GuideLibrary;
import app.ajar.guide.SectionView;
import app.ajar.vault.BrokenSealException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One note: begin it, read it, change it, delete it and bring it back. */
@Controller
@RequestMapping("/notebook")
class NoteController {

    private static final String EDITOR = "notebook/note";
    /** Where the note that the words belonged to is no more, they are offered as a new one. */
    private static final Set<String> AS_NEW = Set.of("gone", "damaged");

    private static final Pattern NOTE_ADDRESS =
            Pattern.compile("/notebook/notes/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(/.*)?");

    private final Notes notes;
    private final NotebookList list;
    private final DraftDoor door;
    private final NoteWords words;
    private final GuideLibrary library;

    NoteController(Notes notes, NotebookList list, DraftDoor door, NoteWords words, GuideLibrary library) {
        this.notes = notes;
        this.list = list;
        this.door = door;
        this.words = words;
        this.library = library;
    }

    @GetMapping("/notes/new")
    String blank(Optional<OpenNotebook> notebook, Model model, Locale locale) {
        return notebook.isPresent()
                ? editor(model, notebook.get(), null, NoteView.Draft.EMPTY, locale)
                : door.show(model, NoteView.Draft.EMPTY, DraftDoor.Side.BOTH);
    }

    /** A note on a talk. Where no notebook is open it can still be written, and goes through the door when it is sent. */
    @GetMapping("/talks/new")
    String blankTalk(Optional<OpenNotebook> notebook, Model model, Locale locale) {
        NoteView.Draft draft = NoteView.Draft.NEW_TALK;
        if (notebook.isPresent()) {
            return editor(model, notebook.get(), null, draft, locale);
        }
        addTalkWords(model);
        model.addAttribute("draft", draft);
        return "notebook/talk-closed";
    }

    /** What can be written with a guide: a page that is the same for everybody. */
    @GetMapping("/guided")
    String guided(Model model) {
        model.addAttribute("kinds", GuidedKind.values());
        return "notebook/guided-kinds";
    }

    /** The form of an exercise, which can be written before a notebook is open, like that of a talk. */
    @GetMapping("/guided/{kind}")
    String blankGuided(@PathVariable("kind") String key, Optional<OpenNotebook> notebook, Model model, Locale locale) {
        GuidedKind kind = GuidedKind.of(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String section =
                library.edition().sectionWith(kind.key()).map(SectionView::path).orElse("");
        NoteView.Draft draft = NoteView.Draft.of(kind, section);
        if (notebook.isPresent()) {
            return editor(model, notebook.get(), null, draft, locale);
        }
        model.addAttribute("draft", draft);
        return "notebook/guided-closed";
    }

    /** Words begun beside the guide arrive here. Nothing is kept yet, so no token is asked for. */
    @PostMapping("/notes/new")
    String carryOn(
            NoteForm form, Optional<OpenNotebook> notebook, HttpServletResponse response, Model model, Locale locale) {
        return offer(form, notebook, null, form.hasWords() ? form.problem() : null, response, model, locale);
    }

    @PostMapping("/notes")
    String write(NoteForm form, NotebookAtHand hand, HttpServletResponse response, Model model, Locale locale) {
        UUID id = form.noteId().orElseGet(UUID::randomUUID);
        if (form.problem() == null
                && hand.recent()
                        .flatMap(recent -> notes.keepAtOnce(recent, id, door.text(form), form.revisionNumber()))
                        .isPresent()) {
            return saved(id);
        }
        Optional<OpenNotebook> notebook = hand.open();
        String problem = notebook.isEmpty() ? "closed" : form.problem();
        if (problem != null) {
            return offer(form, notebook, null, problem, response, model, locale);
        }
        try {
            return notes.keep(notebook.get(), id, door.text(form), form.revisionNumber())
                    .map(kept -> saved(kept.id()))
                    .orElseGet(() -> offer(form, notebook, null, "gone", response, model, locale));
        } catch (Notes.ChangedMeanwhileException meanwhile) {
            // Sent twice, with other words: by a page that the browser brought back, or after a connection was lost.
            return settle(id, form, notebook.get(), response, model, locale);
        } catch (Notes.NotebookFullException full) {
            return offer(form, notebook, null, "full", response, model, locale);
        } catch (BrokenSealException damaged) {
            return offer(form, notebook, null, "damaged", response, model, locale);
        } catch (DataAccessException | TransactionException trouble) {
            return offer(form, notebook, null, "trouble", response, model, locale);
        }
    }

    @GetMapping("/notes/{id}")
    String read(
            @PathVariable UUID id,
            OpenNotebook notebook,
            @RequestParam(required = false) @Nullable String saved,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Optional<Notes.Read> found = notes.read(notebook, id);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            list.addPage(model, notebook, NotebookList.Part.NEWEST, locale);
            list.addDeleted(model, notes.deleted(notebook), locale);
            model.addAttribute("missing", true);
            return "notebook/list";
        }
        Notes.Read note = found.get();
        model.addAttribute("saved", saved != null);
        model.addAttribute("changedAt", note.times().changedAt());
        model.addAttribute("changedShown", list.shown(note.times().changedAt(), locale));
        model.addAttribute("writtenAt", note.times().writtenAt());
        model.addAttribute("writtenShown", list.shown(note.times().writtenAt(), locale));
        return editor(model, notebook, id, NoteView.Draft.of(id, note.text(), note.revision()), locale);
    }

    @PostMapping("/notes/{id}")
    String change(
            @PathVariable UUID id,
            NoteForm form,
            NotebookAtHand hand,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (form.problem() == null
                && hand.recent()
                        .filter(recent -> notes.changeAtOnce(recent, id, door.text(form), form.revisionNumber()))
                        .isPresent()) {
            return saved(id);
        }
        Optional<OpenNotebook> notebook = hand.open();
        String problem = notebook.isEmpty() ? "closed" : form.problem();
        if (problem != null) {
            return offer(form, notebook, notebook.isEmpty() ? null : id, problem, response, model, locale);
        }
        try {
            boolean changed = notes.change(notebook.get(), id, door.text(form), form.revisionNumber());
            if (!changed) {
                // Deleted in another tab, or not of this notebook: the words must not go with it.
                return offer(form, notebook, null, "gone", response, model, locale);
            }
        } catch (Notes.ChangedMeanwhileException meanwhile) {
            return settle(id, form, notebook.get(), response, model, locale);
        } catch (BrokenSealException damaged) {
            return offer(form, notebook, null, "damaged", response, model, locale);
        } catch (DataAccessException | TransactionException trouble) {
            return offer(form, notebook, id, "trouble", response, model, locale);
        }
        return saved(id);
    }

    /** Somebody was faster. If they saved the very same words (a button pressed twice), there is nothing to settle. */
    private String settle(
            UUID id, NoteForm form, OpenNotebook notebook, HttpServletResponse response, Model model, Locale locale) {
        Optional<Notes.Read> other;
        try {
            other = notes.read(notebook, id);
        } catch (BrokenSealException damaged) {
            return offer(form, Optional.of(notebook), null, "damaged", response, model, locale);
        }
        if (other.isEmpty()) {
            return offer(form, Optional.of(notebook), null, "gone", response, model, locale);
        }
        if (other.get().text().equals(door.text(form))) {
            return saved(id);
        }
        NoteView.Draft draft = form.draft().at(other.get().revision());
        model.addAttribute("other", other.get().text());
        model.addAttribute("otherParts", words.of(other.get().text(), locale));
        model.addAttribute("problem", "changed-meanwhile");
        response.setStatus(HttpStatus.CONFLICT.value());
        return editor(model, notebook, id, draft, locale);
    }

    @PostMapping("/notes/{id}/delete")
    String delete(@PathVariable UUID id, OpenNotebook notebook) {
        try {
            notes.delete(notebook, id);
        } catch (OptimisticLockingFailureException meanwhile) {
            // Words of a pause, or a second press, were faster. What was kept goes along.
            notes.delete(notebook, id);
        }
        return "redirect:/notebook#deleted";
    }

    @PostMapping("/notes/{id}/restore")
    String restore(@PathVariable UUID id, OpenNotebook notebook) {
        notes.restore(notebook, id);
        return "redirect:/notebook/notes/" + id;
    }

    /** A form whose token has run out is forwarded here: its words are given back with a fresh one. */
    @PostMapping("/stale")
    String stale(
            NoteForm form,
            @RequestParam(name = "key-words", required = false) @Nullable String typed,
            Optional<OpenNotebook> notebook,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("problem", "stale");
        if (typed != null) {
            // The key words are on paper, and not given back: a browser's Back button can send an old form again.
            return door.show(model, form.draft(), form.hasWords() ? DraftDoor.Side.BOTH : DraftDoor.Side.OPEN);
        }
        if (form.isNote()) {
            return notebook.isPresent()
                    ? editor(model, notebook.get(), noteOf(request), form.draft(), locale)
                    : door.show(model, form.draft(), DraftDoor.Side.BOTH);
        }
        return "notebook/stale";
    }

    /** A form that met {@link StoreTrouble} is forwarded here: its words are given back, and are not kept yet. */
    @PostMapping("/trouble")
    @Nullable String trouble(
            NoteForm form,
            Optional<OpenNotebook> notebook,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale)
            throws IOException {
        if (StoreTrouble.askedFor(request, response)) {
            return null;
        }
        return form.isNote()
                ? offer(form, notebook, noteOf(request), "trouble", response, model, locale)
                : StoreTrouble.page(response, model);
    }

    @PostMapping("/trouble/again")
    @Nullable String troubleAgain(
            NoteForm form, HttpServletRequest request, HttpServletResponse response, Model model, Locale locale)
            throws IOException {
        if (StoreTrouble.askedFor(request, response)) {
            return null;
        }
        return form.isNote()
                ? offer(form, Optional.empty(), null, "trouble", response, model, locale)
                : StoreTrouble.page(response, model);
    }

    private static String saved(UUID id) {
        return "redirect:/notebook/notes/" + id + "?saved";
    }

    private String offer(
            NoteForm form,
            Optional<OpenNotebook> notebook,
            @Nullable UUID id,
            @Nullable String problem,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (problem != null) {
            boolean ours = problem.equals("trouble");
            response.setStatus((ours ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT).value());
            model.addAttribute("problem", problem);
            model.addAttribute("length", form.bodyLength());
        }
        NoteView.Draft draft =
                problem != null && AS_NEW.contains(problem) ? form.draft().asNew() : form.draft();
        return notebook.isPresent()
                ? editor(model, notebook.get(), id, draft, locale)
                : door.show(model, draft, DraftDoor.Side.BOTH);
    }

    private String editor(Model model, OpenNotebook notebook, @Nullable UUID id, NoteView.Draft draft, Locale locale) {
        Edition edition = library.edition();
        model.addAttribute("note", id);
        // A new note has its id before it is kept: sent again and again, it stays one.
        model.addAttribute("noteId", id != null ? id : Objects.requireNonNullElseGet(draft.note(), UUID::randomUUID));
        model.addAttribute("draft", draft);
        model.addAttribute("moods", NoteForm.MOODS);
        model.addAttribute("begunOn", edition.section(draft.section()).orElse(null));
        list.addTo(model, notebook, id, locale);
        if (draft.guided() != null) {
            return "notebook/guided";
        }
        if (draft.talk() == null) {
            return EDITOR;
        }
        addTalkWords(model);
        return "notebook/talk";
    }

    private static void addTalkWords(Model model) {
        model.addAttribute("scales", Talk.SCALES);
        model.addAttribute("points", Talk.POINTS);
        model.addAttribute("nextSteps", Talk.NEXT_STEPS);
    }

    private static @Nullable UUID noteOf(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        Matcher address = NOTE_ADDRESS.matcher(String.valueOf(original));
        return address.matches() ? UUID.fromString(address.group(1)) : null;
    }
}
