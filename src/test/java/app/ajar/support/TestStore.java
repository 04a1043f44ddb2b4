package app.ajar.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ActiveProfilesResolver;

/**
 * The store that tests run on: H2 in memory, or with {@code -Dajar.test.database=postgres} a real PostgreSQL, of which one
 * server serves the whole run and every program gets a fresh database. {@code ./mvnw -Ppostgres-tests test} runs every test
 * that is tagged {@value #TAG} so.
 */
public final class TestStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** What a test is tagged with that needs a store. */
    public static final String TAG = "store";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Whether the tests run on PostgreSQL. */
    public static boolean onPostgres() {
        return "postgres".equals(System.getProperty("ajar.test.database"));
    }

    /** The address of a new, empty database, as the tests are run: in memory, or on the one PostgreSQL. */
    public static String fresh() {
        return onPostgres() ? freshPostgres() : "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;USER=ajar";
    }

    /** The address of a new, empty database on the one PostgreSQL, whatever the tests are run on. */
    public static String freshPostgres() {
        String name = "ajar_" + DATABASES.incrementAndGet();
        try (var connection = Server.ONE.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
        return Server.ONE.getJdbcUrl("postgres", name);
    }

    /** Where PostgreSQL keeps its files. */
    public static Path postgresFiles() {
        return Server.FILES;
    }

    /** What a program that a test starts by itself must be told, to run on a store of its own. */
    public static String[] options() {
        return new String[] {
            "--spring.profiles.active=" + (onPostgres() ? "postgres" : ""), "--spring.datasource.url=" + fresh()
        };
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test-store", Map.of("spring.datasource.url", fresh())));
    }

    /** Puts the profile on that a program on PostgreSQL runs with. */
    public static final class Profile implements ActiveProfilesResolver {

        @Override
        public String[] resolve(Class<?> testClass) {
            return onPostgres() ? new String[] {"postgres"} : new String[0];
        }
    }

    /** Started by the first who asks; it stops with the JVM. */
    private static final class Server {

        private static final Path FILES =
                Path.of("target", "postgres", UUID.randomUUID().toString()).toAbsolutePath();
        private static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(
                                Path.of("target", "postgres").toAbsolutePath().toFile())
                        .setDataDirectory(FILES)
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .start();
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }
}
