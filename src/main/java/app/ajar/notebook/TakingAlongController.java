package app.ajar.notebook;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
    private final MessageSource messages;

    TakingAlongController(
            Notebooks notebooks, Notes notes, NotebookList list, PassCookie cookie, MessageSource messages) {
        this.notebooks = notebooks;
        this.notes = notes;
        this.list = list;
        this.cookie = cookie;
        this.messages = messages;
    }

    @GetMapping("/export")
    String aboutExport(OpenNotebook notebook) {
        return "notebook/export";
    }

    /** All notes, oldest first, as plain text in a file with a neutral name. */
    @PostMapping("/export")
    ResponseEntity<byte[]> export(OpenNotebook notebook, Locale locale) {
        var file = new StringBuilder();
        for (Notes.Read note : notes.all(notebook)) {
            NoteText text = note.text();
            file.append(text.title()).append('\n');
            file.append(list.shown(note.writtenAt(), locale)).append('\n');
            if (!text.mood().isEmpty()) {
                file.append(messages.getMessage("notebook.mood." + text.mood(), null, locale))
                        .append('\n');
            }
            file.append('\n').append(text.body()).append("\n\n\n");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("notes.txt")
                                .build()
                                .toString())
                .body(file.toString().getBytes(StandardCharsets.UTF_8));
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

    @ExceptionHandler(app.ajar.vault.BrokenSealException.class)
    @org.springframework.web.bind.annotation.ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
    String damaged() {
        return "notebook/damaged";
    }
}
