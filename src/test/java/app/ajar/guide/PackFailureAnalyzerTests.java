package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ajar.AjarApplication;
import app.ajar.support.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Tag(TestStore.TAG)
class PackFailureAnalyzerTests {

    @TempDir
    private Path folder;

    private final List<String> store = List.of(TestStore.options());

    @Test
    void aBrokenPackStopsTheStartWithFileLineAndRemedyAndLeavesTheStoreEmpty(CapturedOutput output)
            throws IOException, SQLException {
        PackSamples.write(
                folder,
                PackSamples.with(
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
        PackSamples.write(folder, PackSamples.files("fr", 1));
        assertThatThrownBy(this::start).hasRootCauseInstanceOf(PackProblem.class);
        assertThat(output).contains("en/pack.yaml", "there is no pack in the default language");
    }

    private void start() {
        new SpringApplicationBuilder(AjarApplication.class)
                .run(Stream.concat(store.stream(), Stream.of("--server.port=0", "--ajar.packs=" + folder.toUri()))
                        .toArray(String[]::new))
                .close();
    }

    private int rows(String table) throws SQLException {
        try (var connection = DriverManager.getConnection(store.get(1).replaceFirst("^--spring.datasource.url=", ""));
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getInt(1);
        }
    }
}
