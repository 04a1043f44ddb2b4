package app.ajar.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One Chromium for all browser tests of a run, started by the first that asks and closed after the last. */
final class Browsers implements AutoCloseable {

    private static final List<String> QUIETLY = List.of(
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            // Whatever a page asks for, nothing outside this machine is ever reached.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    private final Playwright playwright;
    private final Path program;
    private final Browser shared;
    private final Map<String, Deque<Seat>> freeSeats = new HashMap<>();

    Browsers() {
        keepTheDriverUnderTarget();
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(ThisMachine.NO_DOWNLOAD));
        try {
            program = Chromium.on(new ThisMachine(playwright));
            shared = launch(UnaryOperator.identity());
        } catch (RuntimeException none) {
            playwright.close();
            throw none;
        }
    }

    Browser shared() {
        return shared;
    }

    /** An emptied profile of a kind, if one is free. */
    Optional<Seat> free(String kind) {
        return Optional.ofNullable(freeSeats.get(kind)).map(Deque::poll);
    }

    /** Takes a profile back from the one who had it. */
    void leave(Seat seat) {
        if (seat.empty()) {
            freeSeats.computeIfAbsent(seat.kind(), kind -> new ArrayDeque<>()).push(seat);
        } else {
            seat.close();
        }
    }

    /** A browser of its own for a test that needs other settings. Whoever asks for it closes it. */
    Browser launch(UnaryOperator<BrowserType.LaunchOptions> settings) {
        boolean sandbox = !ThisMachine.root();
        BrowserType.LaunchOptions options = settings.apply(new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setArgs(QUIETLY)
                .setChromiumSandbox(sandbox));
        try {
            return playwright.chromium().launch(options);
        } catch (PlaywrightException problem) {
            if (!sandbox || !String.valueOf(problem.getMessage()).contains("sandbox")) {
                throw problem;
            }
            // Some systems forbid ordinary users a sandbox. It only ever sees this program's own pages.
            System.out.println("Chromium gets no sandbox on this system: running it without one.");
            return playwright.chromium().launch(options.setChromiumSandbox(false));
        }
    }

    @Override
    public void close() {
        shared.close();
        playwright.close();
    }

    private static void keepTheDriverUnderTarget() {
        try {
            Path folder =
                    Files.createDirectories(Path.of("target", "playwright").toAbsolutePath());
            System.setProperty("playwright.driver.tmpdir", folder.toString());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
