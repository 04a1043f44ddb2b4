package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.vault.Seal;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lists of notes on the real migrations: what they show, and how much they read for it. */
@DataJpaTest(
        properties = {
            "spring.test.database.replace=none",
            "spring.datasource.url=jdbc:h2:mem:notebooks;DB_CLOSE_DELAY=-1"
        })
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class NoteListsTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final int MANY = 230;

    @Autowired
    private NoteRepository rows;

    @Autowired
    private JdbcTemplate jdbc;

    private final OpenNotebook notebook = new OpenNotebook(UUID.randomUUID(), Seal.newDataKey(new SecureRandom()));
    private final OpenNotebook other = new OpenNotebook(UUID.randomUUID(), Seal.newDataKey(new SecureRandom()));
    private final List<Integer> read = new ArrayList<>();
    private NoteLists lists;
    private List<UUID> newestFirst;

    @BeforeEach
    void fill() {
        jdbc.update("delete from note");
        for (OpenNotebook one : List.of(notebook, other)) {
            jdbc.update("insert into notebook (id, revision) values (?, 0)", one.id());
        }
        newestFirst = new ArrayList<>(ManyNotes.fill(jdbc, notebook, MANY, FIRST, NoteListsTests::note));
        Collections.reverse(newestFirst);
        ManyNotes.fill(jdbc, other, 3, FIRST, NoteListsTests::note);
        lists = new NoteLists(counted());
    }

    private static NoteText note(int number) {
        Talk talk = number % 4 == 0 ? new Talk("I asked.", "", 1 + number % 5, 0, 0, "", "") : null;
        return new NoteText("Note " + number, talk == null ? "Text." : "", "", "", talk);
    }

    /** The repository, noting how many rows each question was answered with. */
    private NoteRepository counted() {
        return (NoteRepository) Proxy.newProxyInstance(
                NoteRepository.class.getClassLoader(),
                new Class<?>[] {NoteRepository.class},
                (proxy, method, arguments) -> {
                    Object answer = method.invoke(rows, arguments);
                    if (answer instanceof Collection<?> some) {
                        read.add(some.size());
                    }
                    return answer;
                });
    }

    @Test
    void goesThroughTheWholeListPageByPageAndLeavesNothingOut() {
        var seen = new ArrayList<UUID>();
        UUID after = null;
        do {
            NoteLists.Page page = lists.page(notebook, null, after);
            page.entries().forEach(entry -> seen.add(entry.id()));
            after = page.next();
        } while (after != null);
        assertThat(seen).isEqualTo(newestFirst);
        assertThat(read).hasSize(5).allMatch(rows -> rows <= NoteLists.PAGE + 1);
    }

    @Test
    void readsOnePageOfHeadingsForAPage() {
        lists.page(notebook, null, null);
        lists.page(notebook, YearMonth.of(2026, 7), null);
        assertThat(read).containsExactly(NoteLists.PAGE + 1, 31);
    }

    @Test
    void goesOnWhereItWasWhenNewNotesComeInMeanwhileAndTheLastOneIsDeleted() {
        UUID last = lists.page(notebook, null, null).next();
        ManyNotes.fill(jdbc, notebook, 1, FIRST.plusYears(1), number -> new NoteText("New", "New.", "", ""));
        jdbc.update("update note set deleted_on = ? where id = ?", FIRST, last);
        assertThat(lists.page(notebook, null, last).entries())
                .first()
                .extracting(NoteLists.Entry::id)
                .isEqualTo(newestFirst.get(NoteLists.PAGE));
    }

    @Test
    void ordersNotesOfOneDayByTheirPlaceAcrossPages() {
        jdbc.update("update note set written_on = ? where notebook_id = ?", FIRST, notebook.id());
        NoteLists.Page page = lists.page(notebook, null, null);
        assertThat(lists.page(notebook, null, page.next()).entries())
                .extracting(NoteLists.Entry::id)
                .isEqualTo(newestFirst.subList(NoteLists.PAGE, 2 * NoteLists.PAGE));
    }

    @Test
    void beginsFromTheStartAfterANoteThatIsNotInTheNotebook() {
        UUID foreign = lists.page(other, null, null).entries().get(1).id();
        for (UUID odd : List.of(foreign, UUID.randomUUID())) {
            assertThat(lists.page(notebook, null, odd).entries())
                    .first()
                    .extracting(NoteLists.Entry::id)
                    .isEqualTo(newestFirst.get(0));
        }
    }

    @Test
    void showsAMonthAndNothingBesideIt() {
        NoteLists.Page july = lists.page(notebook, YearMonth.of(2026, 7), null);
        assertThat(july.entries())
                .hasSize(31)
                .allMatch(entry -> YearMonth.from(entry.writtenOn()).equals(YearMonth.of(2026, 7)));
        assertThat(july.next()).isNull();
        assertThat(lists.page(notebook, YearMonth.of(2020, 1), null).entries()).isEmpty();
        jdbc.update(
                "update note set written_on = ? where notebook_id = ? and written_on > ?",
                LocalDate.of(2026, 7, 20),
                notebook.id(),
                LocalDate.of(2026, 7, 20));
        NoteLists.Page first = lists.page(notebook, YearMonth.of(2026, 7), null);
        NoteLists.Page second = lists.page(notebook, YearMonth.of(2026, 7), first.next());
        assertThat(first.entries()).hasSize(NoteLists.PAGE);
        assertThat(new HashSet<>(second.entries()))
                .hasSize(NoteLists.PAGE)
                .doesNotContainAnyElementsOf(first.entries());
    }

    @Test
    void namesTheMonthsThatHaveNotes() {
        jdbc.update("update note set deleted_on = ? where written_on < ?", FIRST, LocalDate.of(2026, 7, 1));
        assertThat(lists.months(notebook))
                .containsExactly(
                        YearMonth.of(2027, 1),
                        YearMonth.of(2026, 12),
                        YearMonth.of(2026, 11),
                        YearMonth.of(2026, 10),
                        YearMonth.of(2026, 9),
                        YearMonth.of(2026, 8),
                        YearMonth.of(2026, 7));
    }

    @Test
    void findsTheTalksAmongTheNotes() {
        NoteLists.Page page = lists.talks(notebook, null);
        NoteLists.Page older = lists.talks(notebook, page.next());
        var seen = new ArrayList<>(page.entries());
        seen.addAll(older.entries());
        assertThat(older.next()).isNull();
        assertThat(page.entries()).hasSize(NoteLists.PAGE);
        assertThat(seen)
                .hasSize((MANY + 3) / 4)
                .allMatch(entry -> entry.heading() != null && entry.heading().talk() != null)
                .extracting(NoteLists.Entry::writtenOn)
                .isSortedAccordingTo(Collections.reverseOrder());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // As the repository asks for a page of headings, for whole notes, for deleted ones and for months.
                "select id from note where notebook_id = ?1 and written_on between date '2026-06-01' and date '2026-12-31'"
                        + " and (written_on < date '2026-12-31' or place < 99) and deleted_on is null"
                        + " order by notebook_id, written_on desc, place desc fetch first 51 rows only",
                "select sealed_body from note where notebook_id = ?1 and written_on <= date '2026-12-31'"
                        + " and (written_on < date '2026-12-31' or place < 99) and deleted_on is null"
                        + " order by notebook_id, written_on desc, place desc fetch first 100 rows only"
            })
    void isServedFromTheIndexInItsOrder(String question) {
        assertThat(plan(question)).contains("NOTE_NEWEST: ", " NOTEBOOK_ID = ", "/* index sorted */");
    }

    @Test
    void looksUpDeletedNotesAndMonthsInTheirIndexes() {
        assertThat(plan("select id from note where notebook_id = ?1 and deleted_on >= date '1970-01-01'"))
                .contains("NOTE_DELETED_IN: ");
        assertThat(plan("select distinct extract(year from written_on), extract(month from written_on) from note"
                        + " where notebook_id = ?1 and deleted_on is null"))
                .contains("NOTE_NEWEST: ");
    }

    private String plan(String question) {
        jdbc.execute("analyze");
        return String.join("\n", jdbc.queryForList("explain " + question, String.class, notebook.id()));
    }
}
