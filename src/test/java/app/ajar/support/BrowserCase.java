package app.ajar.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What all browser tests share: the browser, readers whose profiles know nothing yet, and an eye on what no page may do.
 * A test fails at its end if any page asked another host, complained to the console, failed to load a part of itself or
 * showed the key of a missing message.
 */
@AjarBrowserTest
public abstract class BrowserCase {

    private static final double PATIENCE_MS = 15_000;
    private static final int PHONE_WIDE = 390;
    private static final int PHONE_HIGH = 844;

    @RegisterExtension
    static final BrowserOfTheRun BROWSERS = new BrowserOfTheRun();

    @LocalServerPort
    private int port;

    private final List<Seat> seats = new ArrayList<>();
    private final List<Browser> ownBrowsers = new ArrayList<>();

    @AfterEach
    final void nothingWasAmiss() {
        // First: what a page did last is heard while it closes.
        seats.forEach(BROWSERS.get()::leave);
        ownBrowsers.forEach(Browser::close);
        List<String> complaints = seats.stream()
                .flatMap(seat -> seat.watch().complaints().stream())
                .toList();
        assertThat(complaints).as("what pages did wrong").isEmpty();
    }

    protected final String site() {
        return "http://localhost:" + port;
    }

    /** Somebody at a desk, with a browser that knows nothing of anybody before. */
    protected final Profile reader(Scripts scripts) {
        return in(scripts + " at a desk", withScripts(scripts));
    }

    protected final Profile reader() {
        return reader(Scripts.ON);
    }

    /** Somebody with a phone. */
    protected final Profile phone(Scripts scripts) {
        return in(scripts + " on a phone", withScripts(scripts).setViewportSize(PHONE_WIDE, PHONE_HIGH));
    }

    /** Somebody whose browser was never used: with an empty cache, its own clock, or other settings. */
    protected final Profile newcomer(Browser.NewContextOptions options) {
        return sit(new Seat("", context(BROWSERS.get().shared(), options)));
    }

    protected final Profile newcomer() {
        return newcomer(new Browser.NewContextOptions());
    }

    /** A reader whose browser runs with other settings than everybody else's. */
    protected final Profile readerWith(UnaryOperator<BrowserType.LaunchOptions> settings) {
        Browser browser = BROWSERS.get().launch(settings);
        ownBrowsers.add(browser);
        return sit(new Seat("", context(browser, new Browser.NewContextOptions())));
    }

    private static Browser.NewContextOptions withScripts(Scripts scripts) {
        return new Browser.NewContextOptions().setJavaScriptEnabled(scripts == Scripts.ON);
    }

    private Profile in(String kind, Browser.NewContextOptions options) {
        String key = kind + " at " + site();
        Browsers browsers = BROWSERS.get();
        return sit(browsers.free(key).orElseGet(() -> new Seat(key, context(browsers.shared(), options))));
    }

    private Profile sit(Seat seat) {
        seats.add(seat);
        seat.watch().begin(site(), Elsewhere.address());
        return new Profile(seat.context());
    }

    private BrowserContext context(Browser browser, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setBaseURL(site()).setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MS);
        return context;
    }

    /** Starts the browser with the first class that needs it; JUnit closes it after the last. */
    static final class BrowserOfTheRun implements BeforeAllCallback {

        private static @Nullable Browsers browsers;
        private static @Nullable RuntimeException none;

        @Override
        public void beforeAll(ExtensionContext context) {
            if (none != null) {
                // One search is enough: it may have taken minutes.
                throw none;
            }
            try {
                browsers = context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(Browsers.class))
                        .computeIfAbsent(Browsers.class, key -> new Browsers(), Browsers.class);
            } catch (RuntimeException problem) {
                none = problem;
                throw problem;
            }
        }

        Browsers get() {
            return Objects.requireNonNull(browsers);
        }
    }
}
