package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackFolderTests {

    @TempDir
    private Path folder;

    private String location;

    @BeforeEach
    void placeTheFolder() {
        String address = folder.toUri().toString();
        location = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    @Test
    void namesEachFileByItsLastFolders() throws IOException {
        write("en/pack.yaml", "language: en");
        write("en/barriers/shame.md", "Née");
        write("en/readme.md", "lies too high");
        write("en/barriers/old/gone.md", "lies too deep");
        assertThat(new PackFolder(location).files())
                .containsExactlyInAnyOrder(
                        new PackFile("en/pack.yaml", "language: en"), new PackFile("en/barriers/shame.md", "Née"));
    }

    @Test
    void takesALocationWithOrWithoutItsLastSlash() throws IOException {
        write("en/pack.yaml", "language: en");
        assertThat(new PackFolder(location + "/").files()).hasSize(1).isEqualTo(new PackFolder(location).files());
    }

    @Test
    void refusesAFolderWithoutAPack() throws IOException {
        write("notes.txt", "nothing");
        for (String address : List.of(location, location + "/")) {
            assertThatExceptionOfType(PackProblem.class)
                    .isThrownBy(() -> new PackFolder(address).files())
                    .satisfies(problem -> {
                        assertThat(problem).hasMessage("there is no pack here");
                        assertThat(problem.place()).isEqualTo(location + "/");
                        assertThat(problem.remedy()).contains("en/pack.yaml");
                    });
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
