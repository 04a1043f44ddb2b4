package app.ajar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class SettingAnalyzerTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ajar.turnstile.patience=soon | ajar.turnstile.patience is 'soon', which cannot be used: 'soon' is not a valid duration.
            ajar.turnstile.waiting=-1    | ajar.turnstile.waiting is -1, and must be greater than or equal to 0.
            ajar.turnstile.patiens=1s    | There is no setting ajar.turnstile.patiens.
            """)
    void saysWhichSettingIsWrongAndWhy(String setting, String sentence) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(Settings.class)
                .withPropertyValues(setting)
                .run(context -> {
                    var analysis = new SettingAnalyzer().analyze(context.getStartupFailure());
                    assertThat(analysis).isNotNull();
                    assertThat(analysis.getDescription()).isEqualTo(sentence);
                });
    }

    @EnableConfigurationProperties(TurnstileSettings.class)
    static class Settings {}
}
