package app.ajar.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The style sheet that browsers show the paper with, put in terms the PDF layout understands. It knows CSS 2.1 and no
 * custom properties, so {@code css/paper.css} keeps to that, but for its measures: there {@code calc(7*var(--mm))} lets a
 * browser show a sheet smaller than it is, and here it is 7 mm.
 */
@Component
class PaperStyle {

    private static final Pattern MEASURE = Pattern.compile("calc\\((-?[.\\d]+)\\*var\\(--(mm|pt)\\)\\)");

    /** The site's own reset, which the paper's rules count on. */
    private static final String RESET = "*{margin:0;padding:0}";

    private final String css;

    PaperStyle() {
        try {
            css = plain(new ClassPathResource("static/css/paper.css").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException("No style sheet for paper", problem);
        }
    }

    String css() {
        return css;
    }

    /** Takes the one layer off that the rules stand in, and puts real measures and families in. */
    static String plain(String css) {
        String rules = css.substring(css.indexOf('{') + 1, css.lastIndexOf('}'));
        return RESET
                + MEASURE.matcher(rules)
                        .replaceAll("$1$2")
                        .replace("var(--serif)", "Literata")
                        .replace("var(--sans)", "Atkinson, Literata");
    }
}
