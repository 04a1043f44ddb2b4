package app.ajar.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program starts, keeps a note, and has it after a restart. */
@Tag("thorough")
class JarTests {

    @Test
    void keepsANoteAcrossAKill(@TempDir Path home) throws IOException {
        java.util.List<String> words;
        String note;
        try (Jar ajar = Jar.in(home).start()) {
            var reader = new PackagedReader(ajar.address());
            words = reader.startNotebook();
            assertThat(words).hasSize(6);
            note = reader.save("A title", "Line one\n<b> & line two").note();
            ajar.kill();
        }
        try (Jar ajar = Jar.in(home).start()) {
            var reader = new PackagedReader(ajar.address());
            reader.openNotebook(words);
            assertThat(reader.listed()).containsExactly(note);
            assertThat(reader.read(note)).isEqualTo("Line one\n<b> & line two");
        }
    }
}
