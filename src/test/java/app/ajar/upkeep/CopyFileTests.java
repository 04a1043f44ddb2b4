package app.ajar.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Copies as files: whole, damaged, foreign, and of a format that is not known yet. */
class CopyFileTests {

    @TempDir
    private Path folder;

    private final byte[] content = new byte[30_000];

    private Path copy() throws IOException, Refusal {
        new Random(3).nextBytes(content);
        Path file = folder.resolve("copy.zip");
        CopyFile.write(file, out -> out.write(content));
        return file;
    }

    @Test
    void givesBackWhatWasCopied() throws IOException, Refusal {
        Path database = folder.resolve("back");
        CopyFile.read(copy(), database);
        assertThat(database).hasBinaryContent(content);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnerAlone() throws IOException, Refusal {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy())))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAFlippedBitWhereverItIs() throws IOException, Refusal {
        byte[] whole = Files.readAllBytes(copy());
        var places = new Random(7);
        for (int time = 0; time < 300; time++) {
            // The ends, where the ZIP's own books are kept, one by one; the middle here and there.
            int place = time < 100 ? time : time < 250 ? whole.length - 1 - (time - 100) : places.nextInt(whole.length);
            byte[] damaged = whole.clone();
            damaged[place] ^= (byte) (1 << places.nextInt(8));
            refused(damaged, "damaged");
        }
    }

    @Test
    void refusesACopyThatWasCutShort() throws IOException, Refusal {
        byte[] whole = Files.readAllBytes(copy());
        for (int length : new int[] {2, 63, 64, 65, 1_000, whole.length / 2, whole.length - 1}) {
            refused(Arrays.copyOf(whole, length), "damaged");
        }
    }

    @Test
    void refusesWhatIsNotACopy() {
        refused("Dear diary".getBytes(StandardCharsets.UTF_8), "is not a copy that Ajar made");
        refused(new byte[0], "is not a copy that Ajar made");
    }

    @Test
    void refusesAFormatItDoesNotKnowYet() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setComment("0".repeat(64));
            zip.putNextEntry(new ZipEntry("manifest.properties"));
            zip.write("format=2\n".getBytes(StandardCharsets.US_ASCII));
        }
        byte[] file = out.toByteArray();
        byte[] body = Arrays.copyOf(file, file.length - 64);
        System.arraycopy(sha256(body).getBytes(StandardCharsets.US_ASCII), 0, file, body.length, 64);
        refused(file, "was made by a newer Ajar (format 2)");
    }

    @Test
    void leavesNoHalfFileAndTheOldOneAloneWhenItFails() throws IOException, Refusal {
        Path file = copy();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> CopyFile.write(file, out -> {
                    out.write(1);
                    throw new IOException("the disk is full");
                }));
        CopyFile.read(file, folder.resolve("back"));
        assertThat(folder.resolve("copy.zip.part")).doesNotExist();
    }

    @Test
    void saysOneSentenceAndChangesNothingWhenACopyIsRefused() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path database = Files.writeString(home.resolve("ajar.mv.db"), "what is there");
        Path text = Files.writeString(folder.resolve("letter.zip"), "Dear diary");
        var said = new ByteArrayOutputStream();
        int code = Upkeep.restoreInto(home, text, new PrintStream(said));
        assertThat(code).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8).strip().lines())
                .singleElement()
                .asString()
                .contains("letter.zip is not a copy that Ajar made");
        assertThat(database).hasContent("what is there");
        assertThat(home).isDirectoryNotContaining(path -> !path.equals(database));
    }

    private void refused(byte[] bytes, String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        CopyFile.read(Files.write(folder.resolve("other.zip"), bytes), folder.resolve("never-there")))
                .withMessageContaining(why);
        assertThat(folder.resolve("never-there")).doesNotExist();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
