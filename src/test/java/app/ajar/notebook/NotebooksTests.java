package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.ajar.vault.PassSecret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Notebooks and their notes on the real migrations, with a clock that the test moves. */
@DataJpaTest(
        properties = {
            "spring.test.database.replace=none",
            "spring.datasource.url=jdbc:h2:mem:notebooks;DB_CLOSE_DELAY=-1"
        })
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class NotebooksTests {

    private static final NoteText TEXT = new NoteText("My part", "I get sharp when I am tired.", "", "tired");

    private final MovingClock clock = new MovingClock();
    private final NotebookSettings settings = new NotebookSettings(Duration.ofMinutes(30), Duration.ofMinutes(15));

    @Autowired
    private NotebookRepository notebookRows;

    @Autowired
    private PassRepository passRows;

    @Autowired
    private NoteRepository noteRows;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate jdbc;

    private Notebooks notebooks;
    private Notes notes;

    @BeforeEach
    void start() {
        jdbc.update("delete from pass");
        jdbc.update("delete from note");
        jdbc.update("delete from notebook");
        notebooks = freshProgram();
        notes = new Notes(noteRows, clock);
    }

    /** What a restart leaves: the store, and nothing in memory. */
    private Notebooks freshProgram() {
        return new Notebooks(notebookRows, passRows, noteRows, settings, new TransactionTemplate(transactions), clock);
    }

    private Notebooks.Started started() {
        return notebooks.start(notebook -> {});
    }

    @Test
    void opensAgainWithItsWordsOnAnyDevice() {
        Notebooks.Started started = started();
        UUID id = inTransaction(() -> notes.write(started.notebook(), TEXT));
        notebooks.close(started.secret());

        Notebooks.Opened opened = freshProgram()
                .open(String.join("  ", started.words().words()).toUpperCase(java.util.Locale.ROOT))
                .orElseThrow();

        assertThat(notes.read(opened.notebook(), id).orElseThrow().text()).isEqualTo(TEXT);
    }

    @Test
    void takesTheFirstFourLettersOfEachWord() {
        Notebooks.Started started = started();
        String short4 = started.words().words().stream()
                .map(word -> word.substring(0, Math.min(4, word.length())))
                .collect(java.util.stream.Collectors.joining(" "));
        assertThat(notebooks.open(short4)).isPresent();
    }

    @Test
    void givesOneAnswerToWrongWordsWhateverIsWrong() {
        List<String> words = started().words().words();
        var backwards = new java.util.ArrayList<>(words);
        java.util.Collections.reverse(backwards);
        String reversed = String.join(" ", backwards);
        for (String wrong :
                List.of("", "six words that are not in it", String.join(" ", words.subList(0, 5)), reversed)) {
            assertThat(notebooks.open(wrong)).as(wrong).isEmpty();
        }
        assertThat(notebooks.open(String.join(" ", words) + " zebra")).isEmpty();
    }

    @Test
    void staysOpenAcrossARestartOfTheServer() {
        Notebooks.Started started = started();
        UUID id = inTransaction(() -> notes.write(started.notebook(), TEXT));
        PassSecret fromCookie =
                PassSecret.fromCookie(started.secret().cookieText()).orElseThrow();
        OpenNotebook resumed = freshProgram().resume(fromCookie).orElseThrow();
        assertThat(notes.read(resumed, id).orElseThrow().text()).isEqualTo(TEXT);
    }

    @Test
    void opensToNoOtherSecret() {
        started();
        assertThat(notebooks.resume(PassSecret.fresh(new SecureRandom()))).isEmpty();
    }

    @Test
    void keepsNeitherWordsNorKeysNorSecretsInTheStore() {
        Notebooks.Started started = started();
        inTransaction(() -> notes.write(started.notebook(), TEXT));
        String dump = String.join("\n", jdbc.queryForList("script nopasswords", String.class));
        byte[] key = started.notebook().key().getEncoded();
        assertThat(dump)
                .contains("INTO \"PUBLIC\".\"NOTE\"")
                .doesNotContain(started.secret().cookieText())
                .doesNotContain(java.util.HexFormat.of().formatHex(key))
                .doesNotContainIgnoringCase("sharp when");
        String notebookTables = dump.lines()
                .filter(line -> line.contains("NOTE\"") || line.contains("PASS\""))
                .collect(java.util.stream.Collectors.joining("\n"));
        assertThat(started.words().words()).noneMatch(word -> notebookTables.contains("'" + word + "'"));
    }

    @Test
    void closesForGoodOnThisDeviceOnly() {
        Notebooks.Started started = started();
        Notebooks.Opened elsewhere =
                notebooks.open(String.join(" ", started.words().words())).orElseThrow();
        notebooks.close(started.secret());
        assertThat(notebooks.resume(started.secret())).isEmpty();
        assertThat(notebooks.resume(elsewhere.secret())).isPresent();
    }

    @Test
    void closesItselfAfterHalfAnHourOfRest() {
        Notebooks.Started started = started();
        clock.move(Duration.ofMinutes(29));
        assertThat(notebooks.resume(started.secret())).isPresent();
        clock.move(Duration.ofMinutes(30));
        assertThat(notebooks.resume(started.secret())).as("used a moment ago").isPresent();
        clock.move(Duration.ofMinutes(31));
        assertThat(notebooks.resume(started.secret())).isEmpty();
        notebooks.tidy();
        assertThat(count("pass")).isZero();
    }

    @Test
    void listsNewestFirstAndNeverAnotherNotebooksNotes() {
        Notebooks.Started one = started();
        Notebooks.Started two = started();
        inTransaction(() -> notes.write(one.notebook(), new NoteText("first", "a", "", "")));
        clock.move(Duration.ofMinutes(1));
        inTransaction(() -> notes.write(one.notebook(), new NoteText("second", "b", "", "")));
        UUID foreign = inTransaction(() -> notes.write(two.notebook(), new NoteText("foreign", "c", "", "")));
        assertThat(notes.list(one.notebook()))
                .extracting(entry -> entry.heading().title())
                .containsExactly("second", "first");
        assertThat(notes.read(one.notebook(), foreign)).isEmpty();
        assertThat(inTransaction(() -> notes.change(one.notebook(), foreign, TEXT, 0)))
                .isFalse();
        inTransaction(() -> {
            notes.delete(one.notebook(), foreign);
            return true;
        });
        assertThat(notes.read(two.notebook(), foreign)).isPresent();
    }

    @Test
    void bringsADeletedNoteBackUntilItsTimeIsUp() {
        Notebooks.Started started = started();
        UUID id = inTransaction(() -> notes.write(started.notebook(), TEXT));
        delete(started.notebook(), id);
        assertThat(notes.read(started.notebook(), id)).isEmpty();
        clock.move(Duration.ofMinutes(14));
        notebooks.tidy();
        inTransaction(() -> {
            notes.restore(started.notebook(), id);
            return true;
        });
        assertThat(notes.read(started.notebook(), id)).isPresent();
        delete(started.notebook(), id);
        clock.move(Duration.ofMinutes(16));
        notebooks.tidy();
        assertThat(count("note")).isZero();
    }

    @Test
    void forgetsDeletedNotesWhenItIsClosed() {
        Notebooks.Started started = started();
        delete(started.notebook(), inTransaction(() -> notes.write(started.notebook(), TEXT)));
        notebooks.close(started.secret());
        assertThat(count("note")).isZero();
    }

    @Test
    void refusesToOverwriteAVersionThePersonHasNotSeen() {
        Notebooks.Started started = started();
        UUID id = inTransaction(() -> notes.write(started.notebook(), TEXT));
        long seen = notes.read(started.notebook(), id).orElseThrow().revision();
        var elsewhere = new NoteText("My part", "changed elsewhere", "", "");
        assertThat(inTransaction(() -> notes.change(started.notebook(), id, elsewhere, seen)))
                .isTrue();
        assertThatExceptionOfType(Notes.ChangedMeanwhileException.class)
                .isThrownBy(() -> inTransaction(() -> notes.change(started.notebook(), id, TEXT, seen)));
        assertThat(notes.read(started.notebook(), id).orElseThrow().text()).isEqualTo(elsewhere);
    }

    @Test
    void erasesEverythingAndLeavesOthersAlone() {
        Notebooks.Started mine = started();
        Notebooks.Started other = started();
        inTransaction(() -> notes.write(mine.notebook(), TEXT));
        inTransaction(() -> notes.write(other.notebook(), TEXT));
        notebooks.erase(mine.notebook());
        assertThat(notebooks.open(String.join(" ", mine.words().words()))).isEmpty();
        assertThat(notebooks.resume(mine.secret())).isEmpty();
        assertThat(count("note")).isOne();
        assertThat(notebooks.resume(other.secret())).isPresent();
    }

    @Test
    void makesNoNotebookWhenItsFirstNoteCannotBeKept() {
        assertThatIllegalStateException()
                .isThrownBy(() -> notebooks.start(notebook -> {
                    throw new IllegalStateException("the disk is full");
                }));
        assertThat(count("notebook")).isZero();
        assertThat(count("pass")).isZero();
    }

    @Test
    void showsADamagedNoteInTheListWithoutItsWords() {
        Notebooks.Started started = started();
        UUID damaged = inTransaction(() -> notes.write(started.notebook(), TEXT));
        UUID sound = inTransaction(() -> notes.write(started.notebook(), new NoteText("sound", "x", "", "")));
        byte[] heading = Optional.ofNullable(
                        jdbc.queryForObject("select sealed_heading from note where id = ?", byte[].class, damaged))
                .orElseThrow();
        heading[heading.length / 2] ^= 1;
        jdbc.update("update note set sealed_heading = ? where id = ?", heading, damaged);
        assertThat(notes.list(started.notebook()))
                .filteredOn(entry -> entry.id().equals(damaged))
                .allMatch(entry -> entry.heading() == null);
        assertThat(notes.read(started.notebook(), sound)).isPresent();
    }

    private void delete(OpenNotebook notebook, UUID id) {
        inTransaction(() -> {
            notes.delete(notebook, id);
            return true;
        });
    }

    // Notes is used here without its proxy, so the test brings the transaction.
    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        T result = new TransactionTemplate(transactions).execute(status -> work.get());
        return Optional.ofNullable(result).orElseThrow();
    }

    private int count(String table) {
        return Optional.ofNullable(jdbc.queryForObject("select count(*) from " + table, Integer.class))
                .orElseThrow();
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T21:40:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
