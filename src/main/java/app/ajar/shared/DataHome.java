package app.ajar.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the folder that {@code ajar.home} names before anything opens a file in it, readable by its owner alone, and
 * takes other people's rights off what already lies there.
 *
 * <p>On systems without POSIX permissions the folder is made and the rights stay as the system gives them.
 */
class DataHome implements EnvironmentPostProcessor {

    static final String DATABASE_FILE = "ajar.mv.db";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String configured = environment.getProperty("ajar.home", "./data");
        Path home = Path.of(configured).toAbsolutePath().normalize();
        boolean onDisk = environment
                .getProperty("spring.datasource.url", "jdbc:h2:file:")
                .startsWith("jdbc:h2:file:");
        if (onDisk) {
            prepare(home);
        }
        // H2 takes only absolute paths, or ones that start with ./
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "ajar-home",
                        Map.of(
                                "ajar.home",
                                home.toString(),
                                // Where the store is elsewhere, the folder is not made, and its disk says nothing.
                                "management.health.diskspace.path",
                                onDisk ? home.toString() : ".")));
    }

    static void prepare(Path home) {
        try {
            Files.createDirectories(home);
            if (Files.getFileAttributeView(home, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) == null) {
                return;
            }
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
            Path database = home.resolve(DATABASE_FILE);
            if (Files.notExists(database)) {
                // H2 takes an empty file as a new database; made here, it never exists with wider rights.
                Files.createFile(
                        database, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Stream<Path> files = Files.list(home)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
        } catch (IOException problem) {
            throw new CannotStart(
                    "Ajar cannot use its data folder " + home + ".",
                    "Give the user that runs it the right to write there, or set ajar.home to another folder.",
                    problem);
        }
    }
}
