package app.ajar.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.TestStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged programs on one PostgreSQL: readers do not notice which one answers, and lose nothing when one goes. */
@Tag("thorough")
class TwoNodeTests {

    private static final int WRITERS = 4;
    private static final int BEFORE_THE_KILL = 40;
    private static final int AFTER_THE_KILL = 40;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

    private final String store = TestStore.freshPostgres();

    private Jar node(String... settings) {
        Jar node = Jar.anywhere()
                .with("--spring.profiles.active=postgres", "--spring.datasource.url=" + store)
                .with(settings)
                .start();
        assertThat(node.said()).as("as start-cache starts it").contains("Starting AOT-processed");
        return node;
    }

    @Test
    void aNotebookOpenedOnOneIsOpenOnTheOtherAndClosedOnBothAtOnce() throws IOException {
        try (Jar one = node();
                Jar two = node()) {
            var here = new PackagedReader(one.address());
            List<String> words = here.startNotebook();
            PackagedReader there = here.movedTo(two.address());
            String note = there.save("Written on the other", "node two").note();
            assertThat(here.read(note)).isEqualTo("node two");

            var secondDevice = new PackagedReader(two.address());
            secondDevice.openNotebook(words);
            assertThat(secondDevice.listed()).containsExactly(note);
            // Both nodes have seen the pass by now, and remember it.
            assertThat(secondDevice.movedTo(one.address()).listed()).containsExactly(note);
            PackagedReader copy = secondDevice.movedTo(one.address());
            secondDevice.post("/notebook/close", Map.of());
            assertThat(copy.listed()).as("closed there, so closed here").isEmpty();
            assertThat(here.listed()).as("the other device").containsExactly(note);
        }
    }

    @Test
    void everyAcknowledgedNoteIsThereAfterOneWasKilledInTheMiddleOfWriting() throws Exception {
        try (Jar one = node();
                Jar two = node();
                var proxy = new Proxy(one.address(), two.address())) {
            var acknowledged = new AtomicInteger();
            var lost = new AtomicInteger();
            var killed = new CompletableFuture<Integer>();
            List<CompletableFuture<Map<String, String>>> writers = new ArrayList<>();
            List<PackagedReader> readers = new ArrayList<>();
            for (int number = 0; number < WRITERS; number++) {
                var reader = new PackagedReader(proxy.address());
                reader.startNotebook();
                readers.add(reader);
            }
            for (PackagedReader reader : readers) {
                writers.add(CompletableFuture.supplyAsync(() -> {
                    Map<String, String> kept = new ConcurrentHashMap<>();
                    // Until enough were kept after the kill: those show that it goes on.
                    while (!killed.isDone() || acknowledged.get() < killed.join() + AFTER_THE_KILL) {
                        String text = "Note " + kept.size() + " after " + acknowledged.get();
                        try {
                            PackagedReader.Answer answer = reader.save("A title", text);
                            if (answer.status() == 303) {
                                kept.put(answer.note(), text);
                                acknowledged.incrementAndGet();
                            } else {
                                lost.incrementAndGet();
                            }
                        } catch (IOException unanswered) {
                            lost.incrementAndGet();
                        }
                    }
                    return kept;
                }));
            }
            two.await("enough notes", Duration.ofMinutes(1), () -> acknowledged.get() >= BEFORE_THE_KILL);
            one.kill();
            killed.complete(acknowledged.get());
            for (int number = 0; number < WRITERS; number++) {
                PackagedReader reader = readers.get(number).movedTo(two.address());
                Map<String, String> kept = writers.get(number).get(2, TimeUnit.MINUTES);
                assertThat(kept).isNotEmpty();
                for (Map.Entry<String, String> note : kept.entrySet()) {
                    assertThat(reader.read(note.getKey())).isEqualTo(note.getValue());
                }
            }
            System.out.printf(
                    "Two nodes, one killed: %d notes acknowledged, all there; %d requests got no answer or 502%n",
                    acknowledged.get(), lost.get());
            assertThat(lost.get())
                    .as("the proxy went on giving requests to the one that was gone")
                    .isPositive();
        }
    }

