package app.ajar.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What all browser tests share: the browser, readers with a fresh profile each, and an eye on what no page may ever do.
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

    private static final long CLOSING_MS = 20_000;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<Browser> ownBrowsers = new ArrayList<>();
    private final Watch watch = new Watch();

    @BeforeEach
    final void knowTheSite() {
        watch.allow(site(), Elsewhere.address());
    }

    @AfterEach
    final void nothingWasAmiss() {
        contexts.forEach(BrowserCase::close);
        ownBrowsers.forEach(Browser::close);
        assertThat(watch.complaints()).as("what pages did wrong").isEmpty();
    }

    /** A browser now and then never says that a profile is closed. It then goes with the browser, and the run goes on. */
    private static void close(BrowserContext context) {
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
            context.close();
        } catch (PlaywrightException late) {
            System.out.println("A browser profile did not close in time: " + late.getMessage());
        } finally {
            bound.cancel();
            Thread.interrupted();
        }
    }

    protected final String site() {
        return "http://localhost:" + port;
    }

    /** Somebody with a browser of their own, at a desk. */
    protected final Profile reader(Scripts scripts) {
        return reader(new Browser.NewContextOptions().setJavaScriptEnabled(scripts == Scripts.ON));
    }

    protected final Profile reader() {
        return reader(Scripts.ON);
    }

    protected final Profile reader(Browser.NewContextOptions options) {
        return in(BROWSERS.get().shared(), options);
    }

    /** Somebody with a phone. */
    protected final Profile phone(Scripts scripts) {
        return reader(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts == Scripts.ON)
                .setViewportSize(PHONE_WIDE, PHONE_HIGH));
    }

    /** A reader whose browser runs with other settings than everybody else's. */
    protected final Profile readerWith(UnaryOperator<BrowserType.LaunchOptions> settings) {
        Browser browser = BROWSERS.get().launch(settings);
        ownBrowsers.add(browser);
        return in(browser, new Browser.NewContextOptions());
    }

    private Profile in(Browser browser, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setBaseURL(site()).setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MS);
        contexts.add(context);
        watch.over(context);
        return new Profile(context);
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
