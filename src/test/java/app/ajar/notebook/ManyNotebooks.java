package app.ajar.notebook;

import app.ajar.AjarApplication;
import app.ajar.support.Statements;
import app.ajar.support.TestStore;
import app.ajar.vault.QuickStretching;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A program on a store that many people use: notebooks of {@value #NOTES_EACH} notes, every tenth of them open somewhere.
 * The store makes the rows itself, in seconds; nobody can read them, and they are shorter than real ones, which changes
 * neither the height of an index nor a plan.
 */
final class ManyNotebooks implements AutoCloseable {

    static final int NOTES_EACH = 20;

    private final ServletWebServerApplicationContext program;

    private ManyNotebooks(ServletWebServerApplicationContext program) {
        this.program = program;
    }

    static ManyNotebooks onPostgres(int notes) {
        ManyNotebooks many = start(
                List.of("--spring.profiles.active=postgres", "--spring.datasource.url=" + TestStore.freshPostgres()));
        many.fill(
                notes,
                "gen_random_uuid()",
                "generate_series(1, %d)",
                "decode(repeat('5a', 100), 'hex')",
                " order by n.id");
        many.jdbc().execute("vacuum analyze");
        return many;
    }

    /** @param home where the file goes */
    static ManyNotebooks onH2(java.nio.file.Path home, int notes) {
        ManyNotebooks many = start(List.of("--ajar.home=" + home.toAbsolutePath()));
        many.fill(notes, "random_uuid()", "system_range(1, %d)", "cast(repeat('Z', 100) as varbinary)", "");
        many.jdbc().execute("analyze");
        return many;
    }

    private static ManyNotebooks start(List<String> store) {
        return new ManyNotebooks((ServletWebServerApplicationContext) new SpringApplicationBuilder(
                        AjarApplication.class, QuickStretching.class, Statements.Configuration.class)
                .run(Stream.concat(
                                store.stream(),
                                Stream.of(
                                        "--server.port=0",
                                        "--spring.main.allow-bean-definition-overriding=true",
                                        "--ajar.attempts.at-once=1000000",
                                        "--ajar.attempts.all-at-once=1000000"))
                        .toArray(String[]::new)));
    }

    private void fill(int notes, String uuid, String series, String bytes, String inOrder) {
        long begun = System.nanoTime();
        jdbc().update("insert into notebook (id, opened_on, words_locator, revision) select " + uuid
                + ", current_date, lpad(cast(s.n as varchar), 64, '0'), 0 from "
                + String.format(series, notes / NOTES_EACH) + " as s(n)");
        jdbc().update(
                        "insert into way_in (locator, notebook_id, kind, wrapped_key, revision) select words_locator, id, 'words', "
                                + bytes + ", 0 from notebook");
        jdbc().update(
                        "insert into pass (notebook_id, locator, wrapped_key, sealed_use, sealed_words, used_on, revision)"
                                + " select id, words_locator, " + bytes + ", " + bytes + ", " + bytes
                                + ", current_date, 0 from notebook where words_locator like '%0'");
        jdbc().update("insert into note (notebook_id, id, sealed_heading, sealed_body, written_on, place, revision)"
                + " select n.id, " + uuid + ", " + bytes + ", " + bytes
                + ", current_date, s.n, 0 from notebook n cross join "
                + String.format(series, NOTES_EACH) + " as s(n)" + inOrder);
        System.out.printf(
                "%d notes in %s%n",
                notes, Duration.ofNanos(System.nanoTime() - begun).truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    }

    int port() {
        return program.getWebServer().getPort();
    }

    /** The address of its store. */
    String url() {
        return program.getEnvironment().getRequiredProperty("spring.datasource.url");
    }

    JdbcTemplate jdbc() {
        return program.getBean(JdbcTemplate.class);
    }

    <T> T bean(Class<T> type) {
        return program.getBean(type);
    }

    @Override
    public void close() {
        program.close();
    }
}
