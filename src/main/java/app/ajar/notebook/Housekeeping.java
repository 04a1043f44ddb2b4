package app.ajar.notebook;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once a minute: lets go of passes that have rested too long. Once a day: of notebooks that nobody opens any more. */
@Component
class Housekeeping {

    private final Notebooks notebooks;

    Housekeeping(Notebooks notebooks) {
        this.notebooks = notebooks;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void tidy() {
        notebooks.tidy();
    }

    // A while after the start, so that it never competes with the first readers.
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "P1D")
    void forget() {
        notebooks.forget();
    }
}
