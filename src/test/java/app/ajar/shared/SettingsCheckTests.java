package app.ajar.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsCheckTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --ajar.hom=/srv                              | There is no setting ajar.hom.
            --ajar.notebok.idle=5m                       | There is no setting ajar.notebok.idle.
            bakup                                        | Ajar does not know what to do with 'bakup'.
            -server.port=9000                            | Ajar does not know what to do with '-server.port=9000'.
            --ajar.home=                                 | ajar.home is empty.
            --ajar.zone=Mars/Base                        | ajar.zone is 'Mars/Base', which is no time zone.
            --server.port=99999                          | server.port is 99999, and there is no such port.
            --server.port=abc                            | server.port is 'abc', and there is no such port.
            --server.port=-2                             | server.port is '-2', and there is no such port.
            --management.server.port=70000               | management.server.port is 70000, and there is no such port.
            --spring.datasource.url=postgres://u:secret@h | spring.datasource.url (SPRING_DATASOURCE_URL) is no JDBC address.
            """)
    void saysInOneSentenceWhatIsWrong(String option, String sentence) {
        assertThatThrownBy(() -> check(option)).isInstanceOf(CannotStart.class).hasMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ajar.home=/srv/ajar",
                "--ajar.notebook.keep-empty=3d",
                "--ajar.zone=Europe/Berlin",
                "--server.port=0",
                "--server.port=",
                "--management.server.port=-1",
                "--server.port=65535",
                "--spring.datasource.url=jdbc:postgresql://localhost/ajar"
            })
    void letsPassWhatIsRight(String option) {
        assertThatCode(() -> check(option)).doesNotThrowAnyException();
    }

    @Test
    void knowsEveryGroupOfSettingsThatThereIs() {
        var groups = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("app.ajar").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .map(type -> type.getAnnotationOfType(ConfigurationProperties.class))
                        .toList();
        assertThat(groups.stream().map(ConfigurationProperties::prefix).collect(Collectors.toSet()))
                .isEqualTo(SettingsCheck.GROUPS);
        assertThat(groups)
                .as("groups that would pass over a misspelt setting")
                .noneMatch(ConfigurationProperties::ignoreUnknownFields);
    }

    @Test
    void isPrintedWithItsRemedyInsteadOfAStackTrace() {
        var analysis = new CannotStartAnalyzer()
                .analyze(new IllegalStateException(new CannotStart("It is so.", "Do this.", null)));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("It is so.");
        assertThat(analysis.getAction()).isEqualTo("Do this.");
    }

    private static void check(String option) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(option));
        new SettingsCheck().postProcessEnvironment(environment, new SpringApplication());
    }
}
