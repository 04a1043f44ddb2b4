package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.notebook.OddRequests.Hand;
import app.ajar.notebook.OddRequests.Odd;
import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address of the notebook, whatever is sent there: never a fault of the program's, never a word of it in a header,
 * an address or the log. New addresses and fields are found by themselves.
 */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class NotebookFuzzTests {

    private static final int REQUESTS = 3_000;
    /** Sent however slow the machine is. */
    private static final int FEWEST = 400;

    private static final int REQUESTS_OF_ONE_READER = 100;

    private static final Pattern LOCATION = Pattern.compile(
            "(https?://localhost(:\\d+)?)?/notebook(/[a-z]+)*(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?(\\?[a-z]+)?(#[a-z]+)?");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    @Test
    void answersAFewThousandOddRequestsCalmly(CapturedOutput log) throws IOException {
        run(new Random().nextLong(), REQUESTS, TimeUnit.SECONDS.toNanos(8), log);
    }

    @Test
    @Tag("thorough")
    void answersOddRequestsCalmlyForAMinute(CapturedOutput log) throws IOException {
        run(new Random().nextLong(), Integer.MAX_VALUE, TimeUnit.SECONDS.toNanos(60), log);
    }

    private void run(long seed, int most, long nanos, CapturedOutput log) throws IOException {
        Map<String, HandlerMethod> handlers = handlers();
        assertThat(handlers).containsKeys("/notebook", "/notebook/open", "/notebook/notes/{id}", "/notebook/paper/pdf");
        List<String> fields = fields(handlers);
        assertThat(fields).contains("key-words", "body", "said", "note", "sure");
        var requests = new OddRequests(seed, List.copyOf(handlers.keySet()), fields);
        var statuses = new TreeMap<Integer, Integer>();
        var faults = new ArrayList<String>();
        // The first reader warms a program up that nobody has used yet, so the time is taken from then on.
        Hand hand = readerWithANotebook();
        long end = System.nanoTime() + nanos;
        int sent = 0;
        while ((sent < FEWEST || sent < most && System.nanoTime() < end) && faults.size() < 10) {
            if (sent % REQUESTS_OF_ONE_READER == REQUESTS_OF_ONE_READER - 1) {
                hand = readerWithANotebook();
            }
            Odd odd = requests.next(hand);
            sent++;
            String answer = send(odd);
            statuses.merge(status(answer), 1, Integer::sum);
            String fault = fault(odd, answer);
            if (!fault.isEmpty()) {
                faults.add(fault + ": " + odd.told());
            }
        }
        System.out.println("Odd requests: seed " + seed + ", " + sent + " sent, answers " + statuses);
        assertThat(faults).as("seed %d", seed).isEmpty();
        assertThat(statuses).as("it did get in").containsKeys(200, 303, 400, 403, 404, 405, 422);
        assertThat(log.getAll()).doesNotContain(OddRequests.MARKER, "Servlet.service()");
    }

    /** What is wrong with an answer; nothing, usually. */
    private static String fault(Odd odd, String answer) {
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return "no answer";
        }
        String head = answer.substring(0, end);
        if (status(answer) >= 500) {
            return head.lines().findFirst().orElse("");
        }
        if (head.contains(OddRequests.MARKER)) {
            return "quoted in the head";
        }
        String lower = head.toLowerCase(Locale.ROOT);
        for (String header : List.of(
                "content-security-policy: default-src 'none'",
                "referrer-policy: no-referrer",
                "x-content-type-options: nosniff",
                "x-frame-options: deny",
                "cache-control: no-store")) {
            if (!lower.contains("\r\n" + header)) {
                return status(answer) + " without " + header;
            }
        }
        String location = head.lines()
                .filter(line -> line.startsWith("Location: "))
                .map(line -> line.substring("Location: ".length()))
                .findFirst()
                .orElse("/notebook");
        if (!LOCATION.matcher(location).matches()) {
            return "a strange Location";
        }
        return answer.contains("<script>" + OddRequests.MARKER) || answer.contains("app.ajar.")
                ? "raw in the page"
                : "";
    }

    private static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    private String send(Odd odd) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(odd.bytes());
            } catch (SocketException answeredBeforeTheEnd) {
                // What the answer is, and whether there is one, is seen below.
            }
            return whole(socket.getInputStream());
        }
    }

    /** Of a head that is too long the rest is not read, and a connection with something unread may break after its answer. */
    private static String whole(InputStream in) throws IOException {
        var answer = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        try {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                answer.write(piece, 0, read);
            }
        } catch (SocketException broken) {
            assertThat(answer.size()).as("broken before any answer").isPositive();
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    private Hand readerWithANotebook() {
        try (var reader = new Reader(port)) {
            HtmlPage words = reader.press(reader.open("/notebook/start"), "Start a notebook");
            assertThat(reader.status(words)).isEqualTo(200);
            HtmlPage note = reader.open("/notebook/notes/new");
            reader.fill(note, "body", "Mine.");
            HtmlPage saved = reader.press(note, "Save");
            HtmlInput token = (HtmlInput) saved.getElementsByName("_csrf").get(0);
            return new Hand(
                    "pass=" + reader.cookie("pass") + "; form=" + reader.cookie("form"),
                    token.getValue(),
                    reader.address(saved).getPath().replaceFirst(".*/", ""));
        }
    }

    private Map<String, HandlerMethod> handlers() {
        var handlers = new TreeMap<String, HandlerMethod>();
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/notebook"))
                        .forEach(path -> handlers.put(path, method)));
        return handlers;
    }

    /** What the handlers ask for: named parameters, and what the forms hold. */
    private List<String> fields(Map<String, HandlerMethod> handlers) {
        Set<Class<?>> controllers =
                handlers.values().stream().map(HandlerMethod::getBeanType).collect(Collectors.toSet());
        return mappings.getHandlerMethods().values().stream()
                .filter(method -> controllers.contains(method.getBeanType()))
                .flatMap(method -> Arrays.stream(method.getMethodParameters()))
                .flatMap(NotebookFuzzTests::fields)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> fields(MethodParameter parameter) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        if (named != null) {
            String name = named.name();
            return Stream.of(
                    name.isEmpty() ? String.valueOf(parameter.getParameter().getName()) : name);
        }
        RecordComponent[] components = parameter.getParameterType().getRecordComponents();
        return components == null ? Stream.empty() : Arrays.stream(components).map(RecordComponent::getName);
    }
}
