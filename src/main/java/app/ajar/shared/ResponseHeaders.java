package app.ajar.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the protective headers on every response, errors and static files included. It stands before every other filter.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ResponseHeaders extends OncePerRequestFilter {

    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private static final String PERMISSIONS_POLICY = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), "
            + "display-capture=(), geolocation=(), gyroscope=(), idle-detection=(), interest-cohort=(), "
            + "magnetometer=(), microphone=(), payment=(), usb=()";

    /** What every response has. */
    static final Map<String, String> PROTECTIVE = Collections.unmodifiableMap(protective());

    /** What a response has that the reader gets by TLS. */
    static final Map<String, String> STRICT_TRANSPORT =
            Map.of("Strict-Transport-Security", "max-age=63072000; includeSubDomains");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        protect(response, request.isSecure());
        chain.doFilter(request, new LaterAgain(response, request.isSecure()));
    }

    /** A form that was set aside while it came goes through the filters a second time, and with another response. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** Sets them; also for what is answered before any filter: by the web server's own refusal. */
    static void protect(HttpServletResponse response, boolean secure) {
        PROTECTIVE.forEach(response::setHeader);
        if (secure) {
            STRICT_TRANSPORT.forEach(response::setHeader);
        }
        // Private until a page says otherwise: forgetting to mark a page must not leave it in a cache.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static Map<String, String> protective() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Permissions-Policy", PERMISSIONS_POLICY);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        return headers;
    }

    /** Whoever says that the site is busy says when to come back; whoever begins anew is as well protected as before. */
    private static final class LaterAgain extends HttpServletResponseWrapper {

        private final boolean secure;

        LaterAgain(HttpServletResponse response, boolean secure) {
            super(response);
            this.secure = secure;
        }

        @Override
        public void reset() {
            super.reset();
            protect(this, secure);
        }

        @Override
        public void setStatus(int status) {
            super.setStatus(status);
            if (status == HttpStatus.SERVICE_UNAVAILABLE.value() && !containsHeader(HttpHeaders.RETRY_AFTER)) {
                setHeader(HttpHeaders.RETRY_AFTER, Turnstile.RETRY_AFTER_SECONDS);
            }
        }
    }
}
