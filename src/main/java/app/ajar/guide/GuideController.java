package app.ajar.guide;

import app.ajar.shared.PublicPage;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** The guide's own pages. */
@Controller
class GuideController {

    private final GuideLibrary library;

    GuideController(GuideLibrary library) {
        this.library = library;
    }

    @PublicPage
    @GetMapping("/guide")
    String contents(Model model) {
        model.addAttribute("edition", library.edition());
        return "guide/contents";
    }

    @PublicPage
    @GetMapping({"/guide/{slug}", "/for-them", "/check-in"})
    String section(HttpServletRequest request, Model model) {
        show(request.getRequestURI(), model);
        return "guide/section";
    }

    @PublicPage
    @GetMapping("/prompts")
    String prompts(Model model) {
        show("/prompts", model);
        return "guide/prompts";
    }

    private void show(String path, Model model) {
        Edition edition = library.edition();
        SectionView section =
                edition.section(path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("edition", edition);
        model.addAttribute("section", section);
        model.addAttribute("part", edition.partOf(section).orElse(null));
        model.addAttribute("next", edition.after(section).orElse(null));
    }
}
