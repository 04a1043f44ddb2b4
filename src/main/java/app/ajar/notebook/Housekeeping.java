package app.ajar.notebook;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once a minute: lets go of passes that have rested too long and of notes whose undo has run out. */
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
}
