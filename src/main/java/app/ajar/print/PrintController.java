package app.ajar.print;

import app.ajar.guide.Edition;
import app.ajar.guide.GuideLibrary;
import app.ajar.shared.PublicPage;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Choosing what goes on paper, and seeing the pages. What was ticked travels in the body of a form and back on the page,
 * never in an address, and nothing is kept in between.
 */
@Controller
class PrintController {

    private final GuideLibrary library;

    PrintController(GuideLibrary library) {
        this.library = library;
    }

    /** Reads no field at all: this page is the same for everybody. */
    @PublicPage
    @GetMapping("/print")
    ModelAndView choose() {
        return choosing(library.edition(), Picks.NONE, false);
    }

    @PostMapping("/print")
    ModelAndView preview(@RequestParam MultiValueMap<String, String> fields) {
        Edition edition = library.edition();
        Picks picks = Picks.of(edition, fields);
        if (fields.containsKey("change")) {
            return choosing(edition, picks, false);
        }
        if (picks.isEmpty()) {
            return choosing(edition, picks, true);
        }
        return new ModelAndView(
                "print/preview",
                Map.of("picks", picks, "sheets", Sheets.of(edition, picks), "forms", PaperForm.values()));
    }

    private static ModelAndView choosing(Edition edition, Picks picks, boolean nothingTicked) {
        return new ModelAndView(
                "print/choose",
                Map.of(
                        "edition",
                        edition,
                        "picks",
                        picks,
                        "checkIns",
                        Picks.checkInsOf(edition),
                        "forms",
                        PaperForm.values(),
                        "nothingTicked",
                        nothingTicked),
                nothingTicked ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
