package app.ajar.notebook;

import java.util.Locale;
import org.springframework.context.MessageSource;
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

    private final MessageSource messages;
    private final NotebookSettings settings;

    DraftDoor(MessageSource messages, NotebookSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    String show(Model model, NoteView.Draft draft, Side side) {
        model.addAttribute("draft", draft);
        model.addAttribute("offersStart", side != Side.OPEN);
        model.addAttribute("offersOpen", side != Side.START);
        model.addAttribute("keepDays", settings.keep().toDays());
        model.addAttribute("keepEmptyDays", settings.keepEmpty().toDays());
        return VIEW;
    }

    /** The same page with what went wrong on top. */
    String refuse(Model model, NoteForm form, String problem, Side side) {
        model.addAttribute("problem", problem);
        model.addAttribute("length", form.bodyLength());
        return show(model, form.draft(), side);
    }

    /** What is kept of a form: a note without a title gets one. */
    NoteText text(NoteForm form) {
        String untitled = form.isTalk() ? "notebook.talk.title" : "notebook.untitled";
        return form.text(messages.getMessage(untitled, null, Locale.ENGLISH));
    }
}
