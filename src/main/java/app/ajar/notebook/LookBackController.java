package app.ajar.notebook;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Looking back in an open notebook: finding words, the months that have notes, and the talks over time. It stores nothing. */
@Controller
@RequestMapping("/notebook")
class LookBackController {

    private final NoteLists lists;
    private final NotebookList layout;
    private final NoteSearch search;

    LookBackController(NoteLists lists, NotebookList layout, NoteSearch search) {
        this.lists = lists;
        this.layout = layout;
        this.search = search;
    }

    @GetMapping("/months")
    String months(OpenNotebook notebook, Model model, Locale locale) {
        var years = new LinkedHashMap<Integer, List<NoteView.MonthLink>>();
        DateTimeFormatter name = DateTimeFormatter.ofPattern("LLLL", locale);
        for (YearMonth month : lists.months(notebook)) {
            years.computeIfAbsent(month.getYear(), year -> new ArrayList<>())
                    .add(new NoteView.MonthLink(month.toString(), name.format(month)));
        }
        model.addAttribute(
                "years",
                years.entrySet().stream()
                        .map(year -> new NoteView.Year(year.getKey(), year.getValue()))
                        .toList());
        return "notebook/by-month";
    }

    /** @param from the last note before the page */
    @GetMapping("/talks")
    String talks(
            OpenNotebook notebook, @RequestParam(required = false) @Nullable String from, Model model, Locale locale) {
        UUID after = NotebookList.Part.id(from);
        NoteLists.Page page = lists.talks(notebook, after);
        TalkLog log = layout.talks(page, locale);
        model.addAttribute("talks", log);
        model.addAttribute("next", after == null ? log.next() : null);
        model.addAttribute("later", after != null);
        model.addAttribute("older", page.next());
        model.addAttribute("scales", Talk.SCALES);
        return "notebook/talks";
    }

    @GetMapping("/search")
    String searchForm(OpenNotebook notebook, Model model) {
        return form(new SearchForm(null, null, null), model);
    }

    /** Words come in the form and never in an address: an address stays in histories and logs. */
    @PostMapping("/search")
    String search(OpenNotebook notebook, SearchForm form, HttpServletResponse response, Model model, Locale locale) {
        String problem = form.problem();
        if (problem != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", problem);
            return form(form, model);
        }
        NoteSearch.Found found = search.look(notebook, form, NotebookList.Part.id(form.from()), locale);
        model.addAttribute("found", found);
        model.addAttribute("further", form.from() != null);
        model.addAttribute(
                "hits",
                found.hits().stream()
                        .map(hit -> new NoteView.Hit(
                                hit.id(),
                                String.valueOf(hit.writtenOn().getDayOfMonth()),
                                DateTimeFormatter.ofPattern("EEE, LLLL yyyy", locale)
                                        .format(hit.writtenOn()),
                                hit.title(),
                                hit.snippet()))
                        .toList());
        return form(form, model);
    }

    /** A form whose token has run out is forwarded here: its words are given back with a fresh one. */
    @PostMapping(path = "/stale", params = "text")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String stale(OpenNotebook notebook, SearchForm form, Model model) {
        model.addAttribute("problem", "stale");
        return form(form, model);
    }

    /** The same for a form that met {@link StoreTrouble}. */
    @PostMapping(
            path = {"/trouble", "/trouble/again"},
            params = "text")
    @Nullable String trouble(SearchForm form, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException {
        if (StoreTrouble.askedFor(request, response)) {
            return null;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        model.addAttribute("problem", "find-trouble");
        return form(form, model);
    }

    private static String form(SearchForm form, Model model) {
        model.addAttribute("typed", form.typed());
        model.addAttribute("kind", form.chosenKind());
        model.addAttribute("kinds", SearchForm.KINDS);
        model.addAttribute("longest", SearchForm.LONGEST);
        return "notebook/search";
    }
}
