package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.Reader;
import app.ajar.support.Statements;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What PostgreSQL does for the statements that the program really sends, with a million notes in it. The plans are generic
 * ones, made without a look at the values: what a prepared statement settles on. Only housekeeping's look-ups by day get
 * their days, for how many rows a day finds is what their plan hangs on.
 */
@Tag("thorough")
class QueryPlanTests {

    private static final int NOTES = 1_000_000;
    private static final int HOTTEST = 10;
    private static final Pattern PRIVATE = Pattern.compile("\\b(note|pass|notebook|way_in)\\b(?!\\.)");
    private static final Pattern READS_ALL = Pattern.compile("Seq Scan on (note|pass|notebook|way_in)\\b");

    private static ManyNotebooks many;

    /** Asks without binding anything: the parameters of what is explained have no values. */
    private static JdbcTemplate simply;

    @BeforeAll
    static void fill() {
        many = ManyNotebooks.onPostgres(NOTES);
        assertThat(many.jdbc().queryForObject("select count(*) from note", Integer.class))
                .isEqualTo(NOTES);
        simply = new JdbcTemplate(new DriverManagerDataSource(many.url() + "&preferQueryMode=simple"));
    }

    @AfterAll
    static void stop() {
        many.close();
    }

    @Test
    void readsNoPrivateTableFromEndToEnd() {
        Statements.forget();
        useAFullNotebook();
        many.bean(Notebooks.class).tidy();
        many.bean(Notebooks.class).forget();
        List<String> hottest = Statements.sent().stream()
                .filter(sql -> PRIVATE.matcher(sql).find())
                .sorted(Comparator.comparing(Statements::times).reversed())
                .toList();
        assertThat(hottest).hasSizeGreaterThanOrEqualTo(HOTTEST);
        for (String sql : hottest) {
            String plan = plan(sql);
            if (hottest.indexOf(sql) < HOTTEST) {
                System.out.printf("%dx %s%n%s%n%n", Statements.times(sql), sql, plan.indent(4));
            }
            assertThat(READS_ALL.matcher(plan).find()).as(sql + "\n" + plan).isFalse();
        }
    }

    @Test
    void wouldNoticeOneThatDoes() {
        assertThat(plan("select n.id from note n where n.sealed_body=?")).containsPattern(READS_ALL);
    }

    @Test
    void keepsThreeNotesToAPage() {
        try (var reader = new Reader(many.port())) {
            reader.keyWords(reader.press(reader.open("/notebook/start"), "Start a notebook"));
            write(reader, 1);
        }
        // A page has 8,192 bytes, 24 of them its own; each row is pointed to by 4, and begins at a multiple of 8.
        Integer row = many.jdbc()
                .queryForObject(
                        "select max(pg_column_size(n.*)) from note n where octet_length(sealed_body) > 1000",
                        Integer.class);
        assertThat(row).isBetween(2_600, (8_192 - 24) / 3 - 4 - 8);
        many.jdbc().update("delete from note where octet_length(sealed_body) > 1000");
    }

    /** As a person does, in one that holds all it can but a few. */
    private static void useAFullNotebook() {
        try (var reader = new Reader(many.port())) {
            List<String> words = reader.keyWords(reader.press(reader.open("/notebook/start"), "Start a notebook"));
            write(reader, 0);
            UUID notebook = many.jdbc()
                    .queryForObject("select notebook_id from note where octet_length(sealed_body) > 1000", UUID.class);
            byte[] unreadable = {0};
            many.jdbc()
                    .batchUpdate(
                            "insert into note (id, notebook_id, sealed_heading, sealed_body, written_on, place, revision)"
                                    + " values (?, ?, ?, ?, ?, ?, 0)",
                            IntStream.range(2, Notes.MOST - 50)
                                    .mapToObj(n -> new Object[] {
                                        UUID.randomUUID(),
                                        notebook,
                                        unreadable,
                                        unreadable,
                                        LocalDate.EPOCH.plusDays(n),
                                        n
                                    })
                                    .toList());
            many.jdbc().execute("analyze");
            for (int turn = 1; turn < 10; turn++) {
                HtmlPage saved = write(reader, turn);
                reader.fill(saved, "body", "Changed " + turn);
                reader.press(saved, "Save");
                reader.open("/notebook");
                if (turn == 1) {
                    reader.press(saved, "Delete this note");
                    reader.open("/notebook");
                }
            }
            changeAsAnotherProgram();
            reader.press(reader.open("/notebook"), "Lock now");
            HtmlPage open = reader.open("/notebook/open");
            reader.fill(open, "key-words", String.join(" ", words));
            reader.press(open, "Open it");
        }
    }

    /** Pages save with one question what this program saved before; here are the ones asked otherwise. */
    private static void changeAsAnotherProgram() {
        OpenNotebook notebook = many.bean(Notebooks.class).start(open -> {}).notebook();
        Notes notes = many.bean(Notes.class);
        UUID note = notes.write(notebook, new NoteText("title", "body", "", ""));
        for (int revision = 0; revision < 9; revision++) {
            notes.change(notebook, note, new NoteText("title", "changed " + revision, "", ""), revision);
        }
    }

    private static HtmlPage write(Reader reader, int number) {
        HtmlPage note = reader.open("/notebook/notes/new");
        reader.fill(note, "body", "Note " + number);
        return reader.press(note, "Save");
    }

    private static String plan(String sql) {
        String numbered = sql.replaceAll("(used_on|deleted_on)<\\?", "$1<current_date - 1")
                .replaceAll("opened_on<\\?(?= .* union)", "opened_on<current_date - 365")
                .replaceAll("opened_on<\\?", "opened_on<current_date - 30");
        var parameter = new StringBuilder();
        Matcher next = Pattern.compile("\\?").matcher(numbered);
        int number = 0;
        while (next.find()) {
            number++;
            next.appendReplacement(parameter, "\\$" + number);
        }
        next.appendTail(parameter);
        return String.join("\n", simply.queryForList("explain (generic_plan, costs off) " + parameter, String.class));
    }
}
