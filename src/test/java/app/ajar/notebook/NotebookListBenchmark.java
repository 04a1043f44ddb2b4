package app.ajar.notebook;

import app.ajar.AjarApplication;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * How a notebook of 4,500 notes answers over HTTP, with the store in a file. The aim is a first page in under 30 ms. Not a
 * test: a busy machine would fail it. Run {@code ./mvnw -q spring-boot:test-run
 * -Dspring-boot.test-run.optimizedLaunch=false -Dspring-boot.run.main-class=app.ajar.notebook.NotebookListBenchmark}.
 */
final class NotebookListBenchmark {

    private static final int NOTES = Notes.MOST - 500;
    private static final int WARM_UP = 60;
    private static final int MEASURED = 60;
    private static final String[] WORDS =
            ("we talked about the weekend and then it was quiet for a long while kitchen evening tired maybe later I said "
                            + "that they did not want to go there yet because of the last time work mother money sleep")
                    .split(" ");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(5);
    private final String site;
    private final String pass;

    private NotebookListBenchmark(int port, String pass) {
        this.site = "http://localhost:" + port;
        this.pass = pass;
    }

    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("benchmark");
        try (var program = (ServletWebServerApplicationContext) SpringApplication.run(
                AjarApplication.class, "--server.port=0", "--ajar.home=" + home, "--logging.level.root=warn")) {
            Notebooks.Started started = program.getBean(Notebooks.class).start(notebook -> {});
            var benchmark = new NotebookListBenchmark(
                    program.getWebServer().getPort(), started.secret().cookieText());
            List<UUID> ids = ManyNotes.fill(
                    program.getBean(JdbcTemplate.class),
                    started.notebook(),
                    NOTES,
                    LocalDate.of(2014, 1, 1),
                    number -> benchmark.note(number));
            benchmark.measureAll(ids);
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    /** About 2 KB; one in 500 has a rare word, one in 5 is on a talk. */
    private NoteText note(int number) {
        var text = new StringBuilder();
        while (text.length() < 2_000) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        text.append(number % 500 == 0 ? "Ünderstanding." : ".");
        String title = "Note number " + number;
        return number % 5 == 0
                ? new NoteText(title, "", "", "", new Talk(text.toString(), "", 3, 2, 4, "leave", ""))
                : new NoteText(title, text.toString(), "", "calm");
    }

    private void measureAll(List<UUID> ids) {
        System.out.printf("%-40s %9s %9s%n", ids.size() + " notes, milliseconds, warm", "median", "p95");
        measure("GET the list, first page", () -> get("/notebook"));
        measure("GET the list, after 4,000 notes", () -> get("/notebook?from=" + ids.get(500)));
        measure("GET a month", () -> get("/notebook?month=2020-02"));
        measure("GET the months", () -> get("/notebook/months"));
        measure("GET the talks", () -> get("/notebook/talks"));
        measure("GET a note, with the list beside it", () -> get("/notebook/notes/" + ids.get(42)));
        measure("GET notes for paper", () -> get("/notebook/paper"));
        String[] token = token();
        measure("POST search, 9 hits", () -> search(token, "understanding", 200));
        measure("POST search, 20 hits at once", () -> search(token, "kitchen mother", 200));
        measure("POST search, no hit", () -> search(token, "nowhere", 200));
        measure(
                "POST a new note",
                () -> post(
                        token, "/notebook/notes", "title=" + random.nextInt() + "&body=" + "word+".repeat(400), 303));
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
        System.out.printf(
                Locale.ROOT, "%-40s %9.1f %9.1f%n", name, took[MEASURED / 2] / 1e6, took[MEASURED * 95 / 100] / 1e6);
    }

    private void search(String[] token, String words, int expected) {
        post(token, "/notebook/search", "text=" + URLEncoder.encode(words, StandardCharsets.UTF_8), expected);
    }

    /** The form's cookie, and the field that has to go with it. */
    private String[] token() {
        HttpResponse<String> page = get("/notebook/search");
        Matcher field = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        if (!field.find()) {
            throw new IllegalStateException("No token on the page");
        }
        return new String[] {cookie, field.group(1)};
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(site + path)).header("Cookie", "pass=" + pass), 200);
    }

    private void post(String[] token, String path, String form, int expected) {
        send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Cookie", "pass=" + pass + "; " + token[0])
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + token[1])),
                expected);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(request.build().uri().getPath() + " answered " + answer.statusCode());
            }
            return answer;
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
