package app.ajar.notebook;

import app.ajar.vault.KeyStretcher;
import app.ajar.vault.KeyWords;
import app.ajar.vault.NotebookKeys;
import app.ajar.vault.Passphrase;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Makes keys of words, a few at a time: each stretch holds up to 64 MiB, so a crowd must wait for its turn instead of
 * exhausting the memory.
 */
@Component
class Stretching {

    private static final int SECONDS_TO_WAIT = 10;
    private static final int MOST_WAITING = 16;

    private final KeyStretcher stretcher;
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    Stretching(KeyStretcher stretcher) {
        this.stretcher = stretcher;
    }

    /** @throws TooBusyException if no turn came free in ten seconds, or too many are waiting for one */
    NotebookKeys of(KeyWords words) {
        return inTurn(() -> stretcher.stretch(words));
    }

    /** @throws TooBusyException if no turn came free in ten seconds, or too many are waiting for one */
    NotebookKeys of(Passphrase phrase) {
        return inTurn(() -> stretcher.stretch(phrase));
    }

    private NotebookKeys inTurn(Supplier<NotebookKeys> stretch) {
        if (turns.getQueueLength() >= MOST_WAITING) {
            // Whoever waits holds a thread that reading, and leaving, need too.
            throw new TooBusyException();
        }
        try {
            if (!turns.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw new TooBusyException();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooBusyException();
        }
        try {
            return stretch.get();
        } finally {
            turns.release();
        }
    }
}
