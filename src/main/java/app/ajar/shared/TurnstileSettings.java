package app.ajar.shared;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests are worked on that memory cannot answer.
 *
 * @param atOnce how many at the same time; 0 for eight to each processor, since more would only make each other late, and
 *     16 to 64 in all; with {@code waiting} less than {@code server.tomcat.threads.max}
 * @param waiting how many more may wait for their turn
 * @param patience how long each waits
 */
@ConfigurationProperties(prefix = "ajar.turnstile", ignoreUnknownFields = false)
@Validated
record TurnstileSettings(
        @DefaultValue("0") @Min(0) @Max(10_000) int atOnce,
        @DefaultValue("32") @Min(0) @Max(10_000) int waiting,
        @DefaultValue("1s") @DurationMin(millis = 0) Duration patience) {

    private static final int FEWEST = 16;
    private static final int MOST = 64;
    private static final int TO_EACH_PROCESSOR = 8;

    TurnstileSettings {
        if (atOnce == 0) {
            int all = TO_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
            atOnce = Math.min(MOST, Math.max(FEWEST, all));
        }
    }
}
