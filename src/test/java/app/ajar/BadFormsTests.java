package app.ajar;

import static app.ajar.support.Visitor.header;
import static app.ajar.support.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no browser sends, sent to the walk, the mirror and the planning of a talk: a calm page every time, and never a fault of the program's. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class BadFormsTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int TEN_MEGABYTES = 10_000_000;

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    static Stream<Arguments> unreadable() {
        return Stream.of("/walk", "/words", "/talk")
                .flatMap(path -> Stream.of(
                                "text=%ff%fe&q-no=%ff",
                                "text=%c3%28&q-no=%c3%28",
                                "text=%ed%a0%80&q-no=%ed%a0%80",
                                "text=%&q-no=%",
                                "text=%zz&q-no=%zz",
                                "text=%u0041&q-no=%u0041",
                                "%ff=1",
                                "text=\u00ff&q-no=\u00ff")
                        .map(form -> Arguments.of(path, form)));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aFormThatCannotBeReadIsRefused(String path, String form, CapturedOutput log)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send("POST", path, FORM, form.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertCalm(answer, log);
        assertThat(text(answer)).contains("That did not work", "Go back: what you typed may still be in the page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/walk", "/words", "/talk"})
    void tenMegabytesAreRefusedWithAPage(String path, CapturedOutput log) throws IOException, InterruptedException {
        byte[] much = new byte[TEN_MEGABYTES];
        Arrays.fill(much, (byte) 'a');
        System.arraycopy("text=".getBytes(StandardCharsets.US_ASCII), 0, much, 0, 5);
        HttpResponse<byte[]> answer = send("POST", path, FORM, much);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertCalm(answer, log);
        assertThat(text(answer)).contains("That was more text than we can take at once");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /walk",
        "DELETE, /walk",
        "PATCH, /walk",
        "PUT, /words",
        "DELETE, /words",
        "PROPFIND, /words",
        "PUT, /talk"
    })
    void anotherMethodIsRefused(String method, String path, CapturedOutput log)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(method, path, FORM, "text=hello".getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertCalm(answer, log);
    }

    @Test
    void theMethodThatWouldSendARequestBackIsRefused() throws IOException, InterruptedException {
        // By Tomcat itself, before any page of ours: all there is to hold is that nothing comes back.
        HttpResponse<byte[]> answer = send("TRACE", "/walk", FORM, "text=hello".getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(text(answer)).doesNotContain("text=hello", FORM, "TRACE");
    }

    @ParameterizedTest
    @CsvSource({
        "/walk, multipart/form-data; boundary=x, 200",
        "/words, multipart/form-data; boundary=x, 422",
        "/talk, multipart/form-data; boundary=x, 422",
        "/walk, multipart/form-data, 200",
        "/words, application/json, 422",
        "/walk, text/plain, 200",
        "/words, nonsense, 422"
    })
    void aBodyThatIsNoFormHoldsNoAnswers(String path, String type, int status, CapturedOutput log)
            throws IOException, InterruptedException {
        String body = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nYou never listen.\r\n--x--\r\n";
        HttpResponse<byte[]> answer = send("POST", path, type, body.getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertCalm(answer, log);
        assertThat(text(answer)).doesNotContain("You never listen.");
    }

    @Test
    void htmlInATextComesBackAsText(CapturedOutput log) throws IOException, InterruptedException {
        String typed = "</textarea><script>alert(1)</script><b onclick=x>You never</b> listen";
        String form = "text=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = send("POST", "/words", FORM, form.getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertCalm(answer, log);
        assertThat(text(answer))
                .contains(
                        "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b onclick=x&gt;You never&lt;/b&gt; listen")
                .doesNotContain("<script>alert", "<b onclick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/walk", "/words", "/talk"})
    void aThousandFieldsAndAFieldAThousandTimesAreNoFault(String path, CapturedOutput log)
            throws IOException, InterruptedException {
        var many = new StringBuilder("q-no=plain&text=Hello.");
        for (int field = 0; field < 900; field++) {
            many.append("&q-heard=cost&field").append(field).append("=1");
        }
        HttpResponse<byte[]> answer = send("POST", path, FORM, many.toString().getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.statusCode()).isLessThan(500);
        assertCalm(answer, log);
    }

    /** A page with the way out, no trace of the program's insides on it or in the log, nothing kept anywhere. */
    private static void assertCalm(HttpResponse<byte[]> answer, CapturedOutput log) {
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "Set-Cookie")).isEmpty();
        assertThat(text(answer))
                .contains("<title>Reading notes</title>", "href=\"/exit\"")
                .doesNotContain("Exception", "app.ajar", "\tat ", "??");
        assertThat(log.getAll()).doesNotContain("Exception", "\tat ");
    }

    private HttpResponse<byte[]> send(String method, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
