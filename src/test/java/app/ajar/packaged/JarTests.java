package app.ajar.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program starts, in both of its ways, keeps a note, and has it after a restart. */
@Tag("thorough")
class JarTests {

    @Test
    void keepsANoteAcrossAKill(@TempDir Path home) throws IOException {
        List<String> words;
        String note;
        try (Jar ajar = Jar.in(home).ordinary().start()) {
            assertThat(ajar.said()).contains("Starting AjarApplication");
            var reader = new PackagedReader(ajar.address());
            words = reader.startNotebook();
            assertThat(words).hasSize(6);
            note = reader.save("A title", "Line one\n<b> & line two").note();
            ajar.kill();
        }
        try (Jar ajar = Jar.in(home).start()) {
            assertThat(ajar.said()).contains("Starting AOT-processed AjarApplication");
            var reader = new PackagedReader(ajar.address());
            reader.openNotebook(words);
            assertThat(reader.listed()).containsExactly(note);
            assertThat(reader.read(note)).isEqualTo("Line one\n<b> & line two");
        }
    }

    /** Java 25 gives up where the heap it begins with has no room for what the cache holds of it. */
    @Test
    void startsFromTheCacheOnASmallMachine(@TempDir Path home) {
        try (Jar ajar =
                Jar.in(home).jvm("-XX:MaxRAM=512m", "-XX:+PrintFlagsFinal").start()) {
            assertThat(ajar.said())
                    .contains("Starting AOT-processed AjarApplication")
                    .containsPattern("InitialHeapSize += 134217728 ");
        }
    }

    /** What the build worked out knows no such port, so it may not be used then. */
    @Test
    void showsMeasuresOnAPortOfTheirOwnInBothWays(@TempDir Path home) throws IOException {
        Jar.Way ahead = Jar.in(home);
        for (Jar.Way way : List.of(ahead, Jar.in(home).ordinary())) {
            try (Jar ajar = way.with("--management.server.port=0").start()) {
                assertThat(ajar.said().contains("Starts the ordinary way")).isEqualTo(way == ahead);
                List<MatchResult> ports =
                        Jar.PORT.matcher(ajar.said()).results().toList();
                assertThat(ports).as(ajar.said()).hasSize(2);
                var measures = new PackagedReader(
                        URI.create("http://localhost:" + ports.get(1).group(1)));
                assertThat(measures.get("/actuator/prometheus").page()).contains("ajar_requests_seconds_count");
                var reader = new PackagedReader(ajar.address());
                assertThat(reader.get("/actuator/prometheus").status()).isEqualTo(404);
                assertThat(reader.get("/actuator/health/readiness").page()).isEqualTo("{\"status\":\"UP\"}");
            }
        }
    }

    /** For whoever must know which libraries are in it. */
    @Test
    void hasItsBillOfMaterialsInside() throws IOException {
        try (var jar = new JarFile(Jar.PACKAGED.toFile())) {
            String where = jar.getManifest().getMainAttributes().getValue("Sbom-Location");
            assertThat(where).isEqualTo("META-INF/sbom/application.cdx.json");
            String bill = new String(jar.getInputStream(jar.getEntry(where)).readAllBytes(), UTF_8);
            assertThat(bill)
                    .contains("CycloneDX", "spring-boot-tomcat", "bcprov-jdk18on")
                    .doesNotContain("archunit");
        }
    }

    /** Pages of every kind, letter by letter. */
    @Test
    void showsTheSameGuideInBothWays(@TempDir Path home) throws IOException {
        try (Jar one = Jar.in(home).start();
                Jar other = Jar.in(home.resolve("other")).ordinary().start()) {
            var reader = new PackagedReader(one.address());
            var there = new PackagedReader(other.address());
            List<String> pages =
                    List.of("/", "/guide", "/guide/my-limits", "/prompts", "/evidence", "/safety", "/words");
            for (String page : pages) {
                PackagedReader.Answer answer = reader.get(page);
                assertThat(answer.status()).as(page).isEqualTo(200);
                assertThat(answer.page()).as(page).isEqualTo(there.get(page).page());
            }
        }
    }
}
