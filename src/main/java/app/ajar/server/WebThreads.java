package app.ajar.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that Tomcat works with. A few answer from memory, and since they never rest they do it in half the time that
 * a hundred taking turns would need. Whoever leaves memory, for the store or a template, says so with {@link #leave()},
 * and another thread takes that place at once. One that is held without having said so, by a client that does not read
 * what it asked for, is noticed within {@link #LOOK_EVERY} ms and replaced too.
 */
final class WebThreads extends ThreadPoolExecutor implements AutoCloseable {

    static final int LOOK_EVERY = 20;

    private static final long HELD = TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY);

    /** How long more threads than are needed now are kept: the next crowd often comes at once. */
    static final int LOOKS_UNTIL_FEWER = 100;

    private static final int SECONDS_IDLE = 5;

    private final Set<WebThread> threads = ConcurrentHashMap.newKeySet();
    private final int inMemory;
    private final Thread lookout;
    private volatile boolean open = true;
    private int looks;
    private int mostNeeded;

    /**
     * @param inMemory how many answer from memory at the same time
     * @param most how many others there may be at the same time
     */
    WebThreads(int inMemory, int most) {
        super(inMemory, inMemory + most, SECONDS_IDLE, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        this.inMemory = inMemory;
        this.mostNeeded = inMemory;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        setThreadFactory(task -> new WebThread(task, loader));
        lookout = new Thread(this::lookOut, "web-lookout");
        lookout.setDaemon(true);
        lookout.start();
    }

    /** The calling thread starts on a request, and is expected to be done in no time. */
    void begin(long now) {
        if (Thread.currentThread() instanceof WebThread mine) {
            mine.since = now;
        }
    }

    /** The calling thread will be longer. */
    void leave() {
        if (Thread.currentThread() instanceof WebThread mine && !mine.away) {
            mine.away = true;
            more(needed());
        }
    }

    /** The calling thread is done with a request. */
    void end() {
        if (Thread.currentThread() instanceof WebThread mine) {
            mine.since = 0;
            mine.away = false;
        }
    }

    /** Whether any of them is at work on a request. */
    boolean isBusy() {
        return threads.stream().anyMatch(one -> one.since != 0);
    }

    /** How many there must be so that enough can answer from memory. */
    private int needed() {
        long now = System.nanoTime();
        int away = 0;
        for (WebThread one : threads) {
            long since = one.since;
            if (one.away || since != 0 && now - since > HELD) {
                away++;
            }
        }
        return Math.min(inMemory + away, getMaximumPoolSize());
    }

    private synchronized void more(int needed) {
        if (needed > getCorePoolSize()) {
            setCorePoolSize(needed);
        }
    }

    private void lookOut() {
        while (open) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException closing) {
                return;
            }
            look();
        }
    }

    /** Replaces those that are held, and once in a while lets go of those that were not needed. */
    synchronized void look() {
        int needed = needed();
        more(needed);
        mostNeeded = Math.max(mostNeeded, needed);
        looks++;
        if (looks == LOOKS_UNTIL_FEWER) {
            if (mostNeeded < getCorePoolSize()) {
                setCorePoolSize(mostNeeded);
            }
            looks = 0;
            mostNeeded = inMemory;
        }
    }

    @Override
    public void close() {
        open = false;
        lookout.interrupt();
        shutdown();
    }

    private final class WebThread extends Thread {

        private volatile long since;
        private volatile boolean away;

        WebThread(Runnable task, ClassLoader loader) {
            super(task);
            setName("web-" + getId());
            setDaemon(true);
            setContextClassLoader(loader);
        }

        @Override
        public void run() {
            threads.add(this);
            try {
                super.run();
            } finally {
                threads.remove(this);
            }
        }
    }
}
