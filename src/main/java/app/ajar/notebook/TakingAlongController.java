package app.ajar.notebook;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking everything along as one file or page, taking such a file in, and erasing the whole notebook. */
@Controller
@RequestMapping("/notebook")
class TakingAlongController {

    private final Notebooks notebooks;
    private final NotesZip zip;
    private final NotesOnPaper paper;
    private final TakingIn takingIn;
    private final PassCookie cookie;
    private final NotebookSettings settings;
    private final Clock clock;
    private final Semaphore atOnce = new Semaphore(1);

    TakingAlongController(
            Notebooks notebooks,
            NotesZip zip,
            NotesOnPaper paper,
            TakingIn takingIn,
            PassCookie cookie,
            NotebookSettings settings,
            Clock clock) {
        this.notebooks = notebooks;
        this.zip = zip;
        this.paper = paper;
        this.takingIn = takingIn;
        this.cookie = cookie;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/export")
    String aboutExport(OpenNotebook notebook) {
        return "notebook/export";
    }

    /** All notes in one ZIP with a neutral name. */
    @PostMapping("/export")
    void export(OpenNotebook notebook, HttpServletResponse response, Locale locale) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("notes.zip").build().toString());
        try {
            zip.write(notebook, response.getOutputStream(), locale);
        } catch (DataAccessException | TransactionException trouble) {
            if (response.isCommitted()) {
                // Half of it is on its way. Broken off, the browser says that it failed.
                throw new IOException("The store failed while notes were taken along");
            }
            response.reset();
            throw trouble;
        }
    }

    /** All notes on one page, to be printed; the page is written while they are read. */
    @GetMapping("/export/page")
    String page(OpenNotebook notebook, Model model, Locale locale) {
        model.addAttribute("sheets", paper.all(notebook, locale));
        return "notebook/export-page";
    }

    @GetMapping("/import")
    String aboutImport(OpenNotebook notebook, Model model) {
        return importing(model);
    }

    /** Takes in what {@link #export} gave. One file at a time is held in memory. */
    @PostMapping("/import")
    String takeIn(
            OpenNotebook notebook,
            @RequestAttribute(name = FileForm.FILE, required = false) @Nullable InputStream file,
            HttpServletResponse response,
            Model model) {
        if (!atOnce.tryAcquire()) {
            return refuse("file-busy", HttpStatus.SERVICE_UNAVAILABLE, response, model);
        }
        try {
            InputStream sent = file == null ? InputStream.nullInputStream() : file;
            model.addAttribute("taken", takingIn.take(notebook, Upload.of(sent, clock)));
            return "notebook/imported";
        } catch (UnreadableNotesException refused) {
            String reason = "file-" + refused.reason().name().toLowerCase(Locale.ROOT);
            return refuse(reason, HttpStatus.UNPROCESSABLE_CONTENT, response, model);
        } catch (DataAccessException | TransactionException trouble) {
            return refuse("file-trouble", HttpStatus.SERVICE_UNAVAILABLE, response, model);
        } finally {
            atOnce.release();
        }
    }

    private static String refuse(String problem, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("problem", problem);
        return importing(model);
    }

    private static String importing(Model model) {
        model.addAttribute("most", Upload.MOST_MEGABYTES);
        return "notebook/import";
    }

    @GetMapping("/erase")
    String aboutErase(OpenNotebook notebook, Model model) {
        return erasing(model, "notebook/erase");
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
            return erasing(model, "notebook/erase");
        }
        notebooks.erase(notebook);
        cookie.remove(request, response);
        request.removeAttribute(OpenNotebookResolver.OPEN);
        response.setHeader("Clear-Site-Data", "\"cookies\", \"storage\", \"cache\"");
        return erasing(model, "notebook/erased");
    }

    private String erasing(Model model, String view) {
        model.addAttribute("backupDays", settings.backups().toDays());
        return view;
    }
}
