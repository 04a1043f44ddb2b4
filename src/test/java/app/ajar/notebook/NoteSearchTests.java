package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.vault.Seal;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looking for words in sealed notes, on the real migrations. */
@DataJpaTest(
        properties = {
            "spring.test.database.replace=none",
            "spring.datasource.url=jdbc:h2:mem:notebooks;DB_CLOSE_DELAY=-1"
        })
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class NoteSearchTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Autowired
    private NoteRepository rows;

    @Autowired
    private JdbcTemplate jdbc;

    private final OpenNotebook notebook = new OpenNotebook(UUID.randomUUID(), Seal.newDataKey(new SecureRandom()));
    private NoteSearch search;

    @BeforeEach
    void start() {
        jdbc.update("delete from note");
        jdbc.update("insert into notebook (id, revision) values (?, 0)", notebook.id());
        search = search(Long.MAX_VALUE);
    }

    private NoteSearch search(long mostBytes) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        return new NoteSearch(rows, new NoteLists(rows), new NoteWords(messages), mostBytes);
    }

    private List<UUID> fill(int count, IntFunction<NoteText> text) {
        return ManyNotes.fill(jdbc, notebook, count, FIRST, text);
    }

    private NoteSearch.Found look(String words, String kind, UUID... after) {
        return search.look(
                notebook, new SearchForm(words, kind, null), after.length == 0 ? null : after[0], Locale.ENGLISH);
    }

    private static List<String> titles(NoteSearch.Found found) {
        return found.hits().stream()
                .map(hit -> hit.title().stream().map(Snippet.Piece::text).collect(Collectors.joining()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"kitchen", "KITCHEN tea", "tea saturday", "nee", "don't", "ITCH"})
    void findsANoteThatHasEveryWordInItsTitleOrItsText(String words) {
        fill(
                2,
                number -> number == 0
                        ? new NoteText("Saturday", "Tea in the kitchen.\n“Née”, they said. I don’t know.", "", "")
                        : new NoteText("Saturday too", "Nothing of that.", "", ""));
        assertThat(titles(look(words, "all"))).containsExactly("Saturday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kitchen garden", "xyz"})
    void findsNothingWhereOneWordIsMissing(String words) {
        fill(1, number -> new NoteText("Kitchen", "Tea.", "", ""));
        NoteSearch.Found found = look(words, "all");
        assertThat(found.hits()).isEmpty();
        assertThat(found.next()).isNull();
    }

    @Test
    void looksIntoWhatWasSaidAndHeardInATalk() {
        fill(
                1,
                number -> new NoteText(
                        "A talk", "", "", "", new Talk("I asked.", "That it costs too much.", 4, 0, 0, "", "")));
        assertThat(titles(look("costs asked", "all"))).containsExactly("A talk");
    }

    @Test
    void looksThroughOneKindOnly() {
        fill(
                4,
                number -> number % 2 == 0
                        ? new NoteText("Talk " + number, "", "", "", new Talk("tea", "", 0, 0, 0, "", ""))
                        : new NoteText("Note " + number, "tea", "", ""));
        assertThat(titles(look("tea", "talk"))).containsExactly("Talk 2", "Talk 0");
        assertThat(titles(look("tea", "note"))).containsExactly("Note 3", "Note 1");
        assertThat(titles(look("", "talk"))).containsExactly("Talk 2", "Talk 0");
        assertThat(titles(look("tea", "no such kind"))).hasSize(4);
    }

    @Test
    void findsNothingThatWasDeletedOrIsAnotherNotebooks() {
        var other = new OpenNotebook(UUID.randomUUID(), Seal.newDataKey(new SecureRandom()));
        jdbc.update("insert into notebook (id, revision) values (?, 0)", other.id());
        ManyNotes.fill(jdbc, other, 1, FIRST, number -> new NoteText("Foreign", "tea", "", ""));
        UUID deleted = fill(1, number -> new NoteText("Deleted", "tea", "", "")).get(0);
        jdbc.update("update note set deleted_on = ? where id = ?", FIRST, deleted);
        NoteSearch.Found found = look("tea", "all");
        assertThat(found.hits()).isEmpty();
        assertThat(found.damaged()).isZero();
    }

    @Test
    void passesOverWhatIsDamagedAndCountsIt() {
        List<UUID> ids = fill(3, number -> new NoteText("Note " + number, "tea", "", ""));
        damage("sealed_body", ids.get(0));
        damage("sealed_heading", ids.get(2));
        NoteSearch.Found found = look("tea", "all");
        assertThat(titles(found)).containsExactly("Note 1");
        assertThat(found.damaged()).isEqualTo(2);
    }

    @Test
    void givesAFullPageAndGoesOnAfterIt() {
        fill(120, number -> new NoteText("Note " + number, "tea", "", ""));
        var seen = new ArrayList<String>();
        NoteSearch.Found found = look("tea", "all");
        assertThat(found.hits()).hasSize(NoteSearch.MOST_HITS);
        seen.addAll(titles(found));
        while (found.next() != null) {
            found = look("tea", "all", found.next());
            seen.addAll(titles(found));
        }
        assertThat(seen)
                .hasSize(120)
                .doesNotHaveDuplicates()
                .startsWith("Note 119")
                .endsWith("Note 0");
    }

    @Test
    void offersNoFurtherLookAfterTheLastNote() {
        fill(NoteSearch.MOST_HITS, number -> new NoteText("Note " + number, "tea", "", ""));
        assertThat(look("tea", "all").next()).isNull();
    }

    @Test
    void stopsWhenItHasReadEnoughAndCanBeSentFurther() {
        fill(30, number -> new NoteText("Note " + number, number == 0 ? "tea" : "word ".repeat(100), "", ""));
        // Room for ten of them: how long a seal is depends on the padding.
        search = search(10L
                * Optional.ofNullable(jdbc.queryForObject("select max(length(sealed_body)) from note", Long.class))
                        .orElseThrow());
        NoteSearch.Found found = look("tea", "all");
        assertThat(found.hits()).isEmpty();
        int turns = 0;
        while (found.hits().isEmpty()) {
            found = look("tea", "all", Optional.ofNullable(found.next()).orElseThrow());
            turns++;
        }
        assertThat(titles(found)).containsExactly("Note 0");
        assertThat(found.next()).isNull();
        assertThat(turns).isBetween(1, 5);
    }

    @ParameterizedTest
    @CsvSource({"'',find-empty", "'  \u00a0 ',find-empty", "'\u0301',find-empty", "tea,", "'tea  TEA',"})
    void asksForSomethingToLookFor(String words, String problem) {
        assertThat(new SearchForm(words, null, null).problem()).isEqualTo(problem);
        assertThat(new SearchForm(words, "talk", null).problem()).isNull();
    }

    @Test
    void refusesMoreWordsThanAPersonLooksFor() {
        assertThat(new SearchForm("🌙".repeat(SearchForm.LONGEST), null, null).problem())
                .isNull();
        assertThat(new SearchForm("a".repeat(SearchForm.LONGEST + 1), null, null).problem())
                .isEqualTo("find-long");
    }

    @Test
    void showsNoWordsWhenPrintedByAccident() {
        fill(1, number -> new NoteText("Kitchen", "Tea in the kitchen.", "", ""));
        assertThat(look("kitchen", "all").toString() + new SearchForm("kitchen", "all", null))
                .doesNotContainIgnoringCase("kitchen");
    }

    private void damage(String column, UUID id) {
        byte[] bytes = Optional.ofNullable(
                        jdbc.queryForObject("select " + column + " from note where id = ?", byte[].class, id))
                .orElseThrow();
        bytes[bytes.length / 2] ^= 1;
        jdbc.update("update note set " + column + " = ? where id = ?", bytes, id);
    }
}
