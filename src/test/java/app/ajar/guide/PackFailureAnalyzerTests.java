package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ajar.AjarApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PackFailureAnalyzerTests {

    private static final String STORE = "jdbc:h2:mem:broken-pack;DB_CLOSE_DELAY=-1";

    @TempDir
    private Path folder;

    @Test
    void aBrokenPackStopsTheStartWithFileLineAndRemedyAndLeavesTheStoreEmpty(CapturedOutput output)
            throws IOException, SQLException {
        write(PackSamples.with(
                PackSamples.files("en", 1), PackSamples.PROMPT, "title: What would make it worth it?\n", ""));

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(PackProblem.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The guide cannot be read: en/prompts/worth-it.md, line 1: the field 'title' is missing")
                .contains("Add 'title: …' to the front matter. Nothing was changed in the store.")
                .doesNotContain("at app.ajar.guide.PackReader");
        assertThat(rows("pack")).isZero();
        assertThat(rows("piece")).isZero();
    }

    @Test
    void aFolderWithoutAPackStopsTheStart(CapturedOutput output) {
        assertThatThrownBy(this::start).hasRootCauseInstanceOf(PackProblem.class);
        assertThat(output).contains("there is no pack here", "Point ajar.packs at a folder that has en/pack.yaml.");
    }

    @Test
    void aFolderWithoutTheDefaultLanguageStopsTheStart(CapturedOutput output) throws IOException {
        write(PackSamples.files("fr", 1));
        assertThatThrownBy(this::start).hasRootCauseInstanceOf(PackProblem.class);
        assertThat(output).contains("en/pack.yaml", "there is no pack in the default language");
    }

    private void start() {
        new SpringApplicationBuilder(AjarApplication.class)
                .run("--server.port=0", "--spring.datasource.url=" + STORE, "--ajar.packs=" + folder.toUri())
                .close();
    }

    private void write(List<PackFile> files) throws IOException {
        for (PackFile file : files) {
            Path path = folder.resolve(file.name());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
    }

    private static int rows(String table) throws SQLException {
        try (var connection = DriverManager.getConnection(STORE, "ajar", "");
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getInt(1);
        }
    }
}
