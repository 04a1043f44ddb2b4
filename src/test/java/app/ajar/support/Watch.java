package app.ajar.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/** Notes down what no page may do, whatever the test is about. */
final class Watch {

    /** Says it aloud when a page shows the key of a message that is missing. */
    private static final String LOOK_FOR_KEYS = """
            // The browser's own error pages are none of ours.
            if (location.protocol === "http:") addEventListener("DOMContentLoaded", () => {
              const key = /\\?\\?[\\w.-]+\\?\\?/.exec(document.documentElement.textContent);
              if (key) console.error("A message is missing: " + key[0]);
            });""";

    private final List<String> allowed = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Watch(BrowserContext context) {
        context.addInitScript(LOOK_FOR_KEYS);
        context.onRequest(this::asked);
        context.onResponse(this::answered);
        context.onConsoleMessage(this::said);
        context.onWebError(error -> complaints.add("A script stopped: " + error.error()));
    }

    /** From now on for somebody else, who may ask these addresses. */
    void begin(String... addresses) {
        complaints.clear();
        allowed.clear();
        for (String address : addresses) {
            allowed.add(address.replaceFirst("(?<=[^:/])/.*", ""));
        }
    }

    List<String> complaints() {
        return complaints;
    }

    private void asked(Request request) {
        if (allowed.stream()
                .noneMatch(site -> request.url().equals(site) || request.url().startsWith(site + "/"))) {
            complaints.add("Another host was asked: " + request.url());
        }
    }

    private void answered(Response response) {
        boolean part = !response.request().isNavigationRequest();
        // Both answer so to say that a notebook is closed, or why words are not kept: that is their whole use.
        boolean tells =
                response.url().endsWith("/notebook/pulse") || response.url().endsWith("/notebook/autosave");
        if (part && response.status() >= 400 && !tells) {
            complaints.add("A part of a page is missing: " + response.status() + " " + response.url());
        }
    }

    private void said(ConsoleMessage message) {
        // Chromium logs every answer of 400 and more as an error; pages may answer so, and parts are looked at above.
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add("On the console: " + message.text());
        }
    }
}
