package app.ajar.server;

import app.ajar.shared.PageCache;
import app.ajar.shared.ReadableForms;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Stands before everything else in Tomcat, hands out what is kept in memory, and times every request. A valve, not a
 * filter: measured, a filter costs half as much again for each answer, since it comes after the web application has been
 * set up for a request.
 */
final class FrontDoor extends ValveBase {

    private final PageCache pages;
    private final Measures measures;
    private final WebThreads threads;

    FrontDoor(PageCache pages, Measures measures, WebThreads threads) {
        super(true);
        this.pages = pages;
        this.measures = measures;
        this.threads = threads;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        long began = System.nanoTime();
        threads.begin(began);
        try {
            if (!pages.answer(request, response, response.getCoyoteResponse().getMimeHeaders(), isSecure(request))) {
                threads.leave();
                tellHowMuchIsHere(request);
                getNext().invoke(request, response);
            }
            if (!request.isAsync()) {
                // Now, while this thread still counts as busy: what stops must not overtake the last bytes of an
                // answer.
                response.finishResponse();
            }
            if (request.getAttribute(ReadableForms.GIVEN_UP) != null) {
                // Else Tomcat would hold a thread to read what the client never sends. Not before the answer is out: of
                // one that is still held back, Tomcat would make a fault of the program's.
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        } finally {
            threads.end();
            if (!request.isAsync()) {
                String path = request.getRequestURI();
                measures.took(path == null ? "/" : path, response.getStatus(), System.nanoTime() - began);
            }
        }
    }

    /** A form that came with its headers need not be waited for. */
    private static void tellHowMuchIsHere(Request request) {
        if (request.getContentLengthLong() > 0) {
            var received = request.getCoyoteRequest();
            received.action(ActionCode.AVAILABLE, Boolean.FALSE);
            request.setAttribute(ReadableForms.HERE, received.getAvailable());
        }
    }

    /**
     * Whether the reader came by TLS. A proxy's word is taken unasked here, since it is before the valve that asks: all
     * that hangs on it is a header that browsers heed over TLS alone (RFC 6797, 8.1).
     */
    private static boolean isSecure(Request request) {
        return request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    }
}
