package app.ajar.print;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Says what a page of eight cards costs, and what fifty of them leave behind. Not a test: a busy machine would fail it. Run
 * {@code ./mvnw -q spring-boot:test-run -Dspring-boot.test-run.optimizedLaunch=false} with
 * {@code -Dspring-boot.run.main-class=app.ajar.print.PrintBenchmark}.
 */
final class PrintBenchmark {

    private static final String EIGHT = "prompt=worth-it&prompt=what-worries-you&prompt=ten-minutes&prompt=tell-me-more"
            + "&prompt=my-part&prompt=not-now&prompt=pause-and-return&pitfall=hinting";
    private static final int WARM_UP = 60;
    private static final int RUNS = 50;
    private static final int CLIENTS = 8;

    private PrintBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (ConfigurableApplicationContext program = SpringApplication.run(
                app.ajar.AjarApplication.class,
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:mem:benchmark;DB_CLOSE_DELAY=-1",
                "--logging.level.root=warn")) {
            String port = program.getEnvironment().getRequiredProperty("local.server.port");
            Callable<Long> once = () -> ask(port);
            for (int run = 0; run < WARM_UP; run++) {
                once.call();
            }
            List<Double> millis = new ArrayList<>();
            long bytes = 0;
            for (int run = 0; run < RUNS; run++) {
                long start = System.nanoTime();
                bytes = once.call();
                millis.add((System.nanoTime() - start) / 1e6);
            }
            Collections.sort(millis);
            System.out.printf(
                    Locale.ROOT, "eight cards: median %.0f ms, %.1f KB%n", millis.get(RUNS / 2), bytes / 1024.0);
            long before = heap();
            together(once);
            System.out.printf(
                    Locale.ROOT,
                    "%d from %d clients: heap %.1f MB before, %.1f MB after%n",
                    RUNS,
                    CLIENTS,
                    before / 1048576.0,
                    heap() / 1048576.0);
        }
    }

    private static void together(Callable<Long> once) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (Future<Long> answer : clients.invokeAll(Collections.nCopies(RUNS, once))) {
                answer.get();
            }
        } finally {
            clients.shutdown();
        }
    }

    private static long ask(String port) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/print/pdf"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(EIGHT))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Answered " + answer.statusCode());
        }
        return answer.body().length;
    }

    private static long heap() throws InterruptedException {
        for (int round = 0; round < 4; round++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
