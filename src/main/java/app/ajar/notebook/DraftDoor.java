package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The page between a closed notebook and an open one. Words that were already typed go through it as hidden fields, so
 * that starting or opening a notebook never costs anyone their text.
 */
@Component
class DraftDoor {

    /** Which ways the page offers. */
    enum Side {
        START,
        OPEN,
        BOTH
    }

    private static final String VIEW = "notebook/door";

    private final Notes notes;
    private final MessageSource messages;
    private final NotebookSettings settings;

    DraftDoor(Notes notes, MessageSource messages, NotebookSettings settings) {
        this.notes = notes;
        this.messages = messages;
        this.settings = settings;
    }

    String show(Model model, NoteView.Draft draft, Side side) {
        model.addAttribute("draft", draft);
        model.addAttribute("offersStart", side != Side.OPEN);
        model.addAttribute("offersOpen", side != Side.START);
        model.addAttribute("keepDays", settings.keep().toDays());
        model.addAttribute("keepEmptyDays", settings.keepEmpty().toDays());
        model.addAttribute("backupDays", settings.backups().toDays());
        return VIEW;
    }

    /** The same page with what went wrong on top. */
    String refuse(Model model, NoteForm form, String problem, Side side) {
        model.addAttribute("problem", problem);
        model.addAttribute("length", form.bodyLength());
        return show(model, form.draft(), side);
    }

    /**
     * Keeps words that came through the door: in the note they were typed into, if it is still as the person saw it, else
     * as one of their own. Nothing is written over.
     *
     * @throws Notes.NotebookFullException if the notebook holds all it can
     */
    UUID keep(OpenNotebook notebook, NoteForm form) {
        NoteText text = text(form);
        try {
            return form.noteId()
                    .flatMap(id -> notes.keep(notebook, id, text, form.revisionNumber()))
                    .map(Notes.Kept::id)
                    .orElseGet(() -> notes.write(notebook, text));
        } catch (Notes.ChangedMeanwhileException | DataIntegrityViolationException | BrokenSealException notThere) {
            return notes.write(notebook, text);
        }
    }

    /** What is kept of a form: a note without a title gets one. */
    NoteText text(NoteForm form) {
        String untitled = form.isTalk() ? "notebook.talk.title" : "notebook.untitled";
        if (form.guided() != null) {
            untitled = "notebook.guided.name." + form.guided().kind().key();
        }
        return form.text(messages.getMessage(untitled, null, Locale.ENGLISH));
    }
}
