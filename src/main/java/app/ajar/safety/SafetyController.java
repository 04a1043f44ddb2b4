package app.ajar.safety;

import app.ajar.guide.Edition;
import app.ajar.guide.GuideLibrary;
import app.ajar.guide.SectionView;
import app.ajar.shared.PublicPage;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The safety page. Every branch and every country stands in the one document, so that no request can show which part
 * was read.
 */
@Controller
class SafetyController {

    private final GuideLibrary library;
    private final Helplines helplines;

    SafetyController(GuideLibrary library, Helplines helplines) {
        this.library = library;
        this.helplines = helplines;
    }

    @PublicPage
    @GetMapping("/safety")
    String safety(Model model, Locale locale) {
        Edition edition = library.edition();
        SectionView section = edition.section("/safety").orElseThrow();
        model.addAttribute("edition", edition);
        model.addAttribute("section", section);
        model.addAttribute("part", edition.partOf(section).orElseThrow());
        model.addAttribute("next", edition.after(section).orElse(null));
        model.addAttribute("countries", helplines.countries(locale));
        model.addAttribute("directories", helplines.directories());
        model.addAttribute("checked", helplines.compiled());
        return "safety/safety";
    }
}
