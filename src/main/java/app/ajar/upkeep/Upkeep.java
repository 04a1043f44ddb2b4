package app.ajar.upkeep;

import app.ajar.shared.CannotStart;
import app.ajar.shared.SettingsCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * {@code backup FILE} and {@code restore FILE}: what the program does instead of starting when its first argument says so.
 * It reads the same settings as the site does, says one sentence, and ends with 0 if it was done.
 */
public final class Upkeep {

    private static final Pattern MIGRATION = Pattern.compile("V([0-9_.]+)__.*\\.sql");
    private static final String PROBE = "restoring";

    private final Path home;

    private Upkeep(Path home) {
        this.home = home;
    }

    /** Whether these arguments ask for upkeep instead of the site. */
    public static boolean isAsked(String... arguments) {
        return arguments.length > 0 && List.of("backup", "restore").contains(arguments[0]);
    }

    /**
     * Does what the arguments ask for.
     *
     * @return the exit code: 0 if it was done, 1 if not and nothing was changed
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        // Without the site's logging system, libraries would print their own notes between the sentences.
        LoggingSystem.get(Upkeep.class.getClassLoader()).beforeInitialize();
        return said(out, err, () -> {
            List<String> files = Arrays.stream(arguments)
                    .skip(1)
                    .filter(argument -> !argument.startsWith("--"))
                    .toList();
            if (files.size() != 1) {
                throw new Refusal("Name one file: java -jar ajar.jar " + arguments[0] + " FILE");
            }
            var upkeep = new Upkeep(home(arguments));
            Path file = Path.of(files.get(0)).toAbsolutePath().normalize();
            return arguments[0].equals("backup") ? upkeep.backup(file) : upkeep.restore(file);
        });
    }

    /** For tests, which have settings of their own. */
    static int restoreInto(Path home, Path file, PrintStream says) {
        return said(says, says, () -> new Upkeep(home).restore(file));
    }

    private interface Work {
        String done() throws IOException, Refusal;
    }

    private static int said(PrintStream out, PrintStream err, Work work) {
        try {
            out.println(work.done());
            return 0;
        } catch (Refusal refused) {
            err.println(refused.getMessage());
        } catch (IOException trouble) {
            err.println("Nothing was changed: " + trouble.getClass().getSimpleName() + ", " + trouble.getMessage());
        }
        return 1;
    }

    private static Path home(String... arguments) throws Refusal {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        try {
            SettingsCheck.check(environment);
        } catch (CannotStart wrong) {
            throw new Refusal(wrong.getMessage());
        }
        if (!environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:")) {
            throw new Refusal("The data is in a database of its own: make and restore copies with its own tools, "
                    + "on PostgreSQL pg_dump and pg_restore.");
        }
        return Path.of(environment.getProperty("ajar.home", "./data"))
                .toAbsolutePath()
                .normalize();
    }

    private String backup(Path file) throws IOException, Refusal {
        Optional<CopyFile.Content> running = CopyDoor.of(home);
        CopyFile.write(file, running.isPresent() ? running.get() : this::copyStopped);
        return "Copied to " + file + " (" + Files.size(file) + " bytes), "
                + (running.isPresent() ? "while the site runs." : "from a site that is stopped.");
    }

    private void copyStopped(OutputStream out) throws IOException, Refusal {
        if (Files.notExists(database()) || Files.size(database()) == 0) {
            throw new Refusal("There is no data in " + home + ".");
        }
        try (Connection connection = open(home, "ajar")) {
            // Whatever a kill has left is put right by H2 here, and is then in the copy.
            connection.createStatement().execute("checkpoint sync");
        } catch (SQLException trouble) {
            throw refusal(trouble, "The data in " + home + " cannot be opened.");
        }
        // Closed again, so that the file is as H2 leaves it after a proper stop.
        try (FileChannel held = held()) {
            Files.copy(database(), out);
        }
    }

    private String restore(Path file) throws IOException, Refusal {
        if (!Files.isRegularFile(file)) {
            throw new Refusal("There is no file " + file + ".");
        }
        Files.createDirectories(home, ownerOnlyFolder());
        if (CopyDoor.of(home).isPresent()) {
            throw inUse();
        }
        try (FileChannel held = Files.exists(database()) ? held() : null) {
            Path probe = home.resolve(PROBE);
            clear(probe);
            Files.createDirectory(probe);
            try {
                Path copy = probe.resolve(CopyFile.DATABASE);
                CopyFile.read(file, copy);
                check(file, probe);
                return put(file, copy, held);
            } finally {
                clear(probe);
            }
        }
    }

    private static void check(Path file, Path probe) throws IOException, Refusal {
        MigrationVersion known = newestMigration();
        try (Connection connection = open(probe, "ajar");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select \"version\", \"success\" from \"flyway_schema_history\" where \"version\" is not null")) {
            boolean any = false;
            while (rows.next()) {
                any = true;
                if (MigrationVersion.fromVersion(rows.getString(1)).compareTo(known) > 0) {
                    throw new Refusal(file + " was made by a newer Ajar; restore it with that one.");
                }
                if (!rows.getBoolean(2)) {
                    throw new Refusal(file + " holds a database whose last update was not finished.");
                }
            }
            if (!any) {
                throw new Refusal(file + " holds a database that is not Ajar's.");
            }
        } catch (SQLException broken) {
            throw new Refusal(file + " holds a database that cannot be opened, or is not Ajar's.");
        }
    }

    private String put(Path file, Path copy, @Nullable FileChannel held) throws IOException {
        String before = "";
        if (held != null && held.size() > 0) {
            Path aside = aside();
            try {
                Files.createLink(aside, database());
            } catch (UnsupportedOperationException | IOException noLinks) {
                Files.copy(database(), aside);
            }
            before = " What was there before is now " + aside
                    + "; it still holds what was erased since the copy or before it, so delete it when you can.";
        }
        Files.move(copy, database(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        CopyFile.forceFolder(database());
        return "Restored " + file + " into " + home + "." + before;
    }

    private Path aside() {
        int number = 1;
        while (Files.exists(home.resolve("ajar-before-restore-" + number + ".mv.db"))) {
            number++;
        }
        return home.resolve("ajar-before-restore-" + number + ".mv.db");
    }

    /** The file with H2's own lock on it, so that no site can start meanwhile. */
    private FileChannel held() throws IOException, Refusal {
        FileChannel channel = FileChannel.open(database(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw inUse();
        }
        return channel;
    }

    private Refusal inUse() {
        return new Refusal("The data in " + home + " is in use: stop the site first.");
    }

    private Refusal refusal(SQLException trouble, String otherwise) {
        return trouble.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1 ? inUse() : new Refusal(otherwise);
    }

    private Path database() {
        return home.resolve(CopyFile.DATABASE);
    }

    private static Connection open(Path folder, String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve(name) + ";IFEXISTS=TRUE;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE",
                "ajar",
                "");
    }

    private static MigrationVersion newestMigration() throws IOException {
        MigrationVersion newest = MigrationVersion.EMPTY;
        for (Resource script : new PathMatchingResourcePatternResolver().getResources("classpath*:db/**/V*.sql")) {
            Matcher name = MIGRATION.matcher(String.valueOf(script.getFilename()));
            if (name.matches() && MigrationVersion.fromVersion(name.group(1)).compareTo(newest) > 0) {
                newest = MigrationVersion.fromVersion(name.group(1));
            }
        }
        return newest;
    }

    private FileAttribute<?>[] ownerOnlyFolder() {
        return home.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
