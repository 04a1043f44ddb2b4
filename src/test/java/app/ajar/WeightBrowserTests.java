package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.BrowserCase;
import app.ajar.support.Profile;
import app.ajar.support.SitePages;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a visit costs: bytes over the wire, headers and fonts included, and nothing kept in the browser. */
class WeightBrowserTests extends BrowserCase {

    private static final int FIRST_VISIT_BYTES = 160 * 1024;
    private static final int FIRST_VISIT_REQUESTS = 7;
    private static final int LATER_PAGE_BYTES = 20 * 1024;

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
        List<String> pages = SitePages.publicPages(reader());
        assertThat(pages).hasSizeGreaterThan(20);
        for (String path : pages) {
            scale.visit(path);
            if (scale.kilobytes() > most) {
                most = scale.kilobytes();
                heaviest = path;
            }
            assertThat(scale.bytes).as("bytes of " + path).isBetween(1L, (long) LATER_PAGE_BYTES);
        }
        System.out.printf("Weight: heaviest later page of %d: %s with %.1f KB%n", pages.size(), heaviest, most);
        assertThat(reader.context().cookies())
                .as("cookies after every public page")
                .isEmpty();
        assertThat((Integer) reader.page().evaluate("localStorage.length + sessionStorage.length"))
                .as("things kept in the browser")
                .isZero();
    }

    /** Weighs one page after another in the same tab. */
    private static final class Scale {

        private final Page page;
        private final CDPSession session;
        private long bytes;
        private int requests;

        Scale(Profile reader) {
            page = reader.page();
            session = reader.context().newCDPSession(page);
            session.send("Network.enable");
            session.on("Network.loadingFinished", this::finished);
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
