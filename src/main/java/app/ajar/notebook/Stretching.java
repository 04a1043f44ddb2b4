package app.ajar.notebook;

import app.ajar.shared.Turns;
import app.ajar.vault.KeyStretcher;
import app.ajar.vault.KeyWords;
import app.ajar.vault.NotebookKeys;
import app.ajar.vault.Passphrase;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Makes keys of words, a few at a time: each stretch holds up to 64 MiB, so a crowd must wait for its turn instead of
 * exhausting the memory. Whoever waits holds nothing but the words.
 */
@Component
class Stretching {

    // Whoever waits has a place that all others need too (Turnstile): an overload must not live on in this queue.
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_WAITING = 16;

    private static final long MIB = 1024 * 1024;
    // What one stretch of a passphrase holds, and what its rows of objects and the collector need around it.
    private static final long ONE = 80 * MIB;
    // What the rest of the program needs: it runs in some 60 MiB, and answers to readers come on top.
    private static final long ALL_ELSE = 96 * MIB;

    private final KeyStretcher stretcher;
    private final Turns turns;

    Stretching(KeyStretcher stretcher) {
        this.stretcher = stretcher;
        this.turns = new Turns(
                atOnce(Runtime.getRuntime().maxMemory(), Runtime.getRuntime().availableProcessors()),
                MOST_WAITING,
                PATIENCE);
    }

    /** As many as there are processors, at least two, as long as the heap has room for them; one in any case. */
    static int atOnce(long heapBytes, int processors) {
        long room = Math.max(1, (heapBytes - ALL_ELSE) / ONE);
        return (int) Math.min(room, Math.max(2, processors));
    }

    /** How many wait for their turn now. */
    int waiting() {
        return turns.waiting();
    }

    /** @throws TooBusyException if no turn came free in three seconds, or too many are waiting for one */
    NotebookKeys of(KeyWords words) {
        return inTurn(() -> stretcher.stretch(words));
    }

    /** @throws TooBusyException if no turn came free in three seconds, or too many are waiting for one */
    NotebookKeys of(Passphrase phrase) {
        return inTurn(() -> stretcher.stretch(phrase));
    }

    private NotebookKeys inTurn(Supplier<NotebookKeys> stretch) {
        if (!turns.take()) {
            throw new TooBusyException();
        }
        try {
            return stretch.get();
        } finally {
            turns.giveBack();
        }
    }
}
