package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.BrowserCase;
import app.ajar.support.Profile;
import app.ajar.support.SitePages;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visit costs: bytes over the wire, requests and time, headers and fonts included; and nothing kept in the browser. */
class WeightBrowserTests extends BrowserCase {

    private static final int FIRST_VISIT_BYTES = 160 * 1024;
    private static final int FIRST_VISIT_REQUESTS = 7;
    private static final int LATER_PAGE_BYTES = 20 * 1024;

    /** A page, the style and the script of its feature, and two more. */
    private static final int LATER_PAGE_REQUESTS = 5;

    /**
     * "Slow 4G" as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s down and 0.75 Mbit/s up, both in bytes a second.
     */
    private static final Map<String, Object> SLOW_4G = Map.of(
            "offline", false, "latency", 150, "downloadThroughput", 1_638_400 / 8, "uploadThroughput", 768_000 / 8);

    /** "Slow 3G" as browsers offered it: what is left of a phone's connection in a cellar or on a train. */
    private static final Map<String, Object> SLOW_3G = Map.of(
            "offline", false, "latency", 400, "downloadThroughput", 400_000 / 8, "uploadThroughput", 400_000 / 8);

    private static final double LARGEST_SHOWN_MS = 1_500;

    /** When the largest thing on the screen was painted, in ms, and how far things moved before and after. */
    private static final String TIMES = """
            () => document.fonts.ready.then(() => new Promise((told) => {
              let largest = 0, moved = 0;
              new PerformanceObserver((list) => list.getEntries().forEach((entry) => { largest = entry.startTime; }))
                .observe({ type: "largest-contentful-paint", buffered: true });
              new PerformanceObserver((list) => list.getEntries().forEach((entry) => { moved += entry.value; }))
                .observe({ type: "layout-shift", buffered: true });
              // Two frames later all that was painted so far is in; a busy browser is late to tell when it was seen.
              const look = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() =>
                largest > 0 || performance.now() > 10000 ? told([largest, moved]) : look())));
              look();
            }))""";

    @Test
    void aFirstVisitIsLightAndALaterPageLighter() {
        Profile reader = newcomer();
        var scale = new Scale(reader);
        scale.visit("/");
        System.out.printf("Weight: first visit to / %.1f KB in %d requests%n", scale.kilobytes(), scale.requests);
        assertThat(scale.requests).isBetween(3, FIRST_VISIT_REQUESTS);
        assertThat(scale.bytes).isBetween(20_000L, (long) FIRST_VISIT_BYTES);

        String heaviest = "";
        double most = 0;
        int mostRequests = 0;
        List<String> pages = SitePages.publicPages(reader());
        assertThat(pages).hasSizeGreaterThan(20);
        for (String path : pages) {
            scale.visit(path);
            if (scale.kilobytes() > most) {
                most = scale.kilobytes();
                heaviest = path;
            }
            mostRequests = Math.max(mostRequests, scale.requests);
            assertThat(scale.bytes).as("bytes of " + path).isBetween(1L, (long) LATER_PAGE_BYTES);
            assertThat(scale.requests).as("requests of " + path).isBetween(1, LATER_PAGE_REQUESTS);
        }
        System.out.printf(
                "Weight: heaviest later page of %d: %s with %.1f KB; at most %d requests%n",
                pages.size(), heaviest, most, mostRequests);
        assertThat(scale.elsewhere).as("requests to anybody else").isEmpty();
        assertThat(reader.context().cookies())
                .as("cookies after every public page")
                .isEmpty();
        assertThat((Integer) reader.page().evaluate("localStorage.length + sessionStorage.length"))
                .as("things kept in the browser")
                .isZero();
    }

    /**
     * The whole site's, sent as the server sends them (zipped, each file by itself), and as they lie there: no page asks for
     * all of them. The second is what was reached; let it only sink.
     */
    @ParameterizedTest
    @CsvSource({"css, 24, 72", "js, 12, 23"})
    void allStylesAndAllScriptsAreSmall(String kind, int mostSent, int mostWritten) throws IOException {
        long sent = 0;
        long written = 0;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/static", kind))) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                written += bytes.length;
                sent += zipped(bytes);
            }
        }
        System.out.printf(
                "Weight: all %s %.1f KB as sent, %.1f KB as written%n", kind, sent / 1024.0, written / 1024.0);
        assertThat(sent).isBetween(1024L, mostSent * 1024L);
        assertThat(written).isLessThanOrEqualTo(mostWritten * 1024L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guide/what-a-no-is-made-of", "/walk", "/words", "/notebook"})
    void onSlow4gAPageStandsSoonAndNothingMoves(String path) {
        Paint paint;
        int looks = 0;
        do {
            paint = paint(path, SLOW_4G);
            System.out.printf("Weight: %s on slow 4G: %s%n", path, paint);
            assertThat(paint.moved).as("layout shift").isZero();
            // A machine that is busy with something else is no slow page.
        } while (paint.largest > LARGEST_SHOWN_MS && ++looks < 3);
        assertThat(paint.largest).as("largest contentful paint, ms").isBetween(150.0, LARGEST_SHOWN_MS);
    }

    /** Scripts come long after the page was seen there, and what they show must have had its place. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/guide/what-a-no-is-made-of", "/walk", "/words", "/notebook"})
    void onSlow3gNothingMoves(String path) {
        Paint paint = paint(path, SLOW_3G);
        System.out.printf("Weight: %s on slow 3G: %s%n", path, paint);
        assertThat(paint.largest).as("it was slowed down").isGreaterThan(400);
        assertThat(paint.moved).as("layout shift").isZero();
    }

    /** What a browser tells of the first moments of a page, the largest thing's in ms. */
    private record Paint(double largest, double moved) {

        @Override
        public String toString() {
            return "largest paint after %.0f ms, layout shift %.4f".formatted(largest, moved);
        }
    }

    private Paint paint(String path, Map<String, Object> network) {
        Profile reader = newcomer();
        Page page = reader.page();
        page.setViewportSize(390, 844);
        CDPSession session = reader.context().newCDPSession(page);
        session.send("Network.enable");
        session.send(
                "Network.emulateNetworkConditions",
                new Gson().toJsonTree(network).getAsJsonObject());
        page.navigate(path);
        List<?> times = (List<?>) page.evaluate(TIMES);
        return new Paint(((Number) times.get(0)).doubleValue(), ((Number) times.get(1)).doubleValue());
    }

    private static int zipped(byte[] bytes) {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return zipped.size();
    }

    /** Weighs one page after another in the same tab. */
    private final class Scale {

        private final Page page;
        private final CDPSession session;
        private final List<String> elsewhere = new ArrayList<>();
        private long bytes;
        private int requests;

        Scale(Profile reader) {
            page = reader.page();
            session = reader.context().newCDPSession(page);
            session.send("Network.enable");
            session.on("Network.loadingFinished", this::finished);
            page.onRequest(request -> {
                if (!request.url().startsWith(site() + "/")) {
                    elsewhere.add(request.url());
                }
            });
        }

        void visit(String path) {
            bytes = 0;
            requests = 0;
            page.navigate(path);
            page.evaluate("document.fonts.ready.then(() => true)");
            // Everything that was told before this answer is then in.
            session.send("Network.enable");
        }

        double kilobytes() {
            return bytes / 1024.0;
        }

        private void finished(JsonObject event) {
            // Nothing came over the wire for what the browser still had.
            if (event.get("encodedDataLength").getAsLong() > 0) {
                bytes += event.get("encodedDataLength").getAsLong();
                requests++;
            }
        }
    }
}
