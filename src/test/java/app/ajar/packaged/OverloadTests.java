package app.ajar.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten times the work that one node carries, for a minute. What it carries is measured first, with a few clients who ask
 * as fast as they are answered for a mixture of everything that memory cannot answer.
 */
@Tag("thorough")
class OverloadTests {

    private static final int CALM_CLIENTS = 4;
    private static final long CALM = TimeUnit.SECONDS.toNanos(10);
    private static final long OVERLOAD = TimeUnit.SECONDS.toNanos(60);
    private static final int TIMES = 10;
    private static final int NOTEBOOKS = 16;
    /** All kinds, the rarest among them. */
    private static final int IN_A_ROW = 9;

    /** A quarter of what the program accepts: waiting in the machine's own queue of connections is not what is tried here. */
    private static final int MOST_AT_ONCE = 1024;

    /** What {@code src/deploy/ajar.service} allows it. */
    private static final long MOST_MEMORY_KB = 512 << 10;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

    @TempDir
    private Path home;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final List<HttpRequest> mixture = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    @Test
    void turnsAwayWhatItCannotCarryAndIsItselfAgainAtOnce() throws Exception {
        try (Jar ajar = Jar.in(home)
                .jvm("-Xmx128m", "-Xmn24m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4")
                .environment("MALLOC_ARENA_MAX", "2")
                .with("--ajar.attempts.at-once=1000000", "--ajar.attempts.all-at-once=1000000")
                .start()) {
            mix(ajar.address().toString());
            calm();
            double carries = calm();

            var answers = new ConcurrentHashMap<Integer, LongAdder>();
            var withoutAnswer = new LongAdder();
            var withoutRetry = new LongAdder();
            var mostMemory = new AtomicLong();
            var slowestPage = new AtomicLong();
            var places = new Semaphore(MOST_AT_ONCE);
            long began = System.nanoTime();
            long offered = 0;
            long nextLook = began;
            for (long now = began; now - began < OVERLOAD; now = System.nanoTime()) {
                long due = (long) (carries * TIMES * (now - began) / TimeUnit.SECONDS.toNanos(1));
                while (offered < due && places.tryAcquire()) {
                    offered++;
                    ask().whenComplete((answer, broken) -> {
                        places.release();
                        if (answer == null) {
                            withoutAnswer.increment();
                            return;
                        }
                        answers.computeIfAbsent(answer.statusCode(), first -> new LongAdder())
                                .increment();
                        if (answer.statusCode() == 503
                                && answer.headers().firstValue("Retry-After").isEmpty()) {
                            withoutRetry.increment();
                        }
                    });
                }
                if (now >= nextLook) {
                    nextLook += TimeUnit.SECONDS.toNanos(1);
                    mostMemory.accumulateAndGet(memory(ajar), Math::max);
                    long before = System.nanoTime();
                    client.sendAsync(get(ajar.address() + "/guide"), HttpResponse.BodyHandlers.ofString())
                            .thenAccept(page -> {
                                assertThat(page.statusCode()).isEqualTo(200);
                                slowestPage.accumulateAndGet(System.nanoTime() - before, Math::max);
                            })
                            .whenComplete((page, broken) -> {
                                if (broken != null) {
                                    withoutAnswer.increment();
                                }
                            });
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
            long ended = System.nanoTime();
            long normalAfter = untilNormal(ended);

            assertThat(places.tryAcquire(MOST_AT_ONCE, 30, TimeUnit.SECONDS))
                    .as("all answered")
                    .isTrue();
            Map<Integer, Long> counted = new TreeMap<>();
            answers.forEach((status, count) -> counted.put(status, count.sum()));
            System.out.printf(
                    "Overload: carries %.0f a second; offered %d in a minute (%.1f times); answers %s; without any %d;"
                            + " most memory %d MB; slowest page from memory %d ms; normal after %d ms%n",
                    carries,
                    offered,
                    offered / carries / TimeUnit.NANOSECONDS.toSeconds(OVERLOAD),
                    counted,
                    withoutAnswer.sum(),
                    mostMemory.get() >> 10,
                    TimeUnit.NANOSECONDS.toMillis(slowestPage.get()),
                    TimeUnit.NANOSECONDS.toMillis(normalAfter));
            assertThat(offered).as("it was an overload").isGreaterThan((long) (0.9 * TIMES * carries * 60));
            assertThat(counted.keySet()).isSubsetOf(200, 303, 422, 503).contains(200, 303, 422, 503);
            assertThat(withoutAnswer.sum()).as("broken off").isZero();
            assertThat(withoutRetry.sum()).as("503 without Retry-After").isZero();
            assertThat(mostMemory.get()).as("memory, kB").isLessThan(MOST_MEMORY_KB);
            assertThat(normalAfter).as("normal again").isLessThan(TimeUnit.SECONDS.toNanos(5));
            assertThat(ajar.said()).doesNotContain("OutOfMemory", "Exception");
        }
    }

    /** @return how much of the mixture is carried, per second */
    private double calm() {
        long began = System.nanoTime();
        List<CompletableFuture<Integer>> clients = new ArrayList<>();
        for (int one = 0; one < CALM_CLIENTS; one++) {
            clients.add(CompletableFuture.supplyAsync(() -> {
                int answered = 0;
                while (System.nanoTime() - began < CALM) {
                    assertThat(ask().join().statusCode()).isIn(200, 303, 422);
                    answered++;
                }
                return answered;
            }));
        }
        int all = clients.stream().mapToInt(CompletableFuture::join).sum();
        return all * 1e9 / (System.nanoTime() - began);
    }

    /** @return how long it took, in nanoseconds, until some of each kind were answered in a row */
    private long untilNormal(long ended) {
        int inARow = 0;
        while (inARow < IN_A_ROW && System.nanoTime() - ended < TimeUnit.SECONDS.toNanos(30)) {
            inARow = ask().join().statusCode() == 503 ? 0 : inARow + 1;
        }
        return System.nanoTime() - ended;
    }

    private CompletableFuture<HttpResponse<Void>> ask() {
        HttpRequest next = mixture.get(Math.floorMod(turn.getAndIncrement(), mixture.size()));
        return client.sendAsync(next, HttpResponse.BodyHandlers.discarding());
    }

    private void mix(String address) throws IOException, InterruptedException {
        HttpResponse<String> door = client.send(get(address + "/notebook/open"), HttpResponse.BodyHandlers.ofString());
        HttpRequest opening = form(address + "/notebook/open", door, "key-words=not+the+words")
                .build();
        for (int number = 0; number < NOTEBOOKS; number++) {
            HttpResponse<String> before =
                    client.send(get(address + "/notebook/start"), HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> started = client.send(
                    form(address + "/notebook/start", before, "x=").build(), HttpResponse.BodyHandlers.ofString());
            mixture.add(form(address + "/notebook/notes", started, "title=Late&body=I+wrote+this+down.")
                    .build());
            if (number % 2 == 0) {
                mixture.add(opening);
            }
            mixture.add(form(address + "/words", "text=You+never+listen.+On+Sunday+I+felt+alone.")
                    .build());
            mixture.add(form(address + "/walk", "q-no=plain&q-sound=worried&q-heard=unsure&q-days=unsure")
                    .build());
            mixture.add(form(address + "/print/pdf", "prompt=worth-it&prompt=ten-minutes&form=cards&paper=a4")
                    .build());
        }
    }

    /** A form of a page, sent with the cookies that came with it. */
    private static HttpRequest.Builder form(String address, HttpResponse<String> page, String fields) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as("a form at %s", page.uri()).isTrue();
        var cookies = new ArrayList<String>();
        page.request().headers().firstValue("Cookie").ifPresent(cookies::add);
        page.headers().allValues("Set-Cookie").forEach(cookie -> cookies.add(cookie.replaceFirst(";.*", "")));
        return form(address, fields + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))
                .header("Cookie", String.join("; ", cookies));
    }

    private static HttpRequest.Builder form(String address, String fields) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(fields));
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    /** @return what the program has in memory, in kB */
    private static long memory(Jar ajar) {
        try {
            return Files.readAllLines(
                            Path.of("/proc", String.valueOf(ajar.process().pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
