package app.ajar.shared;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Receives a form before anybody else reads it. One that comes slowly holds no thread while it comes: the request is set
 * aside until all of it is here, a minute at most, and where too many wait the oldest gives way. One that is too large or
 * cannot be read becomes a plain 4xx page; Tomcat's own complaint would quote what was typed, and be logged with it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
public class ReadableForms extends OncePerRequestFilter {

    /** On a request whose body never came whole: nobody should wait for the rest. */
    public static final String GIVEN_UP = ReadableForms.class.getName() + ".givenUp";

    /** On a request with a body: an {@link Integer}, how many bytes of it can be read without waiting. */
    public static final String HERE = ReadableForms.class.getName() + ".here";

    /** Far above the longest note, so that a text that is too long can be given back instead of being thrown away. */
    static final int LARGEST = 512 * 1024;

    /** What is larger is read to its end up to here, or the connection would break before the page that says so. */
    static final int LARGEST_SWALLOWED = 64 << 20;

    static final int MOST_WAITING = 512;

    private static final long A_MINUTE = 60_000;
    private static final String RECEIVED = ReadableForms.class.getName() + ".received";

    private static final int STREAMS_AT_ONCE = 8;
    private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(30);

    private final List<String> streamed;
    private final Semaphore streams = new Semaphore(STREAMS_AT_ONCE);
    private final Deque<Coming> waiting = new ArrayDeque<>();

    ReadableForms(ObjectProvider<StreamedForm> streamed) {
        this.streamed = streamed.stream().map(StreamedForm::path).toList();
    }

    /** The second time, when all has come, counts like the first. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            if (request.getAttribute(RECEIVED) instanceof Coming coming) {
                receive(request, response, chain, coming.bytes());
            } else {
                response.sendError(HttpStatus.REQUEST_TIMEOUT.value());
            }
            return;
        }
        long length = request.getContentLengthLong();
        if (length == 0 || length < 0 && request.getHeader("Transfer-Encoding") == null) {
            check(isStreamed(request) ? request : new ReceivedForm(request, new byte[0]), response, chain);
        } else if (isStreamed(request)) {
            stream(request, response, chain);
        } else if (length > LARGEST_SWALLOWED) {
            request.setAttribute(GIVEN_UP, Boolean.TRUE);
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else if (length > 0 && request.getAttribute(HERE) instanceof Integer here && length <= here) {
            receive(request, response, chain, request.getInputStream().readNBytes((int) length));
        } else {
            setAside(request);
        }
    }

    private boolean isStreamed(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                && streamed.contains(request.getRequestURI());
    }

    /** Holds a thread while it is read, so only a few may; what nobody wanted of it is read to its end, but not for ever. */
    private void stream(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!streams.tryAcquire()) {
            request.setAttribute(GIVEN_UP, Boolean.TRUE);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        try {
            check(request, response, chain);
            if (!drained(request.getInputStream())) {
                request.setAttribute(GIVEN_UP, Boolean.TRUE);
            }
        } finally {
            streams.release();
        }
    }

    private static boolean drained(InputStream in) {
        byte[] piece = new byte[8192];
        long began = System.nanoTime();
        long length = 0;
        try {
            while (length < LARGEST_SWALLOWED && System.nanoTime() - began < LONGEST_REST) {
                int read = in.read(piece);
                if (read < 0) {
                    return true;
                }
                length += read;
            }
        } catch (IOException broken) {
            return false;
        }
        return false;
    }

    private static void receive(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, byte @Nullable [] bytes)
            throws ServletException, IOException {
        if (bytes == null || bytes.length > LARGEST) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            check(new ReceivedForm(request, bytes), response, chain);
        }
    }

    private static void check(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int refused = 0;
        try {
            request.getParameterMap();
        } catch (InvalidParameterException unreadable) {
            refused = unreadable.getErrorCode();
        } catch (IllegalStateException unreadable) {
            refused = HttpStatus.BAD_REQUEST.value();
        }
        if (refused == 0) {
            chain.doFilter(request, response);
        } else {
            response.sendError(refused);
        }
    }

    private void setAside(HttpServletRequest request) throws IOException {
        AsyncContext later = request.startAsync();
        later.setTimeout(A_MINUTE);
        var coming = new Coming(request, later);
        later.addListener(coming);
        Coming oldest = null;
        synchronized (waiting) {
            waiting.addLast(coming);
            if (waiting.size() > MOST_WAITING) {
                oldest = waiting.pollFirst();
            }
        }
        if (oldest != null) {
            oldest.giveUp();
        }
        request.getInputStream().setReadListener(coming);
    }

    /** A body on its way, read as it comes by whichever thread is told that some of it is here. */
    private final class Coming implements ReadListener, AsyncListener {

        private final HttpServletRequest request;
        private final AsyncContext later;
        private final AtomicBoolean decided = new AtomicBoolean();
        private final byte[] piece = new byte[4096];
        private @Nullable ByteArrayOutputStream body = new ByteArrayOutputStream();
        private int length;

        Coming(HttpServletRequest request, AsyncContext later) {
            this.request = request;
            this.later = later;
        }

        /** Nothing if it was too large to keep. */
        byte @Nullable [] bytes() {
            ByteArrayOutputStream kept = body;
            return kept == null ? null : kept.toByteArray();
        }

        @Override
        public void onDataAvailable() throws IOException {
            ServletInputStream in = request.getInputStream();
            int read;
            while (in.isReady() && (read = in.read(piece)) >= 0) {
                length += read;
                ByteArrayOutputStream kept = body;
                if (length > LARGEST_SWALLOWED) {
                    giveUp();
                    return;
                }
                if (length > LARGEST) {
                    body = null;
                } else if (kept != null) {
                    kept.write(piece, 0, read);
                }
            }
        }

        @Override
        public void onAllDataRead() {
            if (decided.compareAndSet(false, true)) {
                forget();
                request.setAttribute(RECEIVED, this);
                later.dispatch();
            }
        }

        /** The connection broke: there is nobody to answer. */
        @Override
        public void onError(Throwable broken) {
            if (decided.compareAndSet(false, true)) {
                forget();
                later.complete();
            }
        }

        void giveUp() {
            if (decided.compareAndSet(false, true)) {
                forget();
                request.setAttribute(GIVEN_UP, Boolean.TRUE);
                later.dispatch();
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            giveUp();
        }

        @Override
        public void onError(AsyncEvent event) {
            onError(new IOException("The connection broke"));
        }

        @Override
        public void onComplete(AsyncEvent event) {
            forget();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {}

        private void forget() {
            synchronized (waiting) {
                waiting.remove(this);
            }
        }
    }
}
