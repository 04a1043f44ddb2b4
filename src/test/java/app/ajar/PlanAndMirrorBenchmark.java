package app.ajar;

import app.ajar.walk.PlanWork;
import app.ajar.words.MirrorWork;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * How long the plan and the mirror take once the program is warm: by themselves, and as answers to a form over HTTP. The
 * aim is a median under 50 ms at the server. It prints and proves nothing, so no build depends on how busy a machine is.
 *
 * <pre>
 * ./mvnw -q spring-boot:test-run -Dspring-boot.test-run.optimizedLaunch=false \
 *     -Dspring-boot.run.main-class=app.ajar.PlanAndMirrorBenchmark
 * </pre>
 *
 * Without {@code optimizedLaunch=false} the plug-in starts a JVM that never compiles well.
 */
public final class PlanAndMirrorBenchmark {

    private static final int WARM_UP = 200;
    private static final int MEASURED = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String site;

    private PlanAndMirrorBenchmark(int port) {
        this.site = "http://localhost:" + port;
    }

    public static void main(String[] arguments) {
        var application = new SpringApplicationBuilder(AjarApplication.class);
        try (var program = (ServletWebServerApplicationContext)
                application.run("--server.port=0", "--spring.datasource.url=jdbc:h2:mem:benchmark;DB_CLOSE_DELAY=-1")) {
            new PlanAndMirrorBenchmark(program.getWebServer().getPort()).measureAll(program);
        }
    }

    private void measureAll(ServletWebServerApplicationContext program) {
        System.out.printf("%-34s %10s %10s%n", "milliseconds, warm", "median", "p99");
        measure("Planner, everything ticked", PlanWork.everythingTicked(program));
        String walk = PlanWork.formOfEverythingTicked(program);
        measure("POST /walk, everything ticked", () -> post("/walk", walk));
        int number = 1;
        for (String text : MirrorWork.hardTexts()) {
            measure("Mirror, 2,000 characters, text " + number, MirrorWork.reading(text));
            String form = "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
            measure("POST /words, the same", () -> post("/words", form));
            number++;
        }
    }

    private static void measure(String name, Runnable work) {
        for (int turn = 0; turn < WARM_UP; turn++) {
            work.run();
        }
        var took = new long[MEASURED];
        for (int turn = 0; turn < MEASURED; turn++) {
            long begun = System.nanoTime();
            work.run();
            took[turn] = System.nanoTime() - begun;
        }
        Arrays.sort(took);
        System.out.printf("%-34s %10.3f %10.3f%n", name, took[MEASURED / 2] / 1e6, took[MEASURED * 99 / 100] / 1e6);
    }

    private void post(String path, String form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
