package app.ajar.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DataHomeTests {

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void makesTheFolderAndTheStoreForItsOwnerAlone() throws IOException {
        Path home = folder.resolve("var/ajar");
        DataHome.prepare(home);
        assertThat(rights(home)).isEqualTo("rwx------");
        assertThat(rights(home.resolve(DataHome.DATABASE_FILE))).isEqualTo("rw-------");
        assertThat(home.resolve(DataHome.DATABASE_FILE)).isEmptyFile();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void takesOthersRightsOffWhatAlreadyLiesThere() throws IOException {
        Path store = Files.writeString(folder.resolve(DataHome.DATABASE_FILE), "kept");
        Path backup = Files.writeString(folder.resolve("backup.zip"), "kept too");
        for (Path file : new Path[] {store, backup}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        DataHome.prepare(folder);

        assertThat(rights(folder)).isEqualTo("rwx------");
        assertThat(rights(store)).isEqualTo("rw-------");
        assertThat(rights(backup)).isEqualTo("rw-------");
        assertThat(store).hasContent("kept");
        assertThat(backup).hasContent("kept too");
    }

    @Test
    void saysPlainlyWhereItCannotWrite() throws IOException {
        // A folder below a file cannot be made, not even by root.
        Path home = Files.createFile(folder.resolve("a-file")).resolve("ajar");
        assertThatThrownBy(() -> DataHome.prepare(home))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Ajar cannot use its data folder " + home + ".");
    }

    @Test
    void makesTheConfiguredFolderAbsolute() {
        Path home = folder.resolve("x/../data");
        var environment = started(home.toString(), "jdbc:h2:file:${ajar.home}/ajar");
        assertThat(environment.getProperty("ajar.home"))
                .isEqualTo(folder.resolve("data").toAbsolutePath().toString());
        assertThat(environment.getProperty("spring.datasource.url"))
                .isEqualTo("jdbc:h2:file:" + folder.resolve("data").toAbsolutePath() + "/ajar");
        assertThat(folder.resolve("data")).isDirectory();
    }

    @Test
    void leavesTheDiskAloneWhereTheStoreIsElsewhere() {
        Path home = folder.resolve("data");
        started(home.toString(), "jdbc:postgresql://db/ajar");
        started(home.toString(), "jdbc:h2:mem:x");
        assertThat(home).doesNotExist();
    }

    private static MockEnvironment started(String home, String store) {
        var environment =
                new MockEnvironment().withProperty("ajar.home", home).withProperty("spring.datasource.url", store);
        new DataHome().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
