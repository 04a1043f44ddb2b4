package app.ajar.notebook;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Tells a page whether its notebook is still open, and keeps it open for whoever says so. */
@Controller
@RequestMapping("/notebook/pulse")
class PulseController {

    /** In how many seconds the notebook locks itself. */
    private static final String CLOSES_IN = "Closes-In";

    private final Passes passes;
    private final PassCookie cookie;

    PulseController(Passes passes, PassCookie cookie) {
        this.passes = passes;
        this.cookie = cookie;
    }

    /** Asking does not count as using the notebook. */
    @GetMapping
    ResponseEntity<Void> ask(HttpServletRequest request) {
        return answer(request);
    }

    /** Somebody is there: having been handed the notebook counts as using it. */
    @PostMapping
    ResponseEntity<Void> keepOpen(Optional<OpenNotebook> notebook, HttpServletRequest request) {
        return answer(request);
    }

    private ResponseEntity<Void> answer(HttpServletRequest request) {
        Optional<Duration> left = cookie.read(request).flatMap(passes::left);
        return left.map(time -> ResponseEntity.noContent()
                        .header(CLOSES_IN, String.valueOf(time.toSeconds()))
                        .<Void>build())
                .orElseGet(() -> ResponseEntity.status(HttpStatus.GONE).build());
    }
}
