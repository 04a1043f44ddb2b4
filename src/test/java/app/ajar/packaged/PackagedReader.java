package app.ajar.packaged;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A reader of the packaged program without a browser's weight: keeps cookies and the token of forms as a browser does,
 * and follows no redirect by itself. One is used by one thread at a time.
 */
public final class PackagedReader {

    /** One client for all: each has a thread of its own. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern WORDS = Pattern.compile("data-key-words[^>]*>(.*?)</(?:ol|ul|p|div)>", Pattern.DOTALL);
    private static final Pattern NOTE = Pattern.compile("/notebook/notes/(\\p{XDigit}{8}(?:-\\p{XDigit}{4,12}){4})");
    private static final Pattern BODY =
            Pattern.compile("<textarea[^>]*name=\"body\"[^>]*>\n?(.*?)</textarea>", Pattern.DOTALL);

    /** What came back. */
    public record Answer(int status, String location, String page) {

        /** The text in the form of a note. */
        public String body() {
            Matcher body = BODY.matcher(page);
            if (!body.find()) {
                throw new AssertionError("No note on the page (" + status + "): " + page);
            }
            return HtmlUtils.htmlUnescape(body.group(1));
        }

        /** The id of a note that was just kept, from the address that was redirected to. */
        public String note() {
            Matcher note = NOTE.matcher(location);
            if (status != 303 || !note.find()) {
                throw new AssertionError("Not kept: " + status + " " + location + "\n" + page);
            }
            return note.group(1);
        }
    }

    private final URI site;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String token = "";

    /** @param site where the program answers, without a slash at the end */
    public PackagedReader(URI site) {
        this.site = site;
    }

    /** The same browser, with its cookies, at a program that answers elsewhere now. */
    public PackagedReader movedTo(URI other) {
        var moved = new PackagedReader(other);
        moved.cookies.putAll(cookies);
        moved.token = token;
        return moved;
    }

    public Answer get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(site + path)).GET());
    }

    /** Sends a form, with the token of the page that was shown last. */
    public Answer post(String path, Map<String, String> fields) throws IOException {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Starts a notebook here; returns its six words. */
    public List<String> startNotebook() throws IOException {
        get("/notebook/start");
        Answer started = post("/notebook/start", Map.of());
        Matcher words = WORDS.matcher(started.page());
        if (started.status() != 200 || !words.find()) {
            throw new AssertionError("No notebook: " + started);
        }
        String plain = words.group(1).replaceAll("<[^>]*>", " ").strip();
        get("/notebook/notes/new");
        return List.of(plain.split("\\s+"));
    }

    /** Opens a notebook here with its six words. */
    public void openNotebook(List<String> words) throws IOException {
        get("/notebook/open");
        Answer opened = post("/notebook/open", Map.of("key-words", String.join(" ", words)));
        if (opened.status() != 303) {
            throw new AssertionError("Not opened: " + opened);
        }
        get("/notebook/notes/new");
    }

    /** Saves a new note; a status of 303 says that it is kept, and {@link Answer#note()} under which id. */
    public Answer save(String title, String body) throws IOException {
        return post("/notebook/notes", Map.of("title", title, "body", body));
    }

    /** The text of a note. */
    public String read(String note) throws IOException {
        return get("/notebook/notes/" + note).body();
    }

    /** The ids of the notes that the notebook's first page lists. */
    public List<String> listed() throws IOException {
        return NOTE.matcher(get("/notebook").page())
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::take);
            Matcher found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    response.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        }
    }

    private void take(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
