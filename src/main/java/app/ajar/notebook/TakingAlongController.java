package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking everything along as one file, and erasing the whole notebook. */
@Controller
@RequestMapping("/notebook")
class TakingAlongController {

    private final Notebooks notebooks;
    private final Notes notes;
    private final NotebookList list;
    private final PassCookie cookie;
    private final NoteWords words;
    private final MessageSource messages;

    TakingAlongController(
            Notebooks notebooks,
            Notes notes,
            NotebookList list,
            PassCookie cookie,
            NoteWords words,
            MessageSource messages) {
        this.notebooks = notebooks;
        this.notes = notes;
        this.list = list;
        this.cookie = cookie;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/export")
    String aboutExport(OpenNotebook notebook) {
        return "notebook/export";
    }

    /** All notes, oldest first, as plain text in a file with a neutral name; one note in memory at a time. */
    @PostMapping("/export")
    void export(OpenNotebook notebook, HttpServletResponse response, Locale locale) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("notes.txt").build().toString());
        Writer file = response.getWriter();
        for (UUID id : notes.all(notebook)) {
            file.append(asText(notebook, id, locale)).append("\n\n\n");
        }
    }

    private String asText(OpenNotebook notebook, UUID id, Locale locale) {
        try {
            return notes.read(notebook, id).map(note -> asText(note, locale)).orElse("");
        } catch (BrokenSealException damaged) {
            return messages.getMessage("notebook.damaged.line", null, locale);
        }
    }

    private String asText(Notes.Read note, Locale locale) {
        NoteText text = note.text();
        String mood =
                text.mood().isEmpty() ? "" : "\n" + messages.getMessage("notebook.mood." + text.mood(), null, locale);
        String said = words.of(text, locale).stream().map(NoteWords.Part::words).collect(Collectors.joining("\n\n"));
        return text.title() + "\n" + list.shown(note.times().writtenAt(), locale) + mood + "\n\n" + said;
    }

    @GetMapping("/erase")
    String aboutErase(OpenNotebook notebook) {
        return "notebook/erase";
    }

    @PostMapping("/erase")
    String erase(
            OpenNotebook notebook,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!sure.equals("yes")) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", "not-sure");
            return "notebook/erase";
        }
        notebooks.erase(notebook);
        cookie.remove(request, response);
        response.setHeader("Clear-Site-Data", "\"cookies\", \"storage\", \"cache\"");
        return "notebook/erased";
    }

    @ExceptionHandler(OpenNotebookResolver.NotOpenException.class)
    String notOpen() {
        return "redirect:/notebook";
    }
}
