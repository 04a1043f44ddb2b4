package app.ajar.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
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

    /** One form of the answer. */
    private record Form(byte[] bytes, String tag) {

        static Form of(byte[] bytes) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Form(bytes, '"' + HexFormat.of().formatHex(digest, 0, 12) + '"');
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("SHA-256 is part of every Java", impossible);
            }
        }
    }

    private final String contentType;
    private final String cacheControl;
    private final @Nullable String cdnCacheControl;
    private final Form plain;
    private final @Nullable Form gzipped;

    private KeptAnswer(byte[] plain, String contentType, String cacheControl, @Nullable String cdnCacheControl) {
        this.contentType = contentType;
        this.cacheControl = cacheControl;
        this.cdnCacheControl = cdnCacheControl;
        this.plain = Form.of(plain);
        byte[] smaller = gzip(plain);
        this.gzipped = smaller.length < plain.length * 9L / 10 ? Form.of(smaller) : null;
    }

    /**
     * A page. A browser asks each time whether it is current, so that a new edition shows at once. A CDN need not ask
     * for half a minute, and may show what it has for a day while the site cannot be reached (RFC 9213, RFC 5861).
     */
    static KeptAnswer page(byte[] bytes, String contentType) {
        return new KeptAnswer(
                bytes,
                contentType,
                "public, no-cache",
                "public, max-age=30, stale-while-revalidate=60, stale-if-error=86400");
    }

    /** A file whose address changes with its content. */
    static KeptAnswer file(byte[] bytes, String contentType) {
        return new KeptAnswer(bytes, contentType, "public, max-age=31536000, immutable", null);
    }

    /** How much memory it takes, in bytes. */
    int size() {
        return plain.bytes().length + (gzipped == null ? 0 : gzipped.bytes().length);
    }

    /** Answers with the form that the browser takes, or says that it has it already. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ResponseHeaders.protect(response, request.isSecure());
        Form form = gzipped != null && takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING)) ? gzipped : plain;
        response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
        if (cdnCacheControl != null) {
            response.setHeader(CDN_CACHE_CONTROL, cdnCacheControl);
        }
        response.setHeader(HttpHeaders.ETAG, form.tag());
        if (gzipped != null) {
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
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
