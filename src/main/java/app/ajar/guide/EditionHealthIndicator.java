package app.ajar.guide;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Well while there is a guide to read, the safety page in it. */
@Component
class EditionHealthIndicator implements HealthIndicator {

    private final GuideLibrary library;

    EditionHealthIndicator(GuideLibrary library) {
        this.library = library;
    }

    @Override
    public Health health() {
        return library.edition().section("/safety").isPresent()
                ? Health.up().build()
                : Health.down().build();
    }
}
