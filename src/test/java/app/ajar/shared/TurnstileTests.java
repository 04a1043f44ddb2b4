package app.ajar.shared;

import static app.ajar.support.Visitor.header;
import static app.ajar.support.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The program with all its turns taken. */
@AjarTest
class TurnstileTests {

    private final ExecutorService crowd = Executors.newCachedThreadPool();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Future<?>> inside = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Turnstile turnstile;

    @Autowired
    private TurnstileSettings settings;

    @Autowired
    private PageCache pages;

    private Visitor visitor;

    @BeforeEach
    void everyTurnIsTaken() throws InterruptedException {
        visitor = new Visitor(port);
        var arrived = new CountDownLatch(settings.atOnce());
        for (int one = 0; one < settings.atOnce(); one++) {
            inside.add(crowd.submit(() -> {
                turnstile.doFilter(
                        new MockHttpServletRequest("GET", "/notebook"),
                        new MockHttpServletResponse(),
                        (request, response) -> {
                            arrived.countDown();
                            awaitCalmly(goOn);
                        });
                return null;
            }));
        }
        await(arrived);
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        goOn.countDown();
        for (Future<?> one : inside) {
            one.get(10, TimeUnit.SECONDS);
        }
        crowd.shutdown();
        assertThat(visitor.get("/notebook").statusCode()).isEqualTo(200);
    }

    @Test
    void turnsOthersAwayWithAPageThatSaysWhenToComeBack() {
        for (HttpResponse<byte[]> answer : List.of(visitor.get("/notebook"), visitor.post("/words", "text=Hello."))) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(header(answer, "Retry-After")).isEqualTo("5");
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(text(answer))
                    .contains("<title>Reading notes</title>", "Many people are here right now", "href=\"/exit\"")
                    .doesNotContain("??");
        }
        assertThat(turnstile.turnedAway()).isPositive();
        assertThat(turnstile.inside()).isEqualTo(settings.atOnce());
    }

    @Test
    void readingLeavingAndTheWatchdogPass() {
        pages.clear();
        assertThat(visitor.get("/guide").statusCode()).as("made now").isEqualTo(200);
        assertThat(visitor.get("/guide").statusCode()).as("from memory").isEqualTo(200);
        assertThat(visitor.get("/exit").statusCode()).isEqualTo(303);
        assertThat(visitor.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    private static void awaitCalmly(CountDownLatch latch) {
        try {
            await(latch);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
