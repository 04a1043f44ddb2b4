package app.ajar.shared;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are worked on that memory cannot answer.
 *
 * @param atOnce how many at the same time; with {@code waiting} less than {@code server.tomcat.threads.max}
 * @param waiting how many more may wait for their turn
 * @param patience how long each waits
 */
@ConfigurationProperties("ajar.turnstile")
record TurnstileSettings(
        @DefaultValue("64") int atOnce,
        @DefaultValue("16") int waiting,
        @DefaultValue("1s") Duration patience) {}
