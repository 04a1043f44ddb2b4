package app.ajar.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers pages that are the same for everybody from memory, ahead of Security and MVC. A page is rendered once, at its
 * first visit, and kept as ready bytes (plain and gzip) with an ETag; only handlers marked {@link PublicPage} are kept,
 * so the number of entries is the number of public pages. {@link #clear()} after a new edition; a new day clears it too,
 * because helplines age.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class PageCache extends OncePerRequestFilter implements WebMvcConfigurer, HandlerInterceptor {

    private static final String PUBLIC = PageCache.class.getName() + ".public";

    // An address written in another way (%67uide) is never kept: there is no end to such ways. Nor are files.
    private static final Pattern PLAIN_PATH = Pattern.compile("/|(/[a-z0-9-]+){1,3}");

    private final Clock clock;
    private volatile Pages pages;

    PageCache(Clock clock) {
        this.clock = clock;
        this.pages = new Pages(today());
    }

    /** Forgets every kept page. The next visit renders it anew. */
    public void clear() {
        pages = new Pages(today());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(PublicPage.class)) {
            request.setAttribute(PUBLIC, Boolean.TRUE);
        }
        return true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean get = "GET".equals(request.getMethod());
        if (!get && !"HEAD".equals(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        Pages current = currentPages();
        Page kept = current.byPath().get(request.getRequestURI());
        if (kept != null) {
            answer(kept, request, response);
            return;
        }
        if (!get || !PLAIN_PATH.matcher(request.getRequestURI()).matches()) {
            chain.doFilter(request, response);
            return;
        }
        var caught = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, caught);
        if (request.getAttribute(PUBLIC) != null && caught.getStatus() == HttpStatus.OK.value()) {
            Page page = Page.of(caught.getContentAsByteArray(), caught.getContentType());
            current.byPath().put(request.getRequestURI(), page);
            caught.resetBuffer();
            answer(page, request, response);
        } else {
            caught.copyBodyToResponse();
        }
    }

    private static void answer(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        response.setHeader(HttpHeaders.ETAG, page.etag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(page.etag())) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean gzip = accepted != null && accepted.contains("gzip");
        byte[] bytes = gzip ? page.gzipped() : page.plain();
        if (gzip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentType(page.contentType());
        response.setContentLength(bytes.length);
        if ("GET".equals(request.getMethod())) {
            response.getOutputStream().write(bytes);
        }
    }

    private Pages currentPages() {
        Pages current = pages;
        if (!current.day().equals(today())) {
            current = new Pages(today());
            pages = current;
        }
        return current;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private record Pages(LocalDate day, Map<String, Page> byPath) {
        Pages(LocalDate day) {
            this(day, new ConcurrentHashMap<>());
        }
    }

    private record Page(byte[] plain, byte[] gzipped, String etag, String contentType) {

        static Page of(byte[] plain, @Nullable String contentType) {
            try {
                var out = new ByteArrayOutputStream(plain.length / 3);
                try (var gzip = new GZIPOutputStream(out)) {
                    gzip.write(plain);
                }
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
                // Weak: the gzipped and the plain answer share it (RFC 9110, 8.8.1).
                String etag = "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + '"';
                String type = StringUtils.hasText(contentType) ? contentType : "text/html;charset=UTF-8";
                return new Page(plain, out.toByteArray(), etag, type);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("SHA-256 is part of every Java", impossible);
            }
        }
    }
}
