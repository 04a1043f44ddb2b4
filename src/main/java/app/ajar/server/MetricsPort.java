package app.ajar.server;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Measures are shown on a port of their own, {@code management.server.port}, to this machine alone unless
 * {@code management.server.address} says otherwise; never on the port that readers use. Without such a port there are
 * none.
 */
class MetricsPort implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Integer own = environment.getProperty("management.server.port", Integer.class);
        boolean has = own != null
                && own >= 0
                && (own == 0 || !own.equals(environment.getProperty("server.port", Integer.class, 8080)));
        Map<String, Object> defaults = has
                ? Map.of(
                        "management.endpoints.web.exposure.include",
                        "health,prometheus",
                        "management.prometheus.metrics.export.enabled",
                        "true",
                        "management.server.address",
                        "127.0.0.1")
                : Map.of("management.prometheus.metrics.export.enabled", "false");
        environment.getPropertySources().addLast(new MapPropertySource("ajar-metrics", defaults));
    }
}
