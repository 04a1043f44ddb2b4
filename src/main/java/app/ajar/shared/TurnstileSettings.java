package app.ajar.shared;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are worked on that memory cannot answer.
 *
 * @param atOnce how many at the same time; 0 for eight to each processor, since more would only make each other late, and
 *     16 to 64 in all; with {@code waiting} less than {@code server.tomcat.threads.max}
 * @param waiting how many more may wait for their turn
 * @param patience how long each waits
 */
@ConfigurationProperties("ajar.turnstile")
record TurnstileSettings(
        @DefaultValue("0") int atOnce,
        @DefaultValue("32") int waiting,
        @DefaultValue("1s") Duration patience) {

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
