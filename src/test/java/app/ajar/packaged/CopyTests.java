package app.ajar.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies made while people save, and what is in them when they are restored. */
@Tag("thorough")
class CopyTests {

    @TempDir
    private Path folder;

    private record Copy(Path file, Set<String> acknowledgedBefore) {}

    @Test
    void everyCopyHoldsWhatWasAcknowledgedBeforeItBegan() throws IOException {
        Path home = folder.resolve("home");
        var copies = new ArrayList<Copy>();
        Jar ajar = Crowd.site(home).start();
        try (var crowd = new Crowd(4, ajar).resting(Duration.ofMillis(20))) {
            crowd.begin(ajar, 3_000);
            for (int number = 1; number <= 3; number++) {
                crowd.awaitMore(ajar, 40);
                var copy = new Copy(folder.resolve("copy-" + number + ".zip"), crowd.notes());
                done(Jar.in(home).run("backup", copy.file().toString()), "while the site runs");
                copies.add(copy);
            }
            refused(Jar.in(home).run("restore", copies.get(0).file().toString()), "stop the site first");
            crowd.stop();
            assertThat(crowd.refusals()).as("refused while a copy was made").isEmpty();
            ajar.stop();
            var last = new Copy(folder.resolve("copy-stopped.zip"), crowd.notes());
            done(Jar.in(home).run("backup", last.file().toString()), "stopped");
            copies.add(last);
            for (Copy copy : copies) {
                Path other = folder.resolve("restored-" + copy.file().getFileName());
                done(Jar.in(other).run("restore", copy.file().toString()), "Restored");
                try (Jar restored = Crowd.site(other).start()) {
                    crowd.findsEverything(restored, copy.acknowledgedBefore());
                }
            }
            // Over what is there: that is kept aside, and named.
            Jar.Ended over = Jar.in(home).run("restore", copies.get(0).file().toString());
            done(over, "ajar-before-restore-1.mv.db");
            assertThat(home.resolve("ajar-before-restore-1.mv.db")).isNotEmptyFile();
        } finally {
            ajar.close();
        }
    }

    private static void done(Jar.Ended ended, String says) {
        assertThat(ended.said().strip().lines()).singleElement().asString().contains(says);
        assertThat(ended.code()).as(ended.said()).isZero();
    }

    private static void refused(Jar.Ended ended, String says) {
        assertThat(ended.said().strip().lines()).singleElement().asString().contains(says);
        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
    }

    @Test
    void saysInASentenceThatTheDataIsInUse() {
        Path home = folder.resolve("home");
        try (Jar first = Crowd.site(home).start()) {
            Jar.Ended second = Jar.in(home).run("--server.port=0");
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.said()).contains("already in use by another Ajar").doesNotContain("\tat ");
            assertThat(first.process().isAlive()).isTrue();
        }
    }
}
