package app.ajar.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts and times requests by what kind of page they are for and how they ended: twenty-odd lines in all, and none that
 * could tell one reader from another. No address, no notebook, no country.
 */
@Component
class Measures implements MeterBinder {

    private enum Kind {
        READING,
        FILES,
        TOOLS,
        PAPER,
        NOTEBOOK,
        OTHER;

        static Kind of(String path) {
            int end = path.indexOf('/', 1);
            return switch (end < 0 ? path : path.substring(0, end)) {
                case "/css", "/js", "/fonts", "/img" -> FILES;
                case "/walk", "/words", "/talk" -> TOOLS;
                case "/print" -> PAPER;
                case "/notebook" -> NOTEBOOK;
                case "/actuator", "/exit", "/error" -> OTHER;
                default -> READING;
            };
        }
    }

    private enum Outcome {
        ANSWERED,
        REFUSED,
        BUSY,
        BROKEN;

        static Outcome of(int status) {
            if (status < 400) {
                return ANSWERED;
            }
            return status < 500 ? REFUSED : status == 503 ? BUSY : BROKEN;
        }
    }

    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private volatile Timer @Nullable [] timers;

    @Override
    public void bindTo(MeterRegistry registry) {
        var made = new Timer[Kind.values().length * Outcome.values().length];
        for (Kind kind : Kind.values()) {
            for (Outcome outcome : Outcome.values()) {
                made[place(kind, outcome)] = Timer.builder("ajar.requests")
                        .description("Requests, by kind of page and how they ended")
                        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                        .serviceLevelObjectives(STEPS)
                        .register(registry);
            }
        }
        timers = made;
    }

    /** @param nanoseconds how long the server worked on it */
    void took(String path, int status, long nanoseconds) {
        Timer[] known = timers;
        if (known != null) {
            known[place(Kind.of(path), Outcome.of(status))].record(nanoseconds, TimeUnit.NANOSECONDS);
        }
    }

    private static int place(Kind kind, Outcome outcome) {
        return kind.ordinal() * Outcome.values().length + outcome.ordinal();
    }
}
