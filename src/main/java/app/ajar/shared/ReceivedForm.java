package app.ajar.shared;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body has come whole. Its fields are read by Tomcat's own rules. To whoever comes after it looks like a
 * request that never had to wait: filters pass over those that did, and the check of a form's token is one of them.
 */
final class ReceivedForm extends HttpServletRequestWrapper {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST_FIELDS = 1_000;

    private final byte[] body;
    private @Nullable Map<String, String[]> fields;

    ReceivedForm(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    @Override
    public DispatcherType getDispatcherType() {
        DispatcherType type = super.getDispatcherType();
        return type == DispatcherType.ASYNC ? DispatcherType.REQUEST : type;
    }

    /** None: forms that send parts are read as a stream, and a body of parts sent to another form holds no answers. */
    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public @Nullable Part getPart(String name) {
        return null;
    }

    /** @throws RuntimeException of Tomcat's if it is no form that can be read */
    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> known = fields;
        if (known == null) {
            var all = new LinkedHashMap<>(super.getParameterMap());
            if (isForm()) {
                var parameters = new Parameters();
                parameters.setCharset(StandardCharsets.UTF_8);
                parameters.setLimit(MOST_FIELDS);
                parameters.processParameters(body, 0, body.length);
                for (String name : Collections.list(parameters.getParameterNames())) {
                    all.merge(name, parameters.getParameterValues(name), ReceivedForm::both);
                }
            }
            known = Collections.unmodifiableMap(all);
            fields = known;
        }
        return known;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Kept(body);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private boolean isForm() {
        String type = getContentType();
        return "POST".equals(getMethod())
                && type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    private static String[] both(String[] first, String[] second) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(String[]::new);
    }

    private static final class Kept extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Kept(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("All of it is here already");
        }
    }
}
