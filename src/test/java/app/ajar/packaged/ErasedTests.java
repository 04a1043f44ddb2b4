package app.ajar.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program's file after a notebook was erased: neither its keys nor its notes are in it, sealed or not. */
@Tag("thorough")
class ErasedTests {

    @TempDir
    private Path folder;

    @Test
    void keysAndSealsOfAnErasedNotebookLeaveTheFileWhileTheSiteRuns() throws IOException, SQLException {
        Path home = folder.resolve("home");
        try (Jar ajar = Jar.in(home).start()) {
            var other = new PackagedReader(ajar.address());
            other.startNotebook();
            String stays = other.save("Stays", "This one stays").note();
            var reader = new PackagedReader(ajar.address());
            reader.startNotebook();
            for (int number = 0; number < 10; number++) {
                reader.save("A title", "Note " + number).note();
            }
            List<String> before = seals(home, "before");
            assertThat(inFile(home, before)).as("the search can find them").hasSameSizeAs(before);
            reader.get("/notebook/erase");
            assertThat(reader.post("/notebook/erase", Map.of("sure", "yes")).status())
                    .isEqualTo(200);
            List<String> after = seals(home, "after");
            var gone = new ArrayList<>(before);
            gone.removeAll(after);
            assertThat(gone).as("two keys, and two seals for each note").hasSizeGreaterThanOrEqualTo(22);

            ajar.await(
                    "the file to be swept",
                    Duration.ofSeconds(180),
                    () -> inFile(home, gone).isEmpty());

            assertThat(other.read(stays)).isEqualTo("This one stays");
            assertThat(inFile(home, after)).hasSameSizeAs(after);
        }
    }

    /** Every key and seal that the tables hold, by way of a copy. */
    private List<String> seals(Path home, String name) throws SQLException {
        Path copy = folder.resolve(name + ".zip");
        Path other = folder.resolve(name);
        assertThat(Jar.in(home).run("backup", copy.toString()).code()).isZero();
        assertThat(Jar.in(other).run("restore", copy.toString()).code()).isZero();
        var seals = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + other.resolve("ajar"), "ajar", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select wrapped_key from way_in union all select wrapped_key from pass"
                                + " union all select sealed_heading from note union all select sealed_body from note")) {
            while (rows.next()) {
                seals.add(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1));
            }
        }
        return seals;
    }

    private static List<String> inFile(Path home, List<String> seals) {
        try {
            String file = Files.readString(home.resolve("ajar.mv.db"), StandardCharsets.ISO_8859_1);
            return Set.copyOf(seals).stream()
                    .filter(seal ->
                            file.contains(seal.substring(0, 24)) || file.contains(seal.substring(seal.length() - 24)))
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
