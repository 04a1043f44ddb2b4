package app.ajar.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, killed without warning again and again while eight people save: what was acknowledged is there. */
@Tag("thorough")
class EnduranceTests {

    private static final int ROUNDS = 20;
    private static final int PEOPLE = 8;
    private static final int NOTES_A_ROUND = 40;

    @Test
    void losesNoAcknowledgedNoteHoweverOftenItIsKilled(@TempDir Path home) throws IOException {
        Jar ajar = Crowd.site(home).start();
        try (var crowd = new Crowd(PEOPLE, ajar)) {
            Set<String> checked = Set.of();
            for (int round = 1; round <= ROUNDS; round++) {
                crowd.begin(ajar, 200);
                crowd.awaitMore(ajar, NOTES_A_ROUND);
                ajar.kill();
                crowd.stop();
                ajar = Crowd.site(home).start();
                // What this round brought; at the end everything once more.
                var fresh = new java.util.HashSet<>(crowd.notes());
                fresh.removeAll(checked);
                crowd.stillReads(ajar, fresh);
                checked = crowd.notes();
            }
            crowd.findsEverything(ajar, crowd.notes());
            assertThat(crowd.acknowledged()).isGreaterThanOrEqualTo(ROUNDS * NOTES_A_ROUND);
            System.out.println(crowd.acknowledged() + " notes acknowledged in " + ROUNDS + " rounds, all found");
        } finally {
            ajar.close();
        }
    }
}
