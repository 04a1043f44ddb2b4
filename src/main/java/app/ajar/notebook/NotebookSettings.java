package app.ajar.notebook;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may set about notebooks.
 *
 * @param idle how long an open notebook may rest before it closes itself, a minute or more
 * @param undo how long a deleted note can be brought back, a minute or more
 * @param keep how long a notebook that nobody opens is kept, 30 days or more
 * @param keepEmpty how long one is kept that nobody opens and that holds nothing, a day or more
 * @param backups how long the host keeps copies of the store; said to readers, not done by the program
 */
@ConfigurationProperties(prefix = "ajar.notebook", ignoreUnknownFields = false)
@Validated
record NotebookSettings(
        @DefaultValue("30m") @DurationMin(minutes = 1) Duration idle,
        @DefaultValue("15m") @DurationMin(minutes = 1) Duration undo,
        @DefaultValue("365d") @DurationMin(days = 30) Duration keep,
        @DefaultValue("30d") @DurationMin(days = 1) Duration keepEmpty,
        @DefaultValue("30d") @DurationMin(days = 0) Duration backups) {}
