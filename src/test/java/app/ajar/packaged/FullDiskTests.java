package app.ajar.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.ajar.support.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a disk that is full: says so, loses nothing, and goes on by itself when there is room. */
@Tag("thorough")
class FullDiskTests {

    @Test
    void refusesClearlyWhileTheDiskIsFullAndGoesOnWhenThereIsRoom(@TempDir Path folder) throws Exception {
        assumeTrue(ThisMachine.root(), "only root may mount a disk");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString());
        try (Jar ajar = onSmallDisk(disk).start();
                var crowd = new Crowd(8, ajar)) {
            crowd.begin(ajar, 15_000);
            ajar.await(
                    "refusals", Duration.ofSeconds(60), () -> crowd.refusals().size() >= 16);
            crowd.stop();
            for (PackagedReader.Answer refusal : crowd.refusals()) {
                assertThat(refusal.status()).as(refusal.page()).isEqualTo(503);
                assertThat(refusal.body())
                        .as("the words stay in the form")
                        .startsWith("Note ")
                        .hasSizeGreaterThan(15_000);
                assertThat(refusal.page()).contains("We could not keep it just now");
            }
            int before = crowd.acknowledged();
            assertThat(before).isPositive();

            run("mount", "-o", "remount,size=64m", disk.toString());
            crowd.begin(ajar, 200);
            crowd.awaitMore(ajar, 16);
            crowd.stop();
            crowd.findsEverything(ajar, crowd.notes());
            ajar.kill();
            try (Jar again = onSmallDisk(disk).start()) {
                crowd.findsEverything(again, crowd.notes());
            }
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    /** A disk as small as this one is not well from the start, and that is not what is looked at here. */
    private static Jar.Way onSmallDisk(Path disk) {
        return Crowd.site(disk.resolve("home")).with("--management.health.diskspace.threshold=0B");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(String.join(" ", command) + ": " + said)
                .isZero();
    }
}
