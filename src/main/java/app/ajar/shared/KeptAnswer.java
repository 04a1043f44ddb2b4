package app.ajar.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * An answer that is the same for everybody, as ready bytes: as they are, and gzipped where that saves something. Each of
 * the two has a strong ETag of its own (RFC 9110, 8.8.1), made of its bytes.
 */
final class KeptAnswer {

    private static final String CDN_CACHE_CONTROL = "CDN-Cache-Control";
    private static final Pattern REFUSED_GZIP = Pattern.compile("gzip *; *q=0(\\.0*)?(?![.\\d])");

    private static final HeaderLines STRICT_TRANSPORT = new HeaderLines(ResponseHeaders.STRICT_TRANSPORT);

    /** One form of the answer, and the headers that come with it. */
    private record Form(byte[] bytes, String tag, Map<String, String> headers, HeaderLines lines) {

        static Form of(byte[] bytes, Map<String, String> common) {
            String tag = '"' + HexFormat.of().formatHex(digest(bytes), 0, 12) + '"';
            var headers = new LinkedHashMap<>(ResponseHeaders.PROTECTIVE);
            headers.putAll(common);
            headers.put(HttpHeaders.ETAG, tag);
            return new Form(bytes, tag, headers, new HeaderLines(headers));
        }

        private static byte[] digest(byte[] bytes) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("SHA-256 is part of every Java", impossible);
            }
        }
    }

    private final String contentType;
    private final Form plain;
    private final @Nullable Form gzipped;

    private KeptAnswer(byte[] plain, String contentType, Map<String, String> caching) {
        this.contentType = contentType;
        byte[] smaller = gzip(plain);
        if (smaller.length < plain.length * 9L / 10) {
            var headers = new LinkedHashMap<>(caching);
            headers.put(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            this.plain = Form.of(plain, headers);
            this.gzipped = Form.of(smaller, headers);
        } else {
            this.plain = Form.of(plain, caching);
            this.gzipped = null;
        }
    }

    /**
     * A page. A browser asks each time whether it is current, so that a new edition shows at once. A CDN need not ask
     * for half a minute, and may show what it has for a day while the site cannot be reached (RFC 9213, RFC 5861).
     */
    static KeptAnswer page(byte[] bytes, String contentType) {
        return new KeptAnswer(
                bytes,
                contentType,
                Map.of(
                        HttpHeaders.CACHE_CONTROL,
                        "public, no-cache",
                        CDN_CACHE_CONTROL,
                        "public, max-age=30, stale-while-revalidate=60, stale-if-error=86400"));
    }

    /** A file whose address changes with its content. */
    static KeptAnswer file(byte[] bytes, String contentType) {
        return new KeptAnswer(
                bytes, contentType, Map.of(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable"));
    }

    /** How much memory it takes, in bytes. */
    int size() {
        return plain.bytes().length + (gzipped == null ? 0 : gzipped.bytes().length);
    }

    /** Answers with the form that the browser takes, or says that it has it already. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Form form = form(request);
        form.headers.forEach(response::setHeader);
        if (request.isSecure()) {
            ResponseHeaders.STRICT_TRANSPORT.forEach(response::setHeader);
        }
        send(form, request, response);
    }

    /**
     * The same, before anything else has touched the response.
     *
     * @param headers the headers of {@code response}
     * @param secure whether the reader came by TLS
     */
    void sendFirst(HttpServletRequest request, HttpServletResponse response, MimeHeaders headers, boolean secure)
            throws IOException {
        Form form = form(request);
        form.lines.addTo(headers);
        if (secure) {
            STRICT_TRANSPORT.addTo(headers);
        }
        send(form, request, response);
    }

    private Form form(HttpServletRequest request) {
        return gzipped != null && takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING)) ? gzipped : plain;
    }

    private void send(Form form, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (knows(request.getHeader(HttpHeaders.IF_NONE_MATCH), form)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        if (form == gzipped) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        write(form, request, response);
    }

    /** The same words under a status that tells of a problem: never to be kept by anybody. */
    void sendAs(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ResponseHeaders.protect(response, request.isSecure());
        response.setStatus(status);
        write(plain, request, response);
    }

    private void write(Form form, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(contentType);
        response.setContentLength(form.bytes().length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(form.bytes());
        }
    }

    /** Compared weakly (RFC 9110, 13.1.2): a proxy that zips by itself puts W/ before the tag. */
    private static boolean knows(@Nullable String tags, Form form) {
        return tags != null && (tags.contains(form.tag()) || tags.strip().equals("*"));
    }

    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null
                && accepted.contains("gzip")
                && !(accepted.contains("q=0") && REFUSED_GZIP.matcher(accepted).find());
    }

    private static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 3 + 32);
        try (var gzip = new Smallest(out)) {
            gzip.write(plain);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return out.toByteArray();
    }

    /** It is done once and sent many times. */
    private static final class Smallest extends GZIPOutputStream {

        Smallest(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
