package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

import app.ajar.support.MovingClock;
import app.ajar.support.Statements;
import app.ajar.support.Stored;
import app.ajar.support.TestStore;
import app.ajar.vault.KeyWords;
import app.ajar.vault.PassSecret;
import app.ajar.vault.Passphrase;
import app.ajar.vault.QuickStretching;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Notebooks and their notes on the real migrations, with a clock that the test moves. */
@Tag(TestStore.TAG)
@DataJpaTest(properties = {"spring.test.database.replace=none", "spring.datasource.url=jdbc:h2:mem:"})
@ContextConfiguration(initializers = TestStore.class)
@ActiveProfiles(resolver = TestStore.Profile.class)
@Import(Statements.Configuration.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class NotebooksTests {

    private static final NoteText TEXT = new NoteText("My part", "I get sharp when I am tired.", "", "tired");

    private static final NoteText OTHER = new NoteText("Their part", "And they go quiet.", "", "");

    private final MovingClock clock = new MovingClock("2026-11-22T21:40:00Z");
    private final NotebookSettings settings = new NotebookSettings(
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofDays(365),
            Duration.ofDays(30),
            Duration.ofDays(30));

    @Autowired
    private NotebookRepository notebookRows;

    @Autowired
    private WayInRepository wayRows;

    @Autowired
    private PassRepository passRows;

    @Autowired
    private NoteRepository noteRows;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate jdbc;

    private Passes passes;
    private Notebooks notebooks;
    private Notes notes;
    private NoteLists lists;

    @BeforeEach
    void start() {
        jdbc.update("delete from pass");
        jdbc.update("delete from note");
        jdbc.update("delete from way_in");
        jdbc.update("delete from notebook");
        notebooks = freshProgram();
        notes = freshNotes();
        lists = new NoteLists(noteRows);
    }

    private Notes freshNotes() {
        return new Notes(
                new NoteRows(jdbc),
                new LatelySaved(),
                noteRows,
                notebookRows,
                settings,
                new TransactionTemplate(transactions),
                () -> {},
                clock,
                ZoneOffset.UTC);
    }

    /** What a restart leaves: the store, and nothing in memory. */
    private Notebooks freshProgram() {
        return freshProgram(noteRows);
    }

    private Notebooks freshProgram(NoteRepository noteRows) {
        return freshProgram(notebookRows, noteRows);
    }

    private Notebooks freshProgram(NotebookRepository notebookRows, NoteRepository noteRows) {
        var transaction = new TransactionTemplate(transactions);
        passes = new Passes(new PassRows(jdbc), passRows, notebookRows, noteRows, settings, transaction, clock);
        return new Notebooks(
                notebookRows,
                wayRows,
                noteRows,
                passes,
                passRows,
                new Stretching(QuickStretching.quick()),
                settings,
                transaction,
                clock);
    }

    private Optional<KeyWords> changed(Notebooks.Started started, boolean phraseToo) {
        return notebooks.changeWords(
                started.notebook(), started.secret(), notebooks.turn(started.notebook()), phraseToo);
    }

    private Notebooks.Started started() {
        return notebooks.start(notebook -> {});
    }

    @Test
    void opensAgainWithItsWordsOnAnyDevice() {
        Notebooks.Started started = started();
        UUID id = inTransaction(() -> notes.write(started.notebook(), TEXT));
        passes.close(started.secret());

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
        freshProgram();
        OpenNotebook resumed = passes.resume(fromCookie).orElseThrow();
        assertThat(notes.read(resumed, id).orElseThrow().text()).isEqualTo(TEXT);
    }

    @Test
    void opensToNoOtherSecret() {
        Notebooks.Started started = started();
        assertThat(passes.resume(PassSecret.fresh(started.notebook().id(), new SecureRandom())))
                .isEmpty();
    }

    @Test
    void keepsNeitherWordsNorKeysNorSecretsInTheStore() {
        Notebooks.Started started = started();
        UUID id = inTransaction(() -> notes.write(started.notebook(), TEXT));
        String dump = Stored.everything(Objects.requireNonNull(jdbc.getDataSource()));
        HexFormat hex = HexFormat.of();
        assertThat(dump)
                .as("it did read the tables, bytes among them")
                .contains(
                        "\n" + id + "\n", "\n" + hex.formatHex(started.secret().locator()) + "\n");
        String cookie = started.secret().cookieText();
        byte[] secret = Arrays.copyOfRange(Base64.getUrlDecoder().decode(cookie), 16, 48);
        for (byte[] bytes : List.of(started.notebook().key().getEncoded(), secret)) {
            assertThat(dump).doesNotContain(hex.formatHex(bytes));
        }
        for (String text : List.of(cookie, words(started), "sharp when")) {
            assertThat(dump)
                    .doesNotContainIgnoringCase(text)
                    .doesNotContain(hex.formatHex(text.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(started.words().words()).noneMatch(word -> dump.contains("\n" + word + "\n"));
    }

    @Test
    void savesInOneStatementWhatItSavedBefore() {
        Notebooks.Started started = started();
        notes.write(started.notebook(), TEXT);
        RecentlyOpen recent = passes.recent(started.secret()).orElseThrow();
        UUID id = UUID.randomUUID();
        Statements.forget();
        assertThat(notes.keepAtOnce(recent, id, TEXT, NoteView.Draft.NEW)).contains(new Notes.Kept(id, 0));
        assertThat(Statements.sent()).singleElement().asString().startsWith("insert into note");
        Statements.forget();
        assertThat(notes.keepAtOnce(recent, id, OTHER, 0)).contains(new Notes.Kept(id, 1));
        assertThat(notes.changeAtOnce(recent, id, TEXT, 1)).isTrue();
        assertThat(Statements.sent()).singleElement().asString().startsWith("update note");
        Notes.Read read = notes.read(started.notebook(), id).orElseThrow();
        assertThat(read.text()).isEqualTo(TEXT);
        assertThat(read.revision()).isEqualTo(2);
        assertThat(jdbc.queryForList("select place from note order by place", Long.class))
                .containsExactly(1L, 2L);
    }

    @Test
    void looksUpThePassAloneWhenItsUseIsToBeNoted() {
        Notebooks.Started started = started();
        notes.write(started.notebook(), TEXT);
        clock.move(Duration.ofMinutes(5));
        var hand = new NotebookAtHand(() -> passes.recent(started.secret()), () -> passes.resume(started.secret()));
        Statements.forget();
        RecentlyOpen recent = hand.recent().orElseThrow();
        assertThat(notes.keepAtOnce(recent, UUID.randomUUID(), TEXT, NoteView.Draft.NEW))
                .isPresent();
        assertThat(hand.open()).as("looked up already").isPresent();
        assertThat(Statements.sent())
                .extracting(sent -> sent.replaceFirst("^(select).* from|^(insert) into", "$1$2"))
                .extracting(sent -> sent.replaceFirst("^(\\w+ \\w+).*", "$1"))
                .containsExactlyInAnyOrder("select pass", "update pass", "update notebook", "insert note");
        passes.close(started.secret());
        clock.move(Duration.ofMinutes(5));
        var closed = new NotebookAtHand(() -> passes.recent(started.secret()), () -> passes.resume(started.secret()));
        assertThat(closed.recent()).isEmpty();
        assertThat(closed.open()).isEmpty();
    }

    @Test
    void keepsWhenANoteWasWrittenThoughItIsChangedInOneStatement() {
        Notebooks.Started started = started();
        UUID id = notes.write(started.notebook(), TEXT);
        Times before = notes.read(started.notebook(), id).orElseThrow().times();
        clock.move(Duration.ofSeconds(20));
        RecentlyOpen recent = passes.recent(started.secret()).orElseThrow();
        assertThat(notes.changeAtOnce(recent, id, OTHER, 0)).isTrue();
        Times after = notes.read(started.notebook(), id).orElseThrow().times();
        assertThat(after).isEqualTo(before.changed(clock.instant()));
    }

    @Test
    void looksUpWhatItDidNotSaveItself() {
        Notebooks.Started started = started();
        UUID id = notes.write(started.notebook(), TEXT);
        RecentlyOpen recent = passes.recent(started.secret()).orElseThrow();
        Notes another = freshNotes();
        assertThat(another.keepAtOnce(recent, UUID.randomUUID(), OTHER, NoteView.Draft.NEW))
                .isEmpty();
        assertThat(another.keepAtOnce(recent, id, OTHER, 0)).isEmpty();
        assertThat(count("note")).isEqualTo(1);
        assertThat(notes.read(started.notebook(), id).orElseThrow().text()).isEqualTo(TEXT);
    }

    @Test
    void writesNothingOverThatAnotherProgramSavedInTheMeantime() {
        Notebooks.Started started = started();
        UUID id = notes.write(started.notebook(), TEXT);
        RecentlyOpen recent = passes.recent(started.secret()).orElseThrow();
        Notes another = freshNotes();
        assertThat(another.change(started.notebook(), id, OTHER, 0)).isTrue();
        another.write(started.notebook(), OTHER);
        assertThat(notes.keepAtOnce(recent, id, TEXT, 0))
                .as("it is at another revision")
                .isEmpty();
        UUID next = UUID.randomUUID();
        assertThat(notes.keepAtOnce(recent, next, TEXT, NoteView.Draft.NEW))
                .as("its place is taken")
                .isEmpty();
        assertThat(notes.read(started.notebook(), id).orElseThrow().text()).isEqualTo(OTHER);
        assertThat(count("note")).isEqualTo(2);
        assertThat(notes.keep(started.notebook(), next, TEXT, NoteView.Draft.NEW))
                .isPresent();
        assertThat(notes.keepAtOnce(recent, UUID.randomUUID(), TEXT, NoteView.Draft.NEW))
                .as("it knows the place again")
                .isPresent();
        assertThat(jdbc.queryForList("select place from note order by place", Long.class))
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void savesNothingOnceItsPassIsClosedOrUsedElsewhere() {
        Notebooks.Started started = started();
        UUID id = notes.write(started.notebook(), TEXT);
        RecentlyOpen recent = passes.recent(started.secret()).orElseThrow();
        jdbc.update("update pass set revision = revision + 1");
        assertThat(notes.keepAtOnce(recent, UUID.randomUUID(), OTHER, NoteView.Draft.NEW))
                .isEmpty();
        assertThat(notes.changeAtOnce(recent, id, OTHER, 0)).isFalse();
        jdbc.update("update pass set revision = revision - 1");
        assertThat(notes.changeAtOnce(recent, id, OTHER, 0)).isTrue();
        jdbc.update("delete from pass");
        assertThat(notes.keepAtOnce(recent, UUID.randomUUID(), TEXT, NoteView.Draft.NEW))
                .isEmpty();
        assertThat(notes.changeAtOnce(recent, id, TEXT, 1)).isFalse();
        assertThat(count("note")).isEqualTo(1);
        assertThat(notes.read(started.notebook(), id).orElseThrow().text()).isEqualTo(OTHER);
    }

    @Test
    void savesNoDeletedNoteInOneStatement() {
        Notebooks.Started started = started();
        UUID id = notes.write(started.notebook(), TEXT);
        delete(started.notebook(), id);
        RecentlyOpen recent = passes.recent(started.secret()).orElseThrow();
        assertThat(notes.changeAtOnce(recent, id, OTHER, 0)).isFalse();
        assertThat(notes.changeAtOnce(recent, id, OTHER, 1)).isFalse();
    }

    @Test
    void givesNoMorePlacesInOneStatementThanThereIsRoom() {
        Notebooks.Started started = started();
        byte[] unreadable = {0};
        jdbc.batchUpdate(
                "insert into note (notebook_id, id, sealed_heading, sealed_body, written_on, place, revision)"
                        + " values (?, ?, ?, ?, date '2026-01-01', ?, 0)",
                IntStream.range(2, Notes.MOST)
                        .mapToObj(n ->
                                new Object[] {started.notebook().id(), UUID.randomUUID(), unreadable, unreadable, n})
                        .toList());
        notes.write(started.notebook(), TEXT);
        RecentlyOpen recent = passes.recent(started.secret()).orElseThrow();
        assertThat(notes.keepAtOnce(recent, UUID.randomUUID(), TEXT, NoteView.Draft.NEW))
                .as("the last place")
                .isPresent();
        UUID next = UUID.randomUUID();
        assertThat(notes.keepAtOnce(recent, next, TEXT, NoteView.Draft.NEW)).isEmpty();
        assertThatExceptionOfType(Notes.NotebookFullException.class)
                .isThrownBy(() -> notes.keep(started.notebook(), next, TEXT, NoteView.Draft.NEW));
        assertThat(count("note")).isEqualTo(Notes.MOST);
        jdbc.update("delete from note where place = 2");
        assertThat(notes.keep(started.notebook(), next, TEXT, NoteView.Draft.NEW))
                .as("there is room, once it is counted")
                .isPresent();
    }

    @Test
    void countsPlacesAnewEachDay() {
        Notebooks.Started started = started();
        notes.write(started.notebook(), TEXT);
        notes.write(started.notebook(), TEXT);
        clock.move(Duration.ofHours(4));
        UUID first = notes.write(started.notebook(), TEXT);
        UUID second = notes.write(started.notebook(), TEXT);
        assertThat(jdbc.queryForList("select place from note order by written_on, place", Long.class))
                .containsExactly(1L, 2L, 1L, 2L);
        assertThat(lists.page(started.notebook(), null, null).entries())
                .extracting(NoteLists.Entry::id)
                .startsWith(second, first);
    }

    @Test
    void remembersAPassForAMinuteAndForItsOwnSecretAlone() {
        Notebooks.Started started = started();
        assertThat(passes.recent(started.secret()).orElseThrow().notebook().key())
                .isEqualTo(started.notebook().key());
        assertThat(passes.recent(PassSecret.fresh(started.notebook().id(), new SecureRandom())))
                .isEmpty();
        byte[] elsewhere = Base64.getUrlDecoder().decode(started.secret().cookieText());
        elsewhere[0] ^= 1;
        assertThat(passes.recent(PassSecret.fromCookie(
                                Base64.getUrlEncoder().withoutPadding().encodeToString(elsewhere))
                        .orElseThrow()))
                .as("of another notebook")
                .isEmpty();
        clock.move(Duration.ofSeconds(60));
        assertThat(passes.recent(started.secret())).isPresent();
        clock.move(Duration.ofSeconds(1));
        assertThat(passes.recent(started.secret())).as("its use is to be noted").isEmpty();
        assertThat(passes.resume(started.secret())).isPresent();
        RecentlyOpen recent = passes.recent(started.secret()).orElseThrow();
        assertThat(recent.revision()).isEqualTo(jdbc.queryForObject("select revision from pass", Long.class));
        passes.close(started.secret());
        assertThat(passes.recent(started.secret())).isEmpty();
        freshProgram();
        assertThat(passes.recent(started.secret())).as("of another program").isEmpty();
    }

    @Test
    void closesForGoodOnThisDeviceOnly() {
        Notebooks.Started started = started();
        Notebooks.Opened elsewhere =
                notebooks.open(String.join(" ", started.words().words())).orElseThrow();
        passes.close(started.secret());
        assertThat(passes.resume(started.secret())).isEmpty();
        assertThat(passes.resume(elsewhere.secret())).isPresent();
    }

    @Test
    void closesItselfAfterHalfAnHourOfRest() {
        Notebooks.Started started = started();
        clock.move(Duration.ofMinutes(29));
        assertThat(passes.resume(started.secret())).isPresent();
        clock.move(Duration.ofMinutes(30));
        assertThat(passes.resume(started.secret())).as("used a moment ago").isPresent();
        clock.move(Duration.ofMinutes(31));
        assertThat(passes.resume(started.secret())).isEmpty();
        notebooks.tidy();
        assertThat(count("pass")).isZero();
    }

    @Test
    void closesItselfAfterHalfAnHourThoughItsWordsWereChanged() {
        Notebooks.Started started = started();
        assertThat(passes.resume(started.secret())).isPresent();
        passes.rememberWords(
                started.notebook(), started.secret(), started.words().words());
        clock.move(Duration.ofMinutes(31));
        notebooks.tidy();
        assertThat(count("pass")).isZero();
    }

    @Test
    void closesItselfAfterTwelveHoursHoweverBusilyItIsUsed() {
        Notebooks.Started started = started();
        for (int i = 0; i < 36; i++) {
            clock.move(Duration.ofMinutes(20));
            assertThat(passes.resume(started.secret()))
                    .as("%d times 20 minutes", i + 1)
                    .isPresent();
        }
        clock.move(Duration.ofSeconds(1));
        assertThat(passes.left(started.secret())).isEmpty();
        assertThat(passes.resume(started.secret())).isEmpty();
        assertThat(count("pass")).isZero();
    }

    @Test
    void asksWhetherItIsOpenWithoutKeepingItOpen() {
        Notebooks.Started started = started();
        clock.move(Duration.ofMinutes(20));
        assertThat(passes.left(started.secret())).isPresent();
        clock.move(Duration.ofMinutes(11));
        assertThat(passes.left(started.secret())).isEmpty();
    }

    @Test
    void listsNewestFirstAndNeverAnotherNotebooksNotes() {
        Notebooks.Started one = started();
        Notebooks.Started two = started();
        inTransaction(() -> notes.write(one.notebook(), new NoteText("first", "a", "", "")));
        clock.move(Duration.ofMinutes(1));
        inTransaction(() -> notes.write(one.notebook(), new NoteText("second", "b", "", "")));
        UUID foreign = inTransaction(() -> notes.write(two.notebook(), new NoteText("foreign", "c", "", "")));
        assertThat(lists.page(one.notebook(), null, null).entries())
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
        assertThat(inTransaction(() -> notes.deleted(started.notebook()))).isEmpty();
        assertThat(count("note")).isZero();
    }

    @Test
    void forgetsDeletedNotesWhenItIsClosed() {
        Notebooks.Started started = started();
        delete(started.notebook(), inTransaction(() -> notes.write(started.notebook(), TEXT)));
        passes.close(started.secret());
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
        assertThat(passes.resume(mine.secret())).isEmpty();
        assertThat(count("note")).isOne();
        assertThat(passes.resume(other.secret())).isPresent();
        assertThatExceptionOfType(EmptyResultDataAccessException.class)
                .isThrownBy(() -> notes.write(mine.notebook(), TEXT));
        notebooks.tidy();
        clock.move(Duration.ofSeconds(301));
        notebooks.tidy();
        assertThat(count("notebook")).as("its row goes minutes later").isOne();
        assertThat(count("note")).isOne();
    }

    @Test
    void erasesTheNoteOfASaveThatWasUnderWay() throws SQLException {
        Notebooks.Started started = started();
        notes.write(started.notebook(), TEXT);
        RecentlyOpen recent = passes.recent(started.secret()).orElseThrow();
        try (Connection connection =
                Objects.requireNonNull(jdbc.getDataSource()).getConnection()) {
            connection.setAutoCommit(false);
            var save = new NoteRows(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
            byte[] sealed = {1};
            assertThat(save.insertIfOpen(recent, UUID.randomUUID(), sealed, sealed, LocalDate.of(2026, 11, 22), 2))
                    .as("the pass was there when it began")
                    .isTrue();
            notebooks.erase(started.notebook());
            connection.commit();
        }
        assertThat(count("note")).isOne();
        for (int minute = 0; minute < 6; minute++) {
            assertThat(count("notebook")).isOne();
            notebooks.tidy();
            clock.move(Duration.ofSeconds(61));
        }
        notebooks.tidy();
        assertThat(count("note") + count("notebook")).isZero();
    }

    @Test
    void losesADeletedNoteForGoodOnceThePassHasRested() {
        Notebooks.Started started = started();
        delete(started.notebook(), inTransaction(() -> notes.write(started.notebook(), TEXT)));
        clock.move(Duration.ofMinutes(31));
        notebooks.tidy();
        assertThat(count("note")).isZero();
    }

    @Test
    void closesAPassThatAnotherProgramOpenedByTheEndOfTheNextDay() {
        started();
        Notebooks restarted = freshProgram();
        restarted.tidy();
        assertThat(count("pass")).isOne();
        clock.move(Duration.ofHours(3));
        restarted.tidy();
        assertThat(count("pass")).as("the clock is past midnight").isZero();
    }

    @Test
    void leavesAPassThatIsInUseElsewhereAlone() {
        Notebooks.Started started = started();
        Passes elsewhere = passes;
        freshProgram();
        clock.move(Duration.ofMinutes(20));
        assertThat(passes.resume(started.secret())).isPresent();
        clock.move(Duration.ofMinutes(20));
        elsewhere.tidy();
        assertThat(passes.resume(started.secret())).isPresent();
    }

    @Test
    void opensWithNewWordsOnlyOnceTheyWereChangedAndReadsWhatWasThere() {
        Notebooks.Started started = started();
        Notebooks.Opened elsewhere = notebooks.open(words(started)).orElseThrow();
        UUID id = inTransaction(() -> notes.write(started.notebook(), TEXT));
        byte[] before = jdbc.queryForObject("select sealed_body from note", byte[].class);

        var fresh = changed(started, false).orElseThrow();

        assertThat(notebooks.open(words(started))).isEmpty();
        OpenNotebook opened =
                notebooks.open(String.join(" ", fresh.words())).orElseThrow().notebook();
        assertThat(notes.read(opened, id).orElseThrow().text()).isEqualTo(TEXT);
        assertThat(jdbc.queryForObject("select sealed_body from note", byte[].class))
                .as("wrapped anew, not sealed anew")
                .isEqualTo(before);
        assertThat(passes.resume(elsewhere.secret())).as("other devices").isEmpty();
        assertThat(passes.words(started.notebook(), started.secret())).isEqualTo(fresh.words());
    }

    @Test
    void drawsNoWordsThatNobodySeesWhenAFormIsSentTwice() {
        Notebooks.Started started = started();
        String turn = notebooks.turn(started.notebook());
        assertThat(turn).as("names the words without naming them").isNotEqualTo(notebooks.turn(started.notebook()));
        var fresh = notebooks
                .changeWords(started.notebook(), started.secret(), turn, false)
                .orElseThrow();
        for (String stale :
                List.of(turn, "", "not a turn", notebooks.turn(started().notebook()))) {
            assertThat(notebooks.changeWords(started.notebook(), started.secret(), stale, false))
                    .isEmpty();
        }
        assertThat(notebooks.open(String.join(" ", fresh.words()))).isPresent();
    }

    @Test
    void drawsWordsOnceWhenAButtonIsPressedInManyTabsAtOnce() throws Exception {
        Notebooks.Started started = started();
        String turn = notebooks.turn(started.notebook());
        var pool = Executors.newFixedThreadPool(6);
        try {
            List<Future<Optional<KeyWords>>> answers = pool.invokeAll(Collections.nCopies(
                    6, () -> notebooks.changeWords(started.notebook(), started.secret(), turn, false)));
            List<KeyWords> drawn = new ArrayList<>();
            for (var answer : answers) {
                answer.get().ifPresent(drawn::add);
            }
            assertThat(drawn)
                    .singleElement()
                    .satisfies(words -> assertThat(notebooks.open(String.join(" ", words.words())))
                            .isPresent());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void leavesThePassphraseWhenTheWordsAreChangedUnlessItIsToGoToo() {
        Notebooks.Started started = started();
        notebooks.setPhrase(started.notebook(), started.secret(), phrase("The heron by the third bridge"));
        assertThat(changed(started, false)).isPresent();
        assertThat(notebooks.open("The heron by the third bridge")).isPresent();
        assertThat(changed(started, true)).isPresent();
        assertThat(notebooks.open("The heron by the third bridge")).isEmpty();
    }

    @Test
    void closesOtherDevicesWhenAPassphraseStopsWorkingAndNotWhenOneIsAdded() {
        Notebooks.Started started = started();
        Notebooks.Opened elsewhere = notebooks.open(words(started)).orElseThrow();
        notebooks.setPhrase(started.notebook(), started.secret(), phrase("The heron by the third bridge"));
        assertThat(passes.left(elsewhere.secret())).isPresent();
        notebooks.setPhrase(started.notebook(), started.secret(), phrase("Another heron, another bridge"));
        assertThat(passes.left(elsewhere.secret())).isEmpty();
        Notebooks.Opened again = notebooks.open(words(started)).orElseThrow();
        notebooks.removePhrase(started.notebook(), started.secret());
        assertThat(passes.left(again.secret())).isEmpty();
        assertThat(passes.left(started.secret())).isPresent();
    }

    @Test
    void tellsHowLongItStaysOpenAndThatAskingIsNoUse() {
        Notebooks.Started started = started();
        clock.move(Duration.ofMinutes(28));
        assertThat(passes.left(started.secret())).contains(Duration.ofMinutes(2));
        clock.move(Duration.ofMinutes(1));
        assertThat(passes.left(started.secret())).contains(Duration.ofMinutes(1));
        passes.resume(started.secret());
        assertThat(passes.left(started.secret())).contains(Duration.ofMinutes(30));
        clock.move(Duration.ofMinutes(31));
        assertThat(passes.left(started.secret())).isEmpty();
    }

    @Test
    void remembersTheWordsAsLongAsItIsOpenAndNoLonger() {
        Notebooks.Started started = started();
        assertThat(passes.words(started.notebook(), started.secret()))
                .isEqualTo(started.words().words());
        Notebooks.Opened elsewhere = notebooks.open(words(started)).orElseThrow();
        assertThat(passes.words(elsewhere.notebook(), elsewhere.secret()))
                .isEqualTo(started.words().words());
        passes.close(started.secret());
        assertThat(passes.words(started.notebook(), started.secret())).isEmpty();
    }

    @Test
    void opensWithAPassphraseToo() {
        Notebooks.Started started = started();
        assertThat(notebooks.hasPhrase(started.notebook())).isFalse();
        assertThat(notebooks.setPhrase(started.notebook(), started.secret(), phrase("The heron by the third bridge")))
                .isTrue();
        assertThat(notebooks.hasPhrase(started.notebook())).isTrue();
        Notebooks.Opened opened =
                notebooks.open("  the heron BY the third  bridge").orElseThrow();
        assertThat(opened.notebook().id()).isEqualTo(started.notebook().id());
        assertThat(passes.words(opened.notebook(), opened.secret())).isEmpty();
        assertThat(notebooks.open(words(started))).isPresent();
        notebooks.setPhrase(started.notebook(), started.secret(), phrase("Another heron, another bridge"));
        assertThat(notebooks.open("the heron by the third bridge")).isEmpty();
        notebooks.removePhrase(started.notebook(), started.secret());
        assertThat(notebooks.open("Another heron, another bridge")).isEmpty();
        assertThat(notebooks.open(words(started))).isPresent();
    }

    @Test
    void letsNoPassphraseOpenTwoNotebooks() {
        Notebooks.Started one = started();
        Notebooks.Started two = started();
        notebooks.setPhrase(one.notebook(), one.secret(), phrase("The heron by the third bridge"));
        notebooks.setPhrase(two.notebook(), two.secret(), phrase("Another heron, another bridge"));
        assertThat(notebooks.setPhrase(two.notebook(), two.secret(), phrase("The heron by the third bridge")))
                .isFalse();
        assertThat(notebooks.open("Another heron, another bridge"))
                .as("the one before stays")
                .isPresent();
    }

    @Test
    void listsWhereItIsOpenAndClosesItThere() {
        Notebooks.Started started = started();
        clock.move(Duration.ofMinutes(5));
        Notebooks.Opened elsewhere = notebooks.open(words(started)).orElseThrow();
        assertThat(passes.devices(started.notebook(), started.secret()))
                .extracting(Passes.Device::here)
                .containsExactly(true, false);
        assertThat(passes.devices(elsewhere.notebook(), elsewhere.secret())
                        .get(1)
                        .openedAt())
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(5)));
        passes.closeOthers(started.notebook(), started.secret());
        assertThat(passes.resume(elsewhere.secret())).isEmpty();
        assertThat(passes.devices(started.notebook(), started.secret())).hasSize(1);
    }

    @Test
    void erasesWhatNobodyOpensForAYearAndAnEmptyOneAfterAMonth() {
        Notebooks.Started written = started();
        inTransaction(() -> notes.write(written.notebook(), TEXT));
        started();
        clock.move(Duration.ofDays(30));
        notebooks.forget();
        assertThat(count("notebook")).isEqualTo(2);
        clock.move(Duration.ofDays(1));
        notebooks.forget();
        tidyUntilRowsAreGone();
        assertThat(count("notebook")).isOne();
        notebooks.open(words(written)).orElseThrow();
        clock.move(Duration.ofDays(365));
        notebooks.forget();
        assertThat(count("note")).isOne();
        clock.move(Duration.ofDays(1));
        notebooks.forget();
        assertThat(count("note") + count("way_in")).isZero();
        tidyUntilRowsAreGone();
        assertThat(count("notebook")).isZero();
    }

    @Test
    void leavesANotebookThatIsOpenedWhileOthersAreErased() {
        Notebooks.Started started = started();
        clock.move(Duration.ofDays(31));
        NotebookRepository rows = mock(NotebookRepository.class, AdditionalAnswers.delegatesTo(notebookRows));
        willAnswer(lookUp -> {
                    List<UUID> unopened = notebookRows.unopenedSince(
                            lookUp.getArgument(0), lookUp.getArgument(1), lookUp.getArgument(2));
                    assertThat(notebooks.open(words(started))).isPresent();
                    return unopened;
                })
                .given(rows)
                .unopenedSince(any(), any(), any());
        freshProgram(rows, noteRows).forget();
        assertThat(notebooks.open(words(started))).isPresent();
    }

    @Test
    void finishesAnErasureThatWasCutShort() {
        Notebooks.Started started = started();
        inTransaction(() -> notes.write(started.notebook(), TEXT));
        NoteRepository noPower = mock(NoteRepository.class, AdditionalAnswers.delegatesTo(noteRows));
        willThrow(new IllegalStateException("the power is out")).given(noPower).eraseAllIn(any());
        assertThatIllegalStateException().isThrownBy(() -> freshProgram(noPower).erase(started.notebook()));
        assertThat(count("way_in") + count("pass")).as("its keys went first").isZero();
        assertThat(count("note")).isOne();
        notebooks = freshProgram();
        tidyUntilRowsAreGone();
        assertThat(count("note") + count("notebook")).isZero();
    }

    @Test
    void keepsEveryNoteOfManyPagesThatSaveAtOnce() throws Exception {
        Notebooks.Started started = started();
        int pages = 6;
        int each = 20;
        var pool = Executors.newFixedThreadPool(pages);
        try {
            var saves = new ArrayList<Callable<Boolean>>();
            for (int save = 0; save < pages * each; save++) {
                // Each is sent twice, as by a connection that came and went.
                UUID id = UUID.nameUUIDFromBytes(new byte[] {(byte) (save / 2)});
                saves.add(() -> notes.keep(started.notebook(), id, TEXT, NoteView.Draft.NEW)
                        .isPresent());
            }
            for (Future<Boolean> kept : pool.invokeAll(saves)) {
                assertThat(kept.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(count("note")).isEqualTo(pages * each / 2);
        assertThat(jdbc.queryForObject("select count(distinct place) from note", Integer.class))
                .isEqualTo(pages * each / 2);
    }

    @Test
    void keepsNoMomentInClear() {
        Notebooks.Started started = started();
        delete(started.notebook(), inTransaction(() -> notes.write(started.notebook(), TEXT)));
        List<String> moments = jdbc.queryForList("""
                select upper(table_name || '.' || column_name) from information_schema.columns
                where upper(table_schema) = 'PUBLIC' and upper(table_name) in ('NOTEBOOK', 'NOTE', 'PASS', 'WAY_IN')
                and (upper(data_type) like '%TIME%' or upper(data_type) = 'BIGINT') order by 1""", String.class);
        assertThat(moments)
                .as("numbers that count, and nothing that tells the time")
                .containsExactly(
                        "NOTE.PLACE", "NOTE.REVISION", "NOTEBOOK.REVISION", "PASS.REVISION", "WAY_IN.REVISION");
        assertThat(jdbc.queryForObject("select max(place) from note", Long.class))
                .isOne();
    }

    private static String words(Notebooks.Started started) {
        return String.join(" ", started.words().words());
    }

    private static Passphrase phrase(String text) {
        return Passphrase.read(text).orElseThrow();
    }

    @Test
    void makesNoNotebookWhenItsFirstNoteCannotBeKept() {
        assertThatIllegalStateException()
                .isThrownBy(() -> notebooks.start(notebook -> {
                    throw new IllegalStateException("the disk is full");
                }));
        assertThat(count("notebook") + count("way_in")).isZero();
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
        assertThat(lists.page(started.notebook(), null, null).entries())
                .hasSize(2)
                .filteredOn(entry -> entry.id().equals(damaged))
                .singleElement()
                .satisfies(entry -> assertThat(entry.heading()).isNull());
        assertThat(notes.read(started.notebook(), sound)).isPresent();
    }

    private void tidyUntilRowsAreGone() {
        notebooks.tidy();
        clock.move(Duration.ofMinutes(6));
        notebooks.tidy();
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
}
