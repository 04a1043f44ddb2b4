package app.ajar.attempts;

import java.time.Duration;

/** No try is left at this moment. Nothing was tried, and nothing was changed. */
public final class TooManyAttemptsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManyAttemptsException(Duration retryAfter) {
        // Thrown by the thousand in a flood, and never to be traced to somebody: without a trace it costs nothing.
        super(null, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** The wait until there is a try again, rounded up to whole seconds, one or more: what {@code Retry-After} takes. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
