package app.ajar.notebook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about notebooks.
 *
 * @param idle how long an open notebook may rest before it closes itself
 * @param undo how long a deleted note can be brought back
 */
@ConfigurationProperties("ajar.notebook")
record NotebookSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("15m") Duration undo) {}
