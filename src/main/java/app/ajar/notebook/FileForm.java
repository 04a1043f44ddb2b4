package app.ajar.notebook;

import app.ajar.shared.StreamedForm;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the one form of this site that sends a file, and reads no more of it than its token: the file stays a stream until
 * the token and the pass were found right. The server's own reading of such forms would take every file of anybody into
 * memory or onto the disk first, which is why that is switched off.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class FileForm extends OncePerRequestFilter {

    static final String PATH = "/notebook/import";

    /** The request attribute with the {@link InputStream} of the file that was sent, if one was. */
    static final String FILE = "app.ajar.notebook.file";

    private static final String TOKEN = "_csrf";
    private static final int LONGEST_TOKEN = 1_000;

    /** Headers of one part: a file's name may be long, and is never looked at. */
    private static final int LONGEST_HEADERS = 4_096;

    /** Only a few such forms are read at a time: each holds a thread while it comes. */
    @Bean
    static StreamedForm fileIsStreamed() {
        return new StreamedForm(PATH);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !(request.getMethod().equals("POST")
                && request.getRequestURI().equals(PATH)
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = null;
        try {
            var form = new FileUpload();
            form.setPartHeaderSizeMax(LONGEST_HEADERS);
            FileItemIterator parts = form.getItemIterator(new ServletRequestContext(request));
            token = token(parts);
            if (token != null && parts.hasNext()) {
                FileItemStream file = parts.next();
                if (!file.isFormField()) {
                    request.setAttribute(FILE, file.openStream());
                }
            }
        } catch (IOException | RuntimeException malformed) {
            // Without a token it is refused like any other form that is.
            token = null;
        }
        chain.doFilter(new WithToken(request, token), response);
    }

    private static @Nullable String token(FileItemIterator parts) throws IOException {
        if (!parts.hasNext()) {
            return null;
        }
        FileItemStream first = parts.next();
        if (!first.isFormField() || !TOKEN.equals(first.getFieldName())) {
            return null;
        }
        try (InputStream in = first.openStream()) {
            return new String(in.readNBytes(LONGEST_TOKEN), StandardCharsets.US_ASCII);
        }
    }

    private static final class WithToken extends HttpServletRequestWrapper {

        private final @Nullable String token;

        WithToken(HttpServletRequest request, @Nullable String token) {
            super(request);
            this.token = token;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return TOKEN.equals(name) ? token : super.getParameter(name);
        }
    }
}
