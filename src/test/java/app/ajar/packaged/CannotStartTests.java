package app.ajar.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sets it up wrongly is told so in a sentence, by the program as they run it. */
@Tag("thorough")
class CannotStartTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --ajar.zone=Mars/Base              | ajar.zone is 'Mars/Base', which is no time zone.
            --ajar.hom=elsewhere               | There is no setting ajar.hom.
            --server.port=abc                  | server.port is 'abc', and there is no such port.
            --ajar.notebook.idle=soon          | ajar.notebook.idle is 'soon', which cannot be used
            --ajar.notebook.idel=5m            | There is no setting ajar.notebook.idel.
            --ajar.packs=file:/nowhere/        | The guide cannot be read: file:/nowhere/: there is no pack here
            --ajar.leave-for=javascript:x      | ajar.leave-for is 'javascript:x', which is no whole web address.
            --spring.datasource.url=postgres:x | spring.datasource.url (SPRING_DATASOURCE_URL) is no JDBC address.
            """)
    void aWrongSettingIsNamed(String option, String sentence) {
        isTold(Jar.in(folder).with(option).run(), sentence);
    }

    @Test
    void soItIsInTheOrdinaryWay() {
        isTold(
                Jar.in(folder).ordinary().with("--ajar.notebook.idle=soon").run(),
                "ajar.notebook.idle is 'soon', which cannot be used");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (var taken = new ServerSocket(0)) {
            isTold(
                    Jar.in(folder).with("--server.port=" + taken.getLocalPort()).run(),
                    "Port " + taken.getLocalPort() + " was already in use.");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path below = Files.createFile(folder.resolve("a-file")).resolve("ajar");
        isTold(Jar.in(below).run(), "Ajar cannot use its data folder " + below + ".");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        isTold(
                Jar.in(folder)
                        .with(
                                "--spring.profiles.active=postgres",
                                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/ajar?password=secret")
                        .run(),
                "The database at jdbc:postgresql://127.0.0.1:1/ajar does not let Ajar in: Connection to 127.0.0.1:1 refused.");
    }

    private static void isTold(Jar.Ended ended, String sentence) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("APPLICATION FAILED TO START", sentence)
                .doesNotContain("\tat ", "Exception", "password=secret");
    }
}
