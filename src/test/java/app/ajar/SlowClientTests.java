package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** More clients than the server has threads, each of which begins something and does not go on. */
@AjarTest
class SlowClientTests {

    private static final String HEAD = "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    private final List<Socket> open = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Value("${server.tomcat.threads.max}")
    private int threads;

    private Visitor visitor;

    @BeforeEach
    void comeIn() {
        visitor = new Visitor(port);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /words HTTP/1.1\r\n" + HEAD + "Content-Length: 5000\r\n\r\ntext=I+begin",
                "POST /words HTTP/1.1\r\n" + HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\ntext=",
                "POST /words HTTP/1.1\r\n" + HEAD + "Content-Length: 9000000\r\n\r\ntext=",
                "POST /words HTTP/1.1\r\n" + HEAD + "Content-Length: 90000000\r\n\r\ntext=",
                "POST /notebook/start HTTP/1.1\r\n" + HEAD + "Content-Length: 50\r\n\r\n",
                "POST /words HTTP/1.1\r\nHost: local",
                "GET /prompts HTTP/1.1\r\nHost: localhost\r\n\r\nGET /prompts HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    void cannotHoldTheSite(String begun) throws Exception {
        for (int client = 0; client < threads + 40; client++) {
            send(connect(), begun);
        }
        assertThat(soon(() -> visitor.get("/guide")).statusCode()).isEqualTo(200);
        assertThat(soon(() -> visitor.get("/notebook")).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> mirrored = soon(() -> visitor.post("/words", "text=You+never+listen."));
        assertThat(mirrored.statusCode()).isEqualTo(200);
        assertThat(Visitor.text(mirrored)).contains("You never listen.");
    }

    /** Each asks for far more than the buffers of its connection hold. */
    @Test
    void whoAsksForMuchAndReadsNothingCannotHoldTheSite() throws Exception {
        String many = "GET /prompts HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(500);
        assertThat(visitor.get("/prompts").statusCode()).isEqualTo(200);
        for (int client = 0; client < 24; client++) {
            send(connect(), many);
        }
        for (int look = 0; look < 10; look++) {
            assertThat(soon(() -> visitor.get("/guide")).statusCode()).isEqualTo(200);
        }
        assertThat(soon(() -> visitor.get("/notebook")).statusCode()).isEqualTo(200);
    }

    @Test
    void aFormThatComesInPiecesIsAnsweredLikeOneThatComesAtOnce() throws Exception {
        Socket slow = connect();
        String form = "text=You+never+listen.";
        send(
                slow,
                "POST /words HTTP/1.1\r\n" + HEAD + "Connection: close\r\nContent-Length: " + form.length()
                        + "\r\n\r\n");
        for (String piece : List.of(form.substring(0, 7), form.substring(7, 12), form.substring(12))) {
            assertThat(soon(() -> visitor.get("/guide")).statusCode()).isEqualTo(200);
            send(slow, piece);
        }
        String answer = answer(slow);
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("You never listen.", "X-Frame-Options: DENY", "Cache-Control: no-store");
    }

    @Test
    void comingSlowlyIsNoWayPastTheTokenOfAForm() throws Exception {
        Socket slow = connect();
        String form = "x=1&_csrf=nonsense";
        send(
                slow,
                "POST /notebook/start HTTP/1.1\r\n" + HEAD + "Connection: close\r\nContent-Length: " + form.length()
                        + "\r\n\r\n");
        assertThat(soon(() -> visitor.get("/guide")).statusCode()).isEqualTo(200);
        send(slow, form);
        assertThat(answer(slow)).startsWith("HTTP/1.1 403").doesNotContain("data-key-words");
    }

    private static HttpResponse<byte[]> soon(Supplier<HttpResponse<byte[]>> question) throws Exception {
        return CompletableFuture.supplyAsync(question).get(5, TimeUnit.SECONDS);
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        open.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
