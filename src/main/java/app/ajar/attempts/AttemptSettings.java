package app.ajar.attempts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often somebody may try to open or start a notebook, or change what opens it. A change counts from the next start on.
 *
 * @param atOnce how many tries one address has in hand, 1 to 1,000,000
 * @param oneMoreEach how long it takes until it has one more, a millisecond or longer
 * @param allAtOnce how many tries everybody together has in hand, 1 to 1,000,000
 * @param allOneMoreEach how long it takes until everybody together has one more, a millisecond or longer
 */
@ConfigurationProperties(prefix = "ajar.attempts", ignoreUnknownFields = false)
@Validated
record AttemptSettings(
        @DefaultValue("20") @Min(1) @Max(1_000_000) int atOnce,
        @DefaultValue("20s") @DurationMin(millis = 1) Duration oneMoreEach,
        @DefaultValue("200") @Min(1) @Max(1_000_000) int allAtOnce,
        @DefaultValue("200ms") @DurationMin(millis = 1) Duration allOneMoreEach) {}
