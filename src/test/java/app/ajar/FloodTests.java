package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.Reader;
import java.io.IOException;
import java.net.ServerSocket;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program in the heap that start-cache gives it, while 64 clients try words and passphrases as fast as they can. */
@Tag("thorough")
class FloodTests {

    private static final int CLIENTS = 64;
    /** How often one address may try at once, and once more every 20 seconds. */
    private static final int TRIES = 20;

    private static final long FLOOD_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private int port;
    private Process program;

    @AfterEach
    void stop() throws InterruptedException {
        if (program != null) {
            program.destroyForcibly().waitFor();
        }
    }

    @Test
    void turnsOneAddressAwayAndGoesOnServingReadersAndEverybodyElse() throws Exception {
        start();
        List<String> words = startANotebook();
        List<Long> reading = flood(client -> "198.51.100.7");
        assertThat(answers.keySet()).isSubsetOf(422, 429, 503).contains(422, 429);
        assertThat(answers.get(422))
                .as("as many as an address may try: %s", answers)
                .isLessThanOrEqualTo(TRIES + 1);
        assertServed(words, reading);
    }

    @Test
    void holdsItsMemoryWhenNoLimitStandsInTheWay() throws Exception {
        start(
                "--ajar.attempts.at-once=1000000",
                "--ajar.attempts.all-at-once=1000000",
                "--ajar.attempts.all-one-more-each=1ms");
        List<String> words = startANotebook();
        List<Long> reading = flood(
                client -> "198.51." + client + "." + ThreadLocalRandom.current().nextInt(1, 255));
        assertThat(answers.keySet()).isSubsetOf(422, 503).contains(422, 503);
        assertServed(words, reading);
    }

    private void assertServed(List<String> words, List<Long> reading) throws IOException {
        System.out.printf(
                "Answers to the flood: %s; %d pages read meanwhile, median %d ms, slowest %d ms%n",
                answers, reading.size(), reading.get(reading.size() / 2), reading.get(reading.size() - 1));
        assertThat(reading).as("pages read during the flood").hasSizeGreaterThan(50);
        assertThat(program.isAlive()).isTrue();
        assertThat(output()).doesNotContain("OutOfMemory", "198.51.", "Exception");
        try (var reader = new Reader(port)) {
            reader.comeFrom("203.0.113.9");
            HtmlPage door = reader.open("/notebook/open");
            reader.fill(door, "key-words", String.join(" ", words));
            assertThat(reader.address(reader.press(door, "Open it")).getPath()).isEqualTo("/notebook");
        }
    }

    private List<String> startANotebook() {
        try (var reader = new Reader(port)) {
            reader.comeFrom("203.0.113.8");
            return reader.keyWords(reader.press(reader.open("/notebook/start"), "Start a notebook"));
        }
    }

    private interface Sender {
        String address(int client);
    }

    /** @return how long each page took that was read meanwhile, in milliseconds, sorted */
    private List<Long> flood(Sender sender) throws Exception {
        long end = System.nanoTime() + FLOOD_NANOS;
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);
        try {
            Future<List<Long>> reading = threads.submit(() -> read(end));
            List<Callable<Void>> openers = IntStream.range(0, CLIENTS)
                    .<Callable<Void>>mapToObj(client -> () -> open(client, sender, end))
                    .toList();
            for (Future<Void> opener : threads.invokeAll(openers)) {
                opener.get();
            }
            return reading.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private Void open(int number, Sender sender, long end) throws IOException, InterruptedException {
        HttpResponse<String> door = door(number, sender);
        Matcher token = TOKEN.matcher(door.body());
        assertThat(token.find()).isTrue();
        String cookie = door.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        for (int time = 0; System.nanoTime() < end; time++) {
            // Every other one is read as a passphrase, which costs the most.
            String typed = time % 2 == 0 ? "zoo zebra zone youth yellow year" : "No key words at all " + number + time;
            String form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&key-words="
                    + URLEncoder.encode(typed, StandardCharsets.UTF_8);
            HttpResponse<String> answer = send(request("/notebook/open", sender.address(number))
                    .header("Cookie", cookie)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
            answers.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() == 429) {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).contains("Too many tries in a short time", typed);
            }
        }
        return null;
    }

    /** The page with the form. Of a crowd that comes in the same instant some are told to come again. */
    private HttpResponse<String> door(int number, Sender sender) throws IOException, InterruptedException {
        HttpResponse<String> door;
        do {
            door = send(request("/notebook/open", sender.address(number)).GET());
        } while (door.statusCode() == 503);
        return door;
    }

    private List<Long> read(long end) throws IOException, InterruptedException {
        var took = new ArrayList<Long>();
        while (System.nanoTime() < end) {
            long before = System.nanoTime();
            HttpResponse<String> page = send(request("/guide", "192.0.2.1").GET());
            assertThat(page.statusCode()).isEqualTo(200);
            took.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before));
        }
        took.sort(null);
        return took;
    }

    private HttpRequest.Builder request(String path, String sender) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("X-Forwarded-For", sender);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void start(String... settings) throws IOException, InterruptedException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Xmn24m",
                "-XX:+UseSerialGC",
                "-jar",
                "target/ajar.jar",
                "--server.port=" + port,
                "--ajar.home=" + folder.resolve("data")));
        command.addAll(List.of(settings));
        program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        long end = System.nanoTime() + START_NANOS;
        while (!output().contains("Started AjarApplication")) {
            assertThat(program.isAlive()).as(output()).isTrue();
            assertThat(System.nanoTime()).as("started in time").isLessThan(end);
            program.waitFor(100, TimeUnit.MILLISECONDS);
        }
        // A page is made at its first visit and kept. Making it in a program that just started is work, not reading.
        assertThat(send(request("/guide", "192.0.2.1").GET()).statusCode()).isEqualTo(200);
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }
}
