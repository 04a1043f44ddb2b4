package app.ajar.print;

import app.ajar.guide.Edition;
import app.ajar.guide.GuideLibrary;
import app.ajar.shared.PublicPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Choosing what goes on paper, seeing the pages, and taking them along as a file. What was ticked and typed travels in the
 * body of a form and back on the page, never in an address, and nothing is kept in between.
 */
@Controller
class PrintController {

    private final GuideLibrary library;
    private final Leaves leaves;
    private final Ruler ruler;
    private final Checks checks;
    private final Press press;

    PrintController(GuideLibrary library, Leaves leaves, Ruler ruler, Checks checks, Press press) {
        this.library = library;
        this.leaves = leaves;
        this.ruler = ruler;
        this.checks = checks;
        this.press = press;
    }

    /** Reads no field at all: this page is the same for everybody. */
    @PublicPage
    @GetMapping("/print")
    ModelAndView choose(Locale locale) {
        return choosing(order(new LinkedMultiValueMap<>(), locale), HttpStatus.OK);
    }

    @PostMapping("/print")
    ModelAndView see(@RequestParam MultiValueMap<String, String> fields, Locale locale) {
        Order order = order(fields, locale);
        if (order.fields().has("change")) {
            return choosing(order, HttpStatus.OK);
        }
        // A look in the middle of writing is no failed form, and browsers complain aloud about failures.
        HttpStatus refused = order.fields().has("live") ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        if (order.picks().isEmpty()) {
            return choosing(order, refused);
        }
        return seeing(order, order.problems().isEmpty() ? HttpStatus.OK : refused);
    }

    /** The same pages as a file; or the page before it, with all that was typed, where they would not come out right. */
    @PostMapping("/print/pdf")
    Object pdf(@RequestParam MultiValueMap<String, String> fields, Locale locale, HttpServletResponse response) {
        Order order = order(fields, locale);
        if (order.picks().isEmpty()) {
            return choosing(order, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!order.problems().isEmpty()) {
            return seeing(order, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return file(order, locale);
        } catch (PressBusyException busy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, PressBusyException.RETRY_AFTER);
            return seeing(order, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private ResponseEntity<byte[]> file(Order order, Locale locale) {
        Picks picks = order.picks();
        byte[] pdf =
                press.print("print/pdf", Map.of("pages", order.pages(), "ink", picks.ink()), picks.paper(), locale);
        return PdfAnswer.of(pdf);
    }

    /** What was asked for, with the pages it makes and what is wrong with them. */
    private record Order(
            Edition edition, Fields fields, List<Leaf> sheets, Picks picks, List<Page> pages, List<Problem> problems) {

        @Override
        public String toString() {
            return "Order[…]";
        }
    }

    private Order order(MultiValueMap<String, String> sent, Locale locale) {
        Edition edition = library.edition();
        var fields = new Fields(sent);
        List<Leaf> sheets = leaves.of(edition, fields, locale);
        Picks picks = Picks.of(edition, sheets, fields);
        List<Page> pages = Pages.of(ruler, edition, picks);
        return new Order(edition, fields, sheets, picks, pages, checks.of(picks, pages));
    }

    private static ModelAndView choosing(Order order, HttpStatus status) {
        Map<String, Object> model = model(order);
        model.put("edition", order.edition());
        model.put("sheets", order.sheets());
        model.put("moment", order.edition().exercises().containsKey("good-moment"));
        model.put("nothingTicked", status != HttpStatus.OK);
        return new ModelAndView("print/choose", model, status);
    }

    private static ModelAndView seeing(Order order, HttpStatus status) {
        Map<String, Object> model = model(order);
        model.put("pages", order.pages());
        model.put("problems", order.problems());
        model.put("busy", status == HttpStatus.SERVICE_UNAVAILABLE);
        return new ModelAndView("print/preview", model, status);
    }

    private static Map<String, Object> model(Order order) {
        Map<String, Object> model = new HashMap<>();
        model.put("picks", order.picks());
        model.put("forms", PaperForm.values());
        model.put("papers", PaperSize.values());
        order.fields().words(Leaves.PLAN).ifPresent(plan -> model.put("plan", plan));
        return model;
    }
}
