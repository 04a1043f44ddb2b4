package app.ajar.site;

import app.ajar.guide.Edition;
import app.ajar.guide.GuideLibrary;
import app.ajar.guide.SectionView;
import app.ajar.shared.PublicPage;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** The front door and the pages about the site. */
@Controller
class SiteController {

    private static final String BORROWED = "worth-it";

    private final GuideLibrary library;

    SiteController(GuideLibrary library) {
        this.library = library;
    }

    @PublicPage
    @GetMapping("/")
    String home(Model model) {
        Edition edition = library.edition();
        model.addAttribute("edition", edition);
        model.addAttribute("borrowed", edition.prompt(BORROWED).orElse(null));
        return "site/home";
    }

    @PublicPage
    @GetMapping({"/about", "/privacy"})
    String page(HttpServletRequest request, Model model) {
        show(request.getRequestURI(), model);
        return "guide/section";
    }

    @PublicPage
    @GetMapping("/evidence")
    String evidence(Model model) {
        show("/evidence", model);
        return "site/evidence";
    }

    private void show(String path, Model model) {
        Edition edition = library.edition();
        SectionView section =
                edition.section(path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("edition", edition);
        model.addAttribute("section", section);
    }
}
