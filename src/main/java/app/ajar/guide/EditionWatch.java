package app.ajar.guide;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every two seconds whether another edition was published, by whichever copy of the program. Where the store
 * cannot be asked or the edition is broken, readers keep the one they have, and the log is told once.
 */
@Component
class EditionWatch {

    private static final Logger log = LoggerFactory.getLogger(EditionWatch.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    private final GuideLibrary library;
    private final Clock clock;
    private Instant notBefore = Instant.EPOCH;
    private boolean failing;

    EditionWatch(GuideLibrary library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT2S")
    void look() {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            if (library.refresh()) {
                log.info("Another edition of the guide was published and is shown now");
            }
            failing = false;
        } catch (RuntimeException problem) {
            notBefore = clock.instant().plus(AFTER_A_FAILURE);
            if (!failing) {
                log.warn("The guide stays as it is: the edition in the store cannot be read ({})", problem.toString());
            }
            failing = true;
        }
    }
}