    @Test
    void finishesWhatIsUnderWayWhenItIsAskedToStop() throws Exception {
        try (Jar leaving = node();
                Jar staying = node()) {
            HttpClient browser = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();
            String token = token(send(browser, get(leaving.address() + "/notebook/start")));
            token = token(send(browser, post(leaving.address() + "/notebook/start", "_csrf=" + encoded(token))));
            token = token(send(browser, get(leaving.address() + "/notebook/notes/new")));

            var slow = new PipedOutputStream();
            InputStream body = new PipedInputStream(slow);
            byte[] words = ("_csrf=" + encoded(token) + "&title=Slow&body=On+its+way").getBytes(StandardCharsets.UTF_8);
            var arrived = new CompletableFuture<Void>();
            HttpRequest save = form(
                    leaving.address() + "/notebook/notes",
                    HttpRequest.BodyPublishers.fromPublisher(
                            HttpRequest.BodyPublishers.ofInputStream(() -> {
                                arrived.complete(null);
                                return body;
                            }),
                            words.length));
            // The body is asked for once the program has the head and says that it wants to hear the rest.
            CompletableFuture<HttpResponse<String>> underWay = browser.sendAsync(
                    HttpRequest.newBuilder(save, (name, value) -> true)
                            .expectContinue(true)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            arrived.get(20, TimeUnit.SECONDS);
            leaving.process().destroy();
            leaving.await(
                    "the word that it stops",
                    Duration.ofSeconds(20),
                    () -> leaving.said().contains("Commencing graceful shutdown"));
            assertThat(underWay).isNotDone();
            for (byte word : words) {
                slow.write(word);
                slow.flush();
            }
            slow.close();

            HttpResponse<String> answer = underWay.get(20, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(leaving.process().waitFor(40, TimeUnit.SECONDS)).isTrue();
            assertThat(leaving.process().exitValue())
                    .as("ended by SIGTERM, or by itself")
                    .isIn(0, 143);
            String note = URI.create(answer.headers().firstValue("Location").orElseThrow())
                    .getPath();
            assertThat(send(browser, get(staying.address() + note)).body()).contains("On its way");
        }
    }

    @Test
    void twoThatStartAtOnceOnAnEmptyStoreShareItAndBothShowANewEditionWithinSeconds(@TempDir Path folder)
            throws Exception {
        CompletableFuture<Jar> first = CompletableFuture.supplyAsync(this::node);
        CompletableFuture<Jar> second = CompletableFuture.supplyAsync(this::node);
        try (Jar one = first.get(3, TimeUnit.MINUTES);
                Jar two = second.get(3, TimeUnit.MINUTES)) {
            for (Jar node : List.of(one, two)) {
                assertThat(limits(node)).contains("Three questions, and").doesNotContain("Three questions by night");
            }
            writeNewerPack(folder);
            try (Jar third = node("--ajar.packs=" + folder.toUri())) {
                assertThat(limits(third)).contains("Three questions by night");
                for (Jar node : List.of(one, two)) {
                    node.await(
                            "the new edition",
                            Duration.ofSeconds(5),
                            () -> limits(node).contains("Three questions by night"));
                }
            }
            // It is the store's, whoever brought it, also for one that starts with the older pack in its hands.
            try (Jar again = node()) {
                assertThat(limits(again)).contains("Three questions by night");
            }
        }
    }

    /** The pack of this build with a higher number and another word in it. */
    private static void writeNewerPack(Path folder) throws IOException {
        Path pack = Path.of("src/main/resources/packs");
        try (Stream<Path> files = Files.walk(pack)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(pack.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                String text = Files.readString(file)
                        .replaceAll("(?m)^version: \\d+$", "version: 99")
                        .replace("Three questions, and", "Three questions by night, and");
                Files.writeString(copy, text);
            }
        }
    }

    private static String limits(Jar node) {
        try {
            return new PackagedReader(node.address()).get("/guide/my-limits").page();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void triesAreCountedOverBoth() throws IOException {
        String[] few = {"--ajar.attempts.at-once=5", "--ajar.attempts.one-more-each=1h"};
        try (Jar one = node(few);
                Jar two = node(few)) {
            var here = new PackagedReader(one.address());
            here.get("/notebook/open");
            var there = new PackagedReader(two.address());
            there.get("/notebook/open");
            List<Integer> answers = new ArrayList<>();
            for (int turn = 0; turn < 5; turn++) {
                for (PackagedReader reader : List.of(here, there)) {
                    answers.add(reader.post("/notebook/open", Map.of("key-words", "not the words"))
                            .status());
                }
            }
            assertThat(answers)
                    .as("five tries in all, wherever they went")
                    .containsExactly(422, 422, 422, 422, 422, 429, 429, 429, 429, 429);
        }
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest request)
            throws IOException, InterruptedException {
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private static HttpRequest post(String address, String form) {
        return form(address, HttpRequest.BodyPublishers.ofString(form));
    }

    private static HttpRequest form(String address, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(60))
                .POST(body)
                .build();
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find())
                .as("a form on the page (%d)", page.statusCode())
                .isTrue();
        return token.group(1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
