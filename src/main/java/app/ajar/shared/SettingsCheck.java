package app.ajar.shared;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Looks at settings before anything is made with them, where Spring Boot would take a wrong one for none, or tell of it in a
 * stack trace.
 *
 * <p>A misspelt option would be passed over in silence, and {@code --ajar.hom=/srv} put notes where nobody looks for them.
 * Only the command line is looked at: an environment variable may be meant for another program.
 */
public class SettingsCheck implements EnvironmentPostProcessor {

    static final Set<String> SINGLE = Set.of("ajar.home", "ajar.leave-for", "ajar.packs", "ajar.zone");

    /** What stands below them is checked where it is bound. */
    static final Set<String> GROUPS = Set.of("ajar.attempts", "ajar.notebook", "ajar.press", "ajar.turnstile");

    private static final int LAST_PORT = 65535;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        commandLine(environment).forEach(SettingsCheck::areOptions);
        check(environment);
        isPort("server.port", environment.getProperty("server.port", ""));
        isPort("management.server.port", environment.getProperty("management.server.port", ""));
    }

    /** @throws CannotStart for a setting that nobody could have meant */
    public static void check(ConfigurableEnvironment environment) {
        commandLine(environment)
                .flatMap(line -> Stream.of(line.getPropertyNames()))
                .forEach(SettingsCheck::isKnown);
        isFolder(environment.getProperty("ajar.home", "./data"));
        isZone(environment.getProperty("ajar.zone", "UTC"));
        isJdbc(environment.getProperty("spring.datasource.url", "jdbc:"));
    }

    private static Stream<CommandLinePropertySource<?>> commandLine(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(CommandLinePropertySource.class::isInstance)
                .map(line -> (CommandLinePropertySource<?>) line);
    }

    // Else "bakup FILE" would start the site, and "-server.port=9000" on another port than was meant.
    private static void areOptions(CommandLinePropertySource<?> line) {
        String words = line.getProperty(CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME);
        if (words != null && !words.isEmpty()) {
            throw new CannotStart(
                    "Ajar does not know what to do with '" + words.split(",")[0] + "'.",
                    "A setting is written --server.port=9000. In front may stand backup FILE or restore FILE, nothing else.",
                    null);
        }
    }

    private static void isKnown(String option) {
        boolean ours = option.startsWith("ajar.");
        if (ours && !SINGLE.contains(option) && GROUPS.stream().noneMatch(group -> option.startsWith(group + "."))) {
            throw new CannotStart(
                    "There is no setting " + option + ".", "Look for a slip in its name; the README lists all.", null);
        }
    }

    // An empty one would be the folder that the program was started in, and its files be closed to everybody else.
    private static void isFolder(String home) {
        if (home.isBlank()) {
            throw new CannotStart("ajar.home is empty.", "Name a folder of its own, such as /var/lib/ajar.", null);
        }
    }

    private static void isZone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException problem) {
            throw new CannotStart(
                    "ajar.zone is '" + zone + "', which is no time zone.",
                    "Name one such as Europe/Berlin, America/New_York or UTC.",
                    problem);
        }
    }

    // An empty one is the default, 0 is any that is free, and -1 is how Spring Boot writes that there is to be none.
    private static void isPort(String setting, String value) {
        String port = value.strip();
        boolean number = port.matches("\\d+");
        if (number ? port.length() > 5 || Integer.parseInt(port) > LAST_PORT : !value.isEmpty() && !port.equals("-1")) {
            throw new CannotStart(
                    setting + " is " + (number ? port : "'" + port + "'") + ", and there is no such port.",
                    "Choose one from 1 to " + LAST_PORT + ".",
                    null);
        }
    }

    // It is not repeated: somebody may have put a password in it.
    private static void isJdbc(String url) {
        if (!url.startsWith("jdbc:")) {
            throw new CannotStart(
                    "spring.datasource.url (SPRING_DATASOURCE_URL) is no JDBC address.",
                    "Write it like jdbc:postgresql://localhost:5432/ajar.",
                    null);
        }
    }
}
