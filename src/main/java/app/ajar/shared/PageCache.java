package app.ajar.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps what is the same for everybody as ready bytes. {@link #answer} stands before everything else in the server; what
 * it does not have goes on, and is rendered and kept here, by one request at a time for each page, while others that
 * want the same page wait for it. {@link #clear()} after a new edition; a new day clears it too, because helplines age.
 *
 * <p>What is kept is bounded: only handlers marked {@link PublicPage} and files are, under one plain spelling of their
 * address, and never more than {@link #MOST_BYTES}. What no longer fits is rendered each time.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class PageCache extends OncePerRequestFilter implements WebMvcConfigurer, HandlerInterceptor {

    static final int MOST_ANSWERS = 1_000;
    static final int MOST_BYTES = 16 << 20;

    /** On a request whose answer is about to be kept. */
    static final String RENDERS = PageCache.class.getName() + ".renders";

    private static final String PUBLIC = PageCache.class.getName() + ".public";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final long A_DAY = Duration.ofDays(1).toMillis();

    private final Clock clock;
    private final Predicate<String> mayBeKept;
    private final LongAdder hits = new LongAdder();
    private final LongAdder renders = new LongAdder();
    private volatile Kept kept;

    PageCache(Clock clock, Predicate<String> mayBeKept) {
        this.clock = clock;
        this.mayBeKept = mayBeKept;
        this.kept = new Kept(today());
    }

    /** Forgets everything that is kept. The next visit renders it anew. */
    public void clear() {
        kept = new Kept(today());
    }

    /**
     * Answers from memory if it can.
     *
     * @param headers the headers of {@code response}, which has none yet
     * @param secure whether the reader came by TLS
     * @return whether it did
     */
    public boolean answer(HttpServletRequest request, HttpServletResponse response, MimeHeaders headers, boolean secure)
            throws IOException {
        String path = request.getRequestURI();
        // There is no address where the request could not be read at all.
        KeptAnswer ready = path == null ? null : current().answers.get(path);
        if (ready == null || !isRead(request)) {
            return false;
        }
        hits.increment();
        ready.sendFirst(request, response, headers, secure);
        return true;
    }

    /**
     * Answers that the site is busy, with a page that is made once.
     *
     * @param seconds when to try again
     */
    void sendBusy(HttpServletRequest request, HttpServletResponse response, String seconds)
            throws ServletException, IOException {
        Kept current = current();
        KeptAnswer page = current.busy;
        if (page == null) {
            page = makeBusy(request, response);
            current.busy = page;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        page.sendAs(HttpStatus.SERVICE_UNAVAILABLE.value(), request, response);
    }

    /** Included, not forwarded: a forward would close the answer. */
    private static KeptAnswer makeBusy(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Object before = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.SERVICE_UNAVAILABLE.value());
        try {
            var caught = new ContentCachingResponseWrapper(response);
            request.getRequestDispatcher("/error").include(new WholePage(request), caught);
            return KeptAnswer.page(caught.getContentAsByteArray(), HTML);
        } finally {
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, before);
        }
    }

    /** Answers given from memory since the start. */
    public long hits() {
        return hits.sum();
    }

    /** Answers rendered to be kept since the start. */
    public long renders() {
        return renders.sum();
    }

    /** Answers kept now. */
    public int count() {
        return kept.answers.size();
    }

    /** The memory they take, in bytes. */
    public int bytes() {
        return kept.bytes();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler
                || handler instanceof HandlerMethod method && method.hasMethodAnnotation(PublicPage.class)) {
            request.setAttribute(PUBLIC, Boolean.TRUE);
        }
        return true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (!isRead(request) || !mayBeKept.test(path)) {
            chain.doFilter(request, response);
            return;
        }
        Kept current = current();
        var mine = new CompletableFuture<@Nullable KeptAnswer>();
        CompletableFuture<@Nullable KeptAnswer> first = current.underWay.putIfAbsent(path, mine);
        if (first != null) {
            KeptAnswer answer = first.join();
            if (answer == null) {
                chain.doFilter(request, response);
            } else {
                answer.send(request, response);
            }
            return;
        }
        KeptAnswer answer = null;
        try {
            // Another request may have finished between the look into memory and this one's turn.
            answer = current.answers.get(path);
            if (answer == null) {
                answer = render(current, request, response, chain);
            }
        } finally {
            mine.complete(answer);
            current.underWay.remove(path);
        }
        if (answer != null) {
            answer.send(request, response);
        }
    }

    /** @return nothing if the page is not the same for everybody; then it has been sent */
    private @Nullable KeptAnswer render(
            Kept current, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caught = new ContentCachingResponseWrapper(response);
        request.setAttribute(RENDERS, Boolean.TRUE);
        chain.doFilter(new WholePage(request), caught);
        if (request.getAttribute(PUBLIC) == null || caught.getStatus() != HttpStatus.OK.value()) {
            caught.copyBodyToResponse();
            return null;
        }
        renders.increment();
        byte[] bytes = caught.getContentAsByteArray();
        String type = caught.getContentType() == null ? HTML : caught.getContentType();
        String path = request.getRequestURI();
        KeptAnswer answer = PublicAddresses.isFile(path) ? KeptAnswer.file(bytes, type) : KeptAnswer.page(bytes, type);
        current.keep(path, answer);
        // Whatever headers came with it go: the first answer is to be like all that follow.
        caught.reset();
        return answer;
    }

    private static boolean isRead(HttpServletRequest request) {
        String method = request.getMethod();
        return "GET".equals(method) || "HEAD".equals(method);
    }

    private Kept current() {
        Kept current = kept;
        if (clock.millis() >= current.until) {
            current = new Kept(today());
            kept = current;
        }
        return current;
    }

    /** Days since 1970, by UTC. */
    private long today() {
        return Math.floorDiv(clock.millis(), A_DAY);
    }

    /** What is kept of one edition on one day. A page of an older one, still being rendered, ends up in the older one. */
    private static final class Kept {

        private final long until;
        private final Map<String, KeptAnswer> answers = new ConcurrentHashMap<>();
        private final Map<String, CompletableFuture<@Nullable KeptAnswer>> underWay = new ConcurrentHashMap<>();
        private int bytes;
        private volatile @Nullable KeptAnswer busy;

        Kept(long day) {
            until = (day + 1) * A_DAY;
        }

        synchronized void keep(String path, KeptAnswer answer) {
            if (answers.size() < MOST_ANSWERS && bytes + answer.size() <= MOST_BYTES) {
                bytes += answer.size();
                answers.put(path, answer);
            }
        }

        synchronized int bytes() {
            return bytes;
        }
    }

    /** What is kept answers GET too, so a HEAD must make all of it. */
    private static final class WholePage extends HttpServletRequestWrapper {

        WholePage(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
