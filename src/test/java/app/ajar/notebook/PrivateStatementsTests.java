package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Reader;
import app.ajar.support.Statements;
import app.ajar.vault.PassSecret;
import app.ajar.vault.Passphrase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every statement on a private table says which notebook it is about, so that it needs to be asked of one machine only. */
@AjarTest
class PrivateStatementsTests {

    /** What a statement on each table must carry. */
    private static final Map<String, String> KEY =
            Map.of("note", "notebook_id", "pass", "notebook_id", "notebook", "id", "way_in", "locator");

    /** Housekeeping's three look-ups of ids by day, the only ones that ask across notebooks. */
    private static final List<Pattern> ACROSS = List.of(
            Pattern.compile("select \\w+\\.notebook_id from pass \\w+ where \\w+\\.used_on<\\?"
                    + " union select \\w+\\.notebook_id from note \\w+ where \\w+\\.deleted_on<\\? .*"),
            Pattern.compile("select \\w+\\.id from notebook \\w+ where \\w+\\.opened_on<\\? .*"
                    + " union select \\w+\\.id from notebook \\w+ where \\w+\\.opened_on<\\? .* and not exists.*"),
            Pattern.compile("select \\w+\\.id from notebook \\w+ where \\w+\\.opened_on=[^?]*'1970-01-01'.*"));

    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|into|update|join|,) *(note|pass|notebook|way_in)\\b(?!\\.)");
    private static final Pattern INSERT = Pattern.compile("insert into (\\w+)(?: as \\w+)? ?\\(([^)]*)\\) ?(.*)");

    /** A statement in brackets, with no other inside it. */
    private static final Pattern INNER =
            Pattern.compile("\\((select (?:[^()]|\\((?!select )(?:[^()]|\\([^()]*\\))*\\))*)\\)");

    @LocalServerPort
    private int port;

    @Autowired
    private Notebooks notebooks;

    @Autowired
    private Notes notes;

    @Autowired
    private Passes passes;

    @Test
    void everyPrivateStatementCarriesItsNotebook() {
        walkThroughTheNotebook();
        reachWhatPagesSeldomDo();
        notebooks.tidy();
        notebooks.forget();
        Set<String> onPrivateTables = new TreeSet<>();
        for (String sql : Statements.sent()) {
            if (TABLE.matcher(sql).find()) {
                onPrivateTables.add(sql);
            }
        }
        assertThat(onPrivateTables).as("it did see what was sent").hasSizeGreaterThan(20);
        for (String save : List.of("insert into note \\(notebook_id,id", "update note set sealed_heading")) {
            assertThat(onPrivateTables)
                    .filteredOn(sql -> Pattern.compile(save).matcher(sql).lookingAt())
                    .as("a save with one question, which pages make, and the ordinary one")
                    .filteredOn(sql -> !sql.contains("_0"))
                    .hasSize(2)
                    .filteredOn(sql -> sql.contains("from pass p"))
                    .hasSize(1);
        }
        assertThat(onPrivateTables)
                .filteredOn(PrivateStatementsTests::asksAcross)
                .hasSize(ACROSS.size());
        assertThat(onPrivateTables)
                .filteredOn(sql -> !asksAcross(sql))
                .allSatisfy(sql -> assertThat(carriesItsKey(sql)).as(sql).isTrue());
    }

    @Test
    void noticesAStatementWithoutOne() {
        assertThat(carriesItsKey("select n1_0.id from note n1_0 where n1_0.id=?"))
                .isFalse();
        assertThat(carriesItsKey("select n1_0.id from note n1_0 where n1_0.notebook_id=? or n1_0.id=?"))
                .isFalse();
        assertThat(carriesItsKey("update pass p1_0 set notebook_id=? where p1_0.locator=?"))
                .isFalse();
        assertThat(carriesItsKey("insert into note (id,revision) values (?,?)")).isFalse();
        assertThat(carriesItsKey(
                        "insert into note (notebook_id,id) select n1_0.id,? from notebook n1_0 where n1_0.place<?"))
                .isFalse();
        assertThat(carriesItsKey("insert into note (notebook_id,id) select n1_0.id,? from notebook n1_0 where n1_0.id=?"
                        + " and not exists(select 1 from note n2_0 where n2_0.id=?)"))
                .isFalse();
        assertThat(carriesItsKey("insert into note (notebook_id,id) select n1_0.id,? from notebook n1_0 where n1_0.id=?"
                        + " and not exists(select 1 from note n2_0 where n2_0.notebook_id=? and n2_0.id=?)"))
                .isTrue();
        assertThat(carriesItsKey("delete from note n1_0 where n1_0.notebook_id=? and n1_0.deleted_on<?"))
                .isTrue();
    }

    private void walkThroughTheNotebook() {
        try (var reader = new Reader(port)) {
            List<String> words = reader.keyWords(reader.press(reader.open("/notebook/start"), "Start a notebook"));
            HtmlPage first = write(reader, "One");
            reader.fill(first, "body", "One, changed");
            HtmlPage saved = reader.press(first, "Save");
            reader.open("/notebook");
            reader.press(saved, "Delete this note");
            reader.open("/notebook");
            write(reader, "Two");
            reader.press(reader.open("/notebook"), "Lock now");
            HtmlPage open = reader.open("/notebook/open");
            reader.fill(open, "key-words", String.join(" ", words));
            reader.press(open, "Open it");
            HtmlPage export = reader.open("/notebook/export");
            reader.fetch(reader.form(export, "/notebook/export").querySelector("button"));
        }
    }

    private static HtmlPage write(Reader reader, String text) {
        HtmlPage note = reader.open("/notebook/notes/new");
        reader.fill(note, "body", text);
        return reader.press(note, "Save");
    }

    private void reachWhatPagesSeldomDo() {
        Notebooks.Started started = notebooks.start(notebook -> {});
        OpenNotebook notebook = started.notebook();
        PassSecret secret = started.secret();
        var note = notes.write(notebook, new NoteText("title", "body", "", ""));
        notes.change(notebook, note, new NoteText("title", "changed by somebody else", "", ""), 0);
        notes.delete(notebook, note);
        notes.restore(notebook, note);
        notebooks.setPhrase(
                notebook,
                secret,
                Passphrase.read("The statements by the third bridge").orElseThrow());
        notebooks.hasPhrase(notebook);
        notebooks.removePhrase(notebook, secret);
        notebooks.changeWords(notebook, secret, notebooks.turn(notebook), true);
        passes.left(secret);
        passes.words(notebook, secret);
        passes.devices(notebook, secret);
        passes.closeOthers(notebook, secret);
        notebooks.erase(notebook);
    }

    private static boolean asksAcross(String sql) {
        return ACROSS.stream().anyMatch(known -> known.matcher(sql).matches());
    }

    /** Whether the statement names tables only with a value that their key must have; so must each one inside it. */
    private static boolean carriesItsKey(String sql) {
        String outside = sql;
        for (var inner = INNER.matcher(outside); inner.find(); inner = INNER.matcher(outside)) {
            if (!namesItsNotebook(inner.group(1))) {
                return false;
            }
            outside = inner.replaceFirst("");
        }
        var insert = INSERT.matcher(outside);
        if (!insert.matches()) {
            return namesItsNotebook(outside);
        }
        return List.of(insert.group(2).split(",")).contains(KEY.get(insert.group(1)))
                && (!insert.group(3).startsWith("select ") || namesItsNotebook(insert.group(3)));
    }

    /** The same for one without another inside. */
    private static boolean namesItsNotebook(String sql) {
        Set<String> tables = new TreeSet<>();
        TABLE.matcher(sql).results().forEach(found -> tables.add(found.group(1)));
        if (tables.size() != 1) {
            return false;
        }
        String key = KEY.get(tables.iterator().next());
        int where = sql.toLowerCase(Locale.ROOT).indexOf(" where ");
        if (where < 0) {
            return false;
        }
        // What stands inside brackets may offer a choice; outside, one would let the key go.
        String conditions = sql.substring(where + " where ".length());
        String outside = conditions;
        for (String before = ""; !before.equals(outside); ) {
            before = outside;
            outside = outside.replaceAll("\\([^()]*\\)", "");
        }
        return !outside.contains(" or ")
                && Pattern.compile("(?<![\\w])(?:\\w+\\.)?" + key + "=\\?")
                        .matcher(outside)
                        .find();
    }
}
