package app.ajar.words;

import app.ajar.guide.Edition;
import app.ajar.guide.GuideLibrary;
import app.ajar.guide.Link;
import app.ajar.guide.SectionView;
import app.ajar.shared.PublicPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The wording mirror. A text comes in the body of a form, goes back on the page, and is nowhere in between or
 * afterwards.
 */
@Controller
class WordsController {

    static final int LONGEST = 2_000;

    private final GuideLibrary library;
    private final Mirror mirror;

    WordsController(GuideLibrary library) {
        this.library = library;
        this.mirror = new Mirror(RuleBook.in(library.edition().language()));
    }

    /** Reads no field at all: this page is the same for everybody. */
    @PublicPage
    @GetMapping("/words")
    ModelAndView write() {
        return new ModelAndView("words/write", Map.of("text", ""));
    }

    @PostMapping("/words")
    ModelAndView read(@RequestParam(name = "text", defaultValue = "") String typed) {
        // Forms send line ends as CR LF; a limit that counted them twice would be a trap.
        String text = typed.replace("\r\n", "\n").replace('\r', '\n');
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > LONGEST) {
            return new ModelAndView(
                    "words/write",
                    Map.of("text", text, "problem", text.isBlank() ? "empty" : "too-long", "length", length),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Reflection reflection = mirror.read(text);
        return new ModelAndView(
                reflection.harm() ? "words/safety-first" : "words/answer",
                Map.of("text", text, "reflection", reflection, "pieces", pieces(library.edition())));
    }

    /** Where each barrier and each pitfall can be read. A rule whose piece has gone from the guide shows no link. */
    private static Map<String, Link> pieces(Edition edition) {
        var pieces = new HashMap<String, Link>();
        List<SectionView> sections = edition.parts().stream()
                .flatMap(part -> part.sections().stream())
                .toList();
        for (SectionView section : sections) {
            section.barriers()
                    .forEach(barrier -> pieces.putIfAbsent(
                            barrier.slug(), new Link(barrier.title(), section.path() + '#' + barrier.slug())));
            section.pitfalls()
                    .forEach(pitfall -> pieces.putIfAbsent(
                            pitfall.slug(), new Link(pitfall.title(), section.path() + '#' + pitfall.slug())));
        }
        return pieces;
    }
}
