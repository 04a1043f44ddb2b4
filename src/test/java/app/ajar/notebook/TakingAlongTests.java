package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import app.ajar.support.Visitor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Taking everything along as one file, and bringing it into a notebook. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class TakingAlongTests {

    private static final String IN = "Bring them in";
    private static final String NOTE =
            "{\"written\":\"2026-11-24T20:00:00.001Z\",\"changed\":\"2026-11-24T20:05:00Z\",\"body\":\"b\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Reader reader;

    @BeforeEach
    void arrive() {
        reader = new Reader(port);
    }

    @AfterEach
    void go() {
        reader.close();
    }

    @Test
    void bringsEverythingIntoAnotherNotebookAndLosesNothing() {
        started();
        HtmlPage plain = reader.open("/notebook/notes/new");
        reader.fill(plain, "title", "Näher 🌙 <b>");
        reader.fill(plain, "body", "Line one\n\n  Line “two” \\ & {0} <script>");
        ((HtmlInput) plain.querySelector("input[name=mood][value=sad]")).setChecked(true);
        reader.press(plain, "Save");
        HtmlPage talk = reader.open("/notebook/talks/new");
        reader.fill(talk, "said", "I asked.");
        reader.fill(talk, "heard", "Not now.\nPerhaps.");
        ((HtmlInput) talk.querySelector("input[name=closer][value='5']")).setChecked(true);
        reader.press(talk, "Save");
        for (GuidedKind kind : GuidedKind.values()) {
            HtmlPage form = reader.open("/notebook/guided/" + kind.key());
            kind.names().stream()
                    .filter(name -> form.getElementById(name) != null)
                    .forEach(name -> reader.fill(form, name, "Under " + name + ", née"));
            assertThat(reader.press(form, "Save").getVisibleText()).contains("Kept and sealed.");
        }
        byte[] first = exported();
        HtmlPage erase = reader.open("/notebook/erase");
        ((HtmlInput) erase.querySelector("[name=sure]")).setChecked(true);
        reader.press(erase, "Erase it now");

        started();
        HtmlPage done = bring(first);
        assertThat(reader.status(done)).isEqualTo(200);
        assertThat(done.getVisibleText()).contains("7 notes were added.").doesNotContain("already");
        assertThat(unpacked(exported())).isEqualTo(unpacked(first));
        assertThat(unpacked(first).keySet())
                .hasSize(8)
                .allMatch(name -> name.matches("notes\\.json|\\d{4}-\\d\\d-\\d\\d-\\d+\\.md"));

        HtmlPage twice = bring(first);
        assertThat(twice.getVisibleText()).contains("No note was added.", "7 notes were here already.");
        assertThat(unpacked(exported())).isEqualTo(unpacked(first));
    }

    @Test
    void givesTheFileANeutralNameAndKeepsItOutOfCaches() {
        started();
        Page file = file();
        assertThat(file.getWebResponse().getResponseHeaderValue("Content-Disposition"))
                .isEqualTo("attachment; filename=\"notes.zip\"");
        assertThat(file.getWebResponse().getContentType()).isEqualTo("application/zip");
        assertThat(file.getWebResponse().getResponseHeaderValue("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void namesANoteThatIsDamagedAndTakesTheOthersAlong() {
        started();
        HtmlPage damaged = written("Soon unreadable");
        written("Still readable");
        var id = UUID.fromString(reader.address(damaged).getPath().replaceFirst(".*/", ""));
        jdbc.update("update note set sealed_body = ? where id = ?", new byte[40], id);
        byte[] zip = exported();
        Map<String, String> files = unpacked(zip);
        assertThat(files).hasSize(3);
        assertThat(files.get("notes.json"))
                .contains("Still readable", "\"damaged\":[\"2")
                .doesNotContain("Soon unreadable");
        assertThat(String.join("", files.values())).contains("A note that cannot be opened\n");
        HtmlPage page = reader.open("/notebook/export/page");
        assertThat(page.getVisibleText()).contains("A note that cannot be opened", "Still readable");
        assertThat(bring(zip).getVisibleText()).contains("No note was added.", "1 note was here already.");
    }

    @Test
    void showsEveryNoteOnOnePageOldestFirst() {
        started();
        written("The first");
        written("The second");
        HtmlPage page = reader.open("/notebook/export/page");
        assertThat(page.querySelectorAll("article")).hasSize(2);
        assertThat(page.getVisibleText()).containsSubsequence("The first", "The second");
    }

    @Test
    void refusesAFileItCannotReadAndAddsNothing() {
        started();
        written("Here before");
        String many = (NOTE + ",").repeat(Notes.MOST);
        Map<byte[], String> refused = new LinkedHashMap<>();
        refused.put(new byte[0], "No file was chosen");
        refused.put("Xylophone".getBytes(), "We cannot read that file");
        refused.put(zip("{\"version\":1,\"notes\":[" + NOTE + ",{\"Xylophone\":1}]}"), "We cannot read that file");
        refused.put(zip("{\"version\":9}"), "That file comes from a newer Ajar");
        refused.put(zip("{\"version\":1,\"notes\":[" + many + NOTE + "]}"), "There is not enough room");
        refused.put(new byte[33 * 1024 * 1024], "That file is too large");
        refused.forEach((file, words) -> {
            HtmlPage page = bring(file);
            assertThat(reader.status(page)).as(words).isEqualTo(422);
            assertThat(page.getVisibleText()).contains(words);
            assertThat((Object) page.querySelector("#file"))
                    .as("one can go on at once")
                    .isNotNull();
        });
        assertThat(reader.open("/notebook").querySelectorAll(".entries a")).hasSize(1);
    }

    @Test
    @Tag("thorough")
    void fillsANotebookToTheBrimWithOneFile() {
        started();
        String all = "{\"version\":1,\"notes\":[" + (NOTE + ",").repeat(Notes.MOST - 1) + NOTE + "]}";
        assertThat(bring(zip(all)).getVisibleText()).contains("5,000 notes were added.");
        assertThat(unpacked(exported())).hasSize(Notes.MOST + 1);
        HtmlPage erase = reader.open("/notebook/erase");
        ((HtmlInput) erase.querySelector("[name=sure]")).setChecked(true);
        reader.press(erase, "Erase it now");
    }

    @Test
    void takesNoFileWithoutATokenOrAnOpenNotebook(CapturedOutput output) {
        String good = "Content-Disposition: form-data; name=\"_csrf\"\r\n\r\nXylophone\r\n--x\r\n";
        String file =
                "Content-Disposition: form-data; name=\"file\"; filename=\"Xylophone.zip\"\r\n\r\nXylophone\r\n--x--\r\n";
        for (String body : List.of("--x\r\n" + good + file, "--x\r\n" + file, "--x--\r\n", "Xylophone", "")) {
            HttpResponse<String> answer = send(body, "multipart/form-data; boundary=x");
            assertThat(answer.statusCode()).as(body).isEqualTo(403);
            assertThat(answer.body())
                    .contains("This page had been open for too long")
                    .doesNotContain("Exception");
        }
        assertThat(send("Xylophone", "multipart/form-data").statusCode()).isEqualTo(403);
        // What the search form holds leads a stale form to the door, and the rest of a body is then not waited for.
        assertThat(send("Xylophone", "multipart/form-data", "?text=x").statusCode())
                .isEqualTo(303);
        started();
        HtmlPage form = reader.open("/notebook/import");
        reader.loseCookie("pass");
        choose(form, zip("{\"version\":1,\"notes\":[" + NOTE + "]}"));
        HtmlPage closed = reader.press(form, IN);
        assertThat(reader.address(closed).getPath()).isEqualTo("/notebook");
        assertThat(output.getAll()).doesNotContain("Xylophone", "Exception");
        assertThat(new Visitor(port).get("/notebook/import").statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> send(String body, String type) {
        return send(body, type, "");
    }

    private HttpResponse<String> send(String body, String type, String query) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/notebook/import" + query))
                                    .header("Content-Type", type)
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HtmlPage bring(byte[] file) {
        HtmlPage form = reader.open("/notebook/import");
        if (file.length > 0) {
            choose(form, file);
        }
        return reader.press(form, IN);
    }

    private static void choose(HtmlPage form, byte[] file) {
        HtmlFileInput input = form.getHtmlElementById("file");
        input.setValue("notes.zip");
        input.setData(file);
    }

    private Page file() {
        return reader.fetch(
                reader.form(reader.open("/notebook/export"), "/notebook/export").querySelector("button"));
    }

    private byte[] exported() {
        try (InputStream in = file().getWebResponse().getContentAsStream()) {
            return in.readAllBytes();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Map<String, String> unpacked(byte[] file) {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return files;
    }

    private static byte[] zip(String json) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("notes.json"));
            zip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }

    private HtmlPage written(String body) {
        HtmlPage note = reader.open("/notebook/notes/new");
        reader.fill(note, "body", body);
        return reader.press(note, "Save");
    }

    private void started() {
        reader.press(reader.open("/notebook/start"), "Start a notebook");
    }
}
