package app.ajar.shared;

import org.jspecify.annotations.Nullable;

/** Whoever runs Ajar has to change something before it can start: says what is wrong, and what to do, in plain sentences. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public CannotStart(String what, String remedy, @Nullable Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
