package app.ajar.server;

import app.ajar.shared.CannotStart;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.springframework.aot.AotDetector;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Keeps settings true when the program starts from what the build worked out ahead of time
 * ({@code -Dspring.aot.enabled=true}, as {@code start-cache} has it).
 *
 * <p>The build decides which parts the program has, by the settings that it comes with. Another setting would be passed over
 * in silence where such a decision hangs on it, as on {@code management.server.port}. So with any setting but those that are
 * known to decide no part, it starts the ordinary way: slower, and with every setting heard. The build itself takes none of
 * whoever builds it.
 */
class PartsAheadOfTime implements EnvironmentPostProcessor {

    /** Settings with these first words may decide which parts there are; all others belong to somebody else. */
    private static final Set<String> DECIDING = Set.of("spring", "server", "management");

    /** Of those, the ones that decide none; with all that stands below them. */
    private static final Set<String> DECIDING_NONE = Set.of(
            "management.health.diskspace.threshold",
            "server.address",
            "server.port",
            "spring.aot",
            "spring.config",
            "spring.datasource.hikari",
            "spring.datasource.password",
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.profiles.active");

    private static final Set<String> PLAIN_NONE =
            DECIDING_NONE.stream().map(PartsAheadOfTime::plain).collect(Collectors.toUnmodifiableSet());

    // What the program has inside, and what Spring Boot, DataHome and MetricsPort put there.
    private static final String INSIDE = "Config resource 'class path resource [";
    private static final Set<String> OWN = Set.of("ajar-home", "ajar-metrics", "applicationInfo");

    private final Log log;

    PartsAheadOfTime(DeferredLogFactory logs) {
        log = logs.getLog(PartsAheadOfTime.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean building = Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
        if (!building && !AotDetector.useGeneratedArtifacts()) {
            return;
        }
        String deciding = environment.getPropertySources().stream()
                .filter(source ->
                        !OWN.contains(source.getName()) && !source.getName().startsWith(INSIDE))
                .flatMap(source -> source instanceof EnumerablePropertySource<?> settings
                        ? Stream.of(settings.getPropertyNames())
                        : Stream.empty())
                .filter(PartsAheadOfTime::mayDecide)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (deciding.isEmpty()) {
            return;
        }
        if (building) {
            throw new CannotStart(
                    "The build would take these settings for the program's own: " + deciding + ".",
                    "Build it where they are not set.",
                    null);
        }
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        log.info("Starts the ordinary way, which takes longer: what the build worked out may not fit " + deciding);
    }

    private static boolean mayDecide(String setting) {
        String first = setting.toLowerCase(Locale.ROOT).split("[._-]", 2)[0];
        String plain = plain(setting);
        return DECIDING.contains(first) && PLAIN_NONE.stream().noneMatch(plain::startsWith);
    }

    // SERVER_PORT and server.port are one setting, and so are maximum-pool-size and maximumPoolSize.
    private static String plain(String setting) {
        return setting.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
