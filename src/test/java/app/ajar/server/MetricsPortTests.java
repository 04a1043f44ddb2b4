package app.ajar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.support.ResourcePropertySource;
import org.springframework.mock.env.MockEnvironment;

class MetricsPortTests {

    private static final String SHOWN = "management.endpoints.web.exposure.include";

    @Test
    void showsMeasuresToThisMachineAloneOnAPortOfTheirOwn() {
        MockEnvironment started = started("8081");
        assertThat(started.getProperty(SHOWN)).isEqualTo("health,prometheus");
        assertThat(started.getProperty("management.server.address")).isEqualTo("127.0.0.1");
        assertThat(started.getProperty("management.prometheus.metrics.export.enabled"))
                .isEqualTo("true");
    }

    /** The settings inside the program are heard before its own, and once named health alone. */
    @Test
    void showsThemWithTheSettingsThatTheProgramBrings() throws IOException {
        var environment = new MockEnvironment().withProperty("management.server.port", "8081");
        environment.getPropertySources().addLast(new ResourcePropertySource("classpath:application.properties"));
        new MetricsPort().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty(SHOWN)).isEqualTo("health,prometheus");
        assertThat(environment.getProperty("management.prometheus.metrics.export.enabled"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "9000"})
    void showsNoneOnThePortThatReadersUse(String port) {
        MockEnvironment started = started(port);
        assertThat(started.getProperty(SHOWN)).isNull();
        assertThat(started.getProperty("management.prometheus.metrics.export.enabled"))
                .isEqualTo("false");
    }

    @Test
    void leavesTheLastWordToWhoeverRunsIt() {
        var environment = new MockEnvironment()
                .withProperty("management.server.port", "8081")
                .withProperty("management.server.address", "10.0.0.7");
        new MetricsPort().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("management.server.address")).isEqualTo("10.0.0.7");
    }

    private static MockEnvironment started(String port) {
        var environment =
                new MockEnvironment().withProperty("server.port", "9000").withProperty("management.server.port", port);
        new MetricsPort().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
