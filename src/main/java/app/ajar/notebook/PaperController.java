package app.ajar.notebook;

import app.ajar.notebook.NotesOnPaper.Sheet;
import app.ajar.print.PaperSize;
import app.ajar.print.PdfAnswer;
import app.ajar.print.Press;
import app.ajar.print.PressBusyException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Notes on paper: the ones that were ticked and no others, as pages, as a PDF, or as the beginning of a summary. It stores
 * nothing.
 */
@Controller
@RequestMapping("/notebook/paper")
class PaperController {

    /** Many times what a page holds, and what any form here takes. */
    private static final int LONGEST_SUMMARY = 60_000;

    private final NotesOnPaper paper;
    private final NotebookList list;
    private final Press press;

    PaperController(NotesOnPaper paper, NotebookList list, Press press) {
        this.paper = paper;
        this.list = list;
        this.press = press;
    }

    /** A page of the list to tick notes on; {@code month} and {@code from} as for the list itself. */
    @GetMapping
    String choose(
            OpenNotebook notebook,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String from,
            Model model,
            Locale locale) {
        return choosing(notebook, NotebookList.Part.of(month, from), model, locale);
    }

    /** The pages, or a summary to begin with. */
    @PostMapping
    String see(
            OpenNotebook notebook,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(name = "note", defaultValue = "") List<String> ticked,
            @RequestParam(name = "summary", required = false) @Nullable String summary,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        List<Sheet> sheets = paper.of(notebook, ticked, locale);
        if (sheets.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", "none-ticked");
            return choosing(notebook, NotebookList.Part.of(month, from), model, locale);
        }
        if (summary != null) {
            String text = NotesOnPaper.asText(sheets);
            boolean cutOff = text.length() > LONGEST_SUMMARY;
            model.addAttribute("text", cutOff ? text.substring(0, LONGEST_SUMMARY) : text);
            model.addAttribute("cutOff", cutOff);
            model.addAttribute("papers", PaperSize.values());
            return "notebook/summary";
        }
        return seeing(sheets, ticked.size(), model);
    }

    @PostMapping("/pdf")
    Object pdf(
            OpenNotebook notebook,
            @RequestParam(name = "note", defaultValue = "") List<String> ticked,
            @RequestParam(name = "paper", defaultValue = "") String size,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        List<Sheet> sheets = paper.of(notebook, ticked, locale);
        if (sheets.isEmpty()) {
            return see(notebook, null, null, ticked, null, response, model, locale);
        }
        List<String> missing =
                press.missingLetters(sheets.stream().map(Sheet::words).collect(Collectors.joining("\n")));
        if (!missing.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("missing", String.join(" ", missing));
            return seeing(sheets, ticked.size(), model);
        }
        try {
            return PdfAnswer.of(press.print(
                    "notebook/pdf", Map.of("sheets", sheets), PaperSize.of(size).orElse(PaperSize.A4), locale));
        } catch (PressBusyException busy) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, PressBusyException.RETRY_AFTER);
            model.addAttribute("busy", true);
            return seeing(sheets, ticked.size(), model);
        }
    }

    private String choosing(OpenNotebook notebook, NotebookList.Part part, Model model, Locale locale) {
        list.addPage(model, notebook, part, locale);
        model.addAttribute("most", NotesOnPaper.MOST);
        return "notebook/paper";
    }

    private static String seeing(List<Sheet> sheets, int ticked, Model model) {
        model.addAttribute("sheets", sheets);
        model.addAttribute("papers", PaperSize.values());
        model.addAttribute("cutOff", ticked > NotesOnPaper.MOST);
        model.addAttribute("most", NotesOnPaper.MOST);
        return "notebook/on-paper";
    }
}
