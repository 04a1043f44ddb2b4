package app.ajar.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in only as many requests as the machine can work on, and tells the others at once to come back, with a page that
 * is already made. What is answered from memory never comes here; leaving and the questions of a watchdog pass freely; a
 * page that is being made for everybody has turns of its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public class Turnstile extends OncePerRequestFilter {

    static final String RETRY_AFTER_SECONDS = "5";

    private static final int RENDERS_AT_ONCE = 4;
    private static final int SECONDS_FOR_A_RENDER = 10;

    private final PageCache pages;
    private final TurnstileSettings settings;
    private final Semaphore turns;
    private final Semaphore renders = new Semaphore(RENDERS_AT_ONCE, true);
    private final LongAdder turnedAway = new LongAdder();

    Turnstile(PageCache pages, TurnstileSettings settings) {
        this.pages = pages;
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /** Requests worked on now. */
    public int inside() {
        return settings.atOnce() - turns.availablePermits();
    }

    /** Requests told to come back later since the start. */
    public long turnedAway() {
        return turnedAway.sum();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/exit") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean forEverybody = request.getAttribute(PageCache.RENDERS) != null;
        Semaphore way = forEverybody ? renders : turns;
        if (!(forEverybody ? turn(way, TimeUnit.SECONDS.toMillis(SECONDS_FOR_A_RENDER)) : turn(way))) {
            turnedAway.increment();
            pages.sendBusy(request, response, RETRY_AFTER_SECONDS);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            way.release();
        }
    }

    private boolean turn(Semaphore way) {
        // Without a queue's limit, those who wait would hold the threads that reading needs.
        return way.tryAcquire()
                || way.getQueueLength() < settings.waiting()
                        && turn(way, settings.patience().toMillis());
    }

    private static boolean turn(Semaphore way, long milliseconds) {
        try {
            return way.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
