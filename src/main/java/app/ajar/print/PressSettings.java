package app.ajar.print;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the machine PDFs may take.
 *
 * @param atOnce how many are laid out at the same time, so that reading always has the rest
 * @param waiting how many more may wait for their turn
 * @param patience how long each waits
 */
@ConfigurationProperties("ajar.press")
record PressSettings(
        @DefaultValue("2") int atOnce,
        @DefaultValue("16") int waiting,
        @DefaultValue("8s") Duration patience) {}
