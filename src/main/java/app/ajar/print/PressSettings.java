package app.ajar.print;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the machine PDFs may take.
 *
 * @param atOnce how many are laid out at the same time, so that reading always has the rest
 * @param waiting how many more may wait for their turn
 * @param patience how long each waits
 */
@ConfigurationProperties(prefix = "ajar.press", ignoreUnknownFields = false)
@Validated
record PressSettings(
        @DefaultValue("2") @Min(1) @Max(1_000) int atOnce,
        @DefaultValue("16") @Min(0) @Max(1_000) int waiting,
        @DefaultValue("8s") @DurationMin(millis = 0) Duration patience) {}
