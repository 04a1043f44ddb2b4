package app.ajar.notebook;

import app.ajar.attempts.Attempts;
import app.ajar.attempts.TooManyAttemptsException;
import app.ajar.shared.ReaderLeft;
import app.ajar.vault.BrokenSealException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The notebook itself: start one, open it with its words, see what is in it, close it. */
@Controller
@RequestMapping("/notebook")
class NotebookController {

    private final Notebooks notebooks;
    private final Passes passes;
    private final Notes notes;
    private final NotebookList list;
    private final PassCookie cookie;
    private final DraftDoor door;
    private final Attempts attempts;
    private final CsrfTokenRepository formTokens;

    NotebookController(
            Notebooks notebooks,
            Passes passes,
            Notes notes,
            NotebookList list,
            PassCookie cookie,
            DraftDoor door,
            Attempts attempts,
            CsrfTokenRepository formTokens) {
        this.notebooks = notebooks;
        this.passes = passes;
        this.notes = notes;
        this.list = list;
        this.cookie = cookie;
        this.door = door;
        this.attempts = attempts;
        this.formTokens = formTokens;
    }

    /**
     * A page of the list.
     *
     * @param month only the notes of one, as {@code yyyy-mm}
     * @param from the last note before the page
     */
    @GetMapping
    String show(
            Optional<OpenNotebook> notebook,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String from,
            Model model,
            Locale locale) {
        if (notebook.isEmpty()) {
            return "notebook/closed";
        }
        list.addPage(model, notebook.get(), NotebookList.Part.of(month, from), locale);
        list.addDeleted(model, notes.deleted(notebook.get()), locale);
        return "notebook/list";
    }

    @GetMapping("/start")
    String startForm(Optional<OpenNotebook> notebook, Model model) {
        return notebook.isPresent()
                ? "redirect:/notebook"
                : door.show(model, NoteView.Draft.EMPTY, DraftDoor.Side.START);
    }

    @GetMapping("/open")
    String openForm(Optional<OpenNotebook> notebook, Model model) {
        return notebook.isPresent()
                ? "redirect:/notebook"
                : door.show(model, NoteView.Draft.EMPTY, DraftDoor.Side.OPEN);
    }

    @PostMapping("/start")
    String start(
            NoteForm form,
            Optional<OpenNotebook> alreadyOpen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (alreadyOpen.isPresent()) {
            // The page was sent twice, or reloaded. A second notebook would hide the first one's words for good.
            model.addAttribute("draft", form.draft());
            return "notebook/already-open";
        }
        String problem = form.hasWords() ? form.problem() : null;
        if (problem != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return door.refuse(model, form, problem, DraftDoor.Side.BOTH);
        }
        Notebooks.Started started;
        try {
            attempts.take(request);
            started = notebooks.start(notebook -> {
                if (form.hasWords()) {
                    model.addAttribute("kept", notes.write(notebook, door.text(form)));
                }
            });
        } catch (TooManyAttemptsException tooMany) {
            refuseForNow(tooMany, response);
            return door.refuse(model, form, "too-many", DraftDoor.Side.START);
        } catch (TooBusyException busy) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return door.refuse(model, form, "busy", DraftDoor.Side.START);
        } catch (DataAccessException | TransactionException trouble) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return door.refuse(model, form, "trouble", DraftDoor.Side.START);
        }
        cookie.write(started.secret(), request, response);
        model.addAttribute("keyWords", started.words().words());
        return "notebook/words";
    }

    @PostMapping("/open")
    String open(
            @RequestParam(name = "key-words", defaultValue = "") String typed,
            NoteForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        DraftDoor.Side side = form.hasWords() ? DraftDoor.Side.BOTH : DraftDoor.Side.OPEN;
        model.addAttribute("typed", typed);
        String problem = form.hasWords() ? form.problem() : null;
        if (problem != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return door.refuse(model, form, problem, side);
        }
        Optional<Notebooks.Opened> opened = Optional.empty();
        UUID kept = null;
        try {
            attempts.take(request);
            opened = notebooks.open(typed);
            if (opened.isPresent() && form.hasWords()) {
                kept = door.keep(opened.get().notebook(), form);
            }
        } catch (TooManyAttemptsException tooMany) {
            refuseForNow(tooMany, response);
            return door.refuse(model, form, "too-many", side);
        } catch (TooBusyException busy) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return door.refuse(model, form, "busy", side);
        } catch (Notes.NotebookFullException full) {
            // Nobody gets the secret of that pass: left, it would stand among the devices as one that nobody knows.
            opened.map(Notebooks.Opened::secret).ifPresent(passes::close);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return door.refuse(model, form, "full", side);
        } catch (DataAccessException | TransactionException | BrokenSealException trouble) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return door.refuse(model, form, "trouble", side);
        }
        if (opened.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return door.refuse(model, form, "wrong-words", side);
        }
        // One device, one pass: the notebook that was open here before is closed.
        cookie.read(request).ifPresent(passes::close);
        cookie.write(opened.get().secret(), request, response);
        if (kept != null) {
            return "redirect:/notebook/notes/" + kept + "?saved";
        }
        return "redirect:/notebook";
    }

    static void refuseForNow(TooManyAttemptsException tooMany, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.retryAfterSeconds()));
    }

    @PostMapping("/close")
    String close(HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
        // A form that a browser kept for its Back button must not find a token that still works.
        formTokens.saveToken(null, request, response);
        // Takes pages with a note begun on them out of the browser's own memory.
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return "redirect:/notebook";
    }

    @EventListener
    void readerLeft(ReaderLeft left) {
        try {
            end(left.request(), left.response());
        } catch (DataAccessException | TransactionException trouble) {
            // Leaving never fails. The browser has lost its secret by now, and the pass goes when it has rested.
        }
    }

    private void end(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(secret -> {
            // First, for the store may fail. A changed cookie also evicts private pages from the back/forward cache.
            cookie.remove(request, response);
            passes.close(secret);
        });
    }
}
