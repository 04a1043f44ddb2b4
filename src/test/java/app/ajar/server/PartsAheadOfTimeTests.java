package app.ajar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ajar.shared.CannotStart;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PartsAheadOfTimeTests {

    private final ConfigurableEnvironment environment = new StandardEnvironment() {
        @Override
        protected void customizePropertySources(MutablePropertySources sources) {
            // Not those of whoever runs the tests.
        }
    };

    @BeforeEach
    void startsFromWhatTheBuildWorkedOut() {
        SpringProperties.setFlag(AotDetector.AOT_ENABLED);
    }

    @AfterEach
    void asItWas() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ajar.home",
                "ajar.notebook.idle",
                "logging.structured.format.console",
                "management.health.diskspace.threshold",
                "server.address",
                "server.port",
                "spring.aot.enabled",
                "spring.config.additional-location",
                "spring.datasource.hikari.maximum-pool-size",
                "spring.datasource.hikari.maximumPoolSize",
                "spring.datasource.url",
                "spring.profiles.active",
                "user.home"
            })
    void staysWhereASettingDecidesNoPart(String setting) {
        set("commandLineArgs", setting);
        assertThat(ahead()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "management.server.port",
                "server.forward-headers-strategy",
                "spring.flyway.enabled",
                "spring.jpa.open-in-view",
                "spring.threads.virtual.enabled"
            })
    void givesWayToASettingThatMayDecideOne(String setting) {
        set("Config resource 'file [config/application.properties]' via location 'optional:file:./config/'", setting);
        assertThat(ahead()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANAGEMENT_SERVER_PORT", "SPRING_AUTOCONFIGURE_EXCLUDE", "SPRING_APPLICATION_JSON"})
    void givesWayToSuchAVariable(String variable) {
        variable(variable);
        assertThat(ahead()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AJAR_HOME",
                "PATH",
                "SERVERLESS",
                "SERVER_PORT",
                "SPRING_DATASOURCE_URL",
                "SPRING_PROFILES_ACTIVE"
            })
    void staysWhereAVariableDecidesNoPart(String variable) {
        variable(variable);
        assertThat(ahead()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ajar-home",
                "ajar-metrics",
                "applicationInfo",
                "Config resource 'class path resource [application-postgres.properties]' via location 'optional:classpath:/'"
            })
    void staysWithWhatIsInTheProgram(String source) {
        set(source, "management.health.diskspace.path");
        assertThat(ahead()).isTrue();
    }

    /** What it would decide by, nobody could see in the jar. */
    @Test
    void doesNotBuildWithSettingsOfWhoeverBuildsIt() {
        System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
        try {
            variable("SERVER_PORT");
            assertThatCode(this::ahead).doesNotThrowAnyException();
            set("commandLineArgs", "management.server.port");
            assertThatThrownBy(this::ahead)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("management.server.port");
        } finally {
            System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
        }
    }

    @Test
    void changesNothingWhereItWasNotAskedFor() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
        set("commandLineArgs", "management.server.port");
        ahead();
        assertThat(SpringProperties.getProperty(AotDetector.AOT_ENABLED)).isNull();
    }

    private void set(String source, String setting) {
        environment.getPropertySources().addFirst(new MapPropertySource(source, Map.of(setting, "8081")));
    }

    private void variable(String name) {
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, "8081")));
    }

    private boolean ahead() {
        new PartsAheadOfTime(Supplier::get).postProcessEnvironment(environment, new SpringApplication());
        return AotDetector.useGeneratedArtifacts();
    }
}
