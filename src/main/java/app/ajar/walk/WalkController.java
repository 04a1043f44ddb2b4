package app.ajar.walk;

import app.ajar.guide.Edition;
import app.ajar.guide.GuideLibrary;
import app.ajar.shared.PublicPage;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The questions, and the plan they lead to. The answers come in the body of one form and go back on one page, never in an
 * address; nothing is kept in between, so any copy of the program can answer.
 */
@Controller
class WalkController {

    private final GuideLibrary library;
    private final WalkMap map;
    private final PlanText text;

    WalkController(GuideLibrary library, WalkMap map, PlanText text) {
        this.library = library;
        this.map = map;
        this.text = text;
    }

    /** Reads no field at all: this page is the same for everybody. */
    @PublicPage
    @GetMapping("/walk")
    String questions(Model model) {
        return asking(model, Answers.NONE);
    }

    @PostMapping("/walk")
    String plan(@RequestParam MultiValueMap<String, String> fields, Model model, Locale locale) {
        Answers answers = Answers.of(map, fields);
        if (fields.containsKey("change")) {
            return asking(model, answers);
        }
        Edition edition = library.edition();
        Plan plan = new Planner(map, edition, answers).plan();
        if (plan.isSafety()) {
            return "walk/safety";
        }
        model.addAttribute("plan", plan);
        model.addAttribute("text", text.of(plan, locale));
        model.addAttribute("questions", map.questions());
        model.addAttribute("answers", answers);
        return "walk/plan";
    }

    private String asking(Model model, Answers answers) {
        Edition edition = library.edition();
        model.addAttribute(
                "section",
                edition.section("/safety").orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("questions", map.questions());
        model.addAttribute("heard", map.heard(edition));
        model.addAttribute("answers", answers);
        return "walk/questions";
    }
}
