package app.ajar.shared;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a few do something costly at a time, a few more wait, and turns the rest away at once: whoever waits holds a thread
 * that reading, and leaving, need too.
 */
public final class Turns {

    private final Semaphore places;
    private final Semaphore turns;
    private final Duration patience;

    /**
     * @param atOnce how many have a turn at the same time
     * @param waiting how many more may wait for one
     * @param patience how long each waits
     */
    public Turns(int atOnce, int waiting, Duration patience) {
        this.places = new Semaphore(atOnce + waiting);
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Waits for a turn. Whoever gets one gives it back, whatever happens.
     *
     * @return false if none came free in time, too many wait already, or the program is being stopped
     */
    public boolean take() {
        if (!places.tryAcquire()) {
            return false;
        }
        boolean taken = false;
        try {
            taken = turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (!taken) {
                places.release();
            }
        }
        return taken;
    }

    /** How many wait for a turn now. */
    public int waiting() {
        return turns.getQueueLength();
    }

    /** Ends a turn that was taken. */
    public void giveBack() {
        turns.release();
        places.release();
    }
}
