package app.ajar.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/**
 * A browser profile in which one reader sits after another. Making one takes Chromium a third of a second, so those of a
 * kind are used again, emptied: no page, no cookie, no history. What stays is the cache of files that never change.
 */
final class Seat {

    private static final long CLOSING_MS = 20_000;

    private final String kind;
    private final BrowserContext context;
    private final Watch watch;

    /** @param kind readers of the same kind may sit here later; empty for one who needs a seat of their own */
    Seat(String kind, BrowserContext context) {
        this.kind = kind;
        this.context = context;
        this.watch = new Watch(context);
    }

    String kind() {
        return kind;
    }

    BrowserContext context() {
        return context;
    }

    Watch watch() {
        return watch;
    }

    /** Makes it as if nobody had been here; false if the next reader had better sit elsewhere. */
    boolean empty() {
        if (kind.isEmpty()) {
            return false;
        }
        List<Page> pages = List.copyOf(context.pages());
        return inTime(() -> {
            pages.forEach(Page::close);
            context.unrouteAll();
            context.setOffline(false);
            context.clearCookies();
        });
    }

    void close() {
        inTime(context::close);
    }

    /** A browser now and then never says that something is closed. It then goes with the browser, and the run goes on. */
    private static boolean inTime(Runnable work) {
        Thread waiting = Thread.currentThread();
        var bound = new Timer(true);
        bound.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        waiting.interrupt();
                    }
                },
                CLOSING_MS);
        try {
            work.run();
            return true;
        } catch (PlaywrightException late) {
            System.out.println("A browser profile did not close in time: " + late.getMessage());
            return false;
        } finally {
            bound.cancel();
            Thread.interrupted();
        }
    }
}
