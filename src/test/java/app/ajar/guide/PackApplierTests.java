package app.ajar.guide;

import static app.ajar.guide.PackSamples.BARRIER;
import static app.ajar.guide.PackSamples.PROMPT;
import static app.ajar.guide.PackSamples.SECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.ajar.support.AjarTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** On the real migrations. Each test brings a language of its own, so that none sees the rows of another. */
@AjarTest
@ExtendWith(OutputCaptureExtension.class)
class PackApplierTests {

    private static final AtomicInteger LANGUAGES = new AtomicInteger();

    private final String language = "x" + LANGUAGES.incrementAndGet();

    @Autowired
    private PackApplier applier;

    @Autowired
    private PieceRepository pieces;

    @Autowired
    private EditionBuilder editions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void seedsAnEmptyStoreWithEveryPieceAndItsRelations() {
        applier.apply(pack(files(1)));

        assertThat(revisions())
                .containsOnlyKeys(
                        "barrier/shame",
                        "evidence/how-long",
                        "exercise/control-map",
                        "pitfall/hinting",
                        "prompt/worth-it",
                        "section/opening");
        Edition edition = editions.build(language);
        SectionView section = edition.section("/guide/opening").orElseThrow();
        assertThat(section.barriers()).singleElement().satisfies(barrier -> {
            assertThat(barrier.prompts()).extracting(Link::address).containsExactly("/prompts#worth-it");
            assertThat(barrier.pitfalls()).extracting(Link::address).containsExactly("/guide/opening#hinting");
        });
        assertThat(section.evidence()).extracting(EvidenceView::slug).containsExactly("how-long");
        assertThat(ofTheBarrier(
                        barrier -> barrier.evidence().stream().map(Piece::slug).toList()))
                .containsExactly("how-long");
        assertThat(section.exercises()).extracting(ExerciseView::slug).containsExactly("control-map");
        assertThat(edition.prompt("worth-it").orElseThrow().suits())
                .extracting(Link::address)
                .containsExactly("/guide/opening#shame");
        assertThat(covers("barrier/shame")).containsExactly("W2");
    }

    @Test
    void remembersWhichPackItTookOver() {
        Pack pack = pack(files(4));
        assertThat(applier.isCurrent(language, pack.checksum())).isFalse();
        applier.apply(pack);
        assertThat(applier.isCurrent(language, pack.checksum())).isTrue();
        assertThat(storedVersion()).isEqualTo(4);
    }

    @Test
    void changesNothingTheSecondTime() {
        applier.apply(pack(files(1)));
        Map<String, Long> before = revisions();
        applier.apply(pack(files(1)));
        assertThat(revisions()).isEqualTo(before);
    }

    @Test
    void aNewerPackTouchesOnlyThePieceItChanges() {
        applier.apply(pack(files(1)));
        Map<String, Long> before = revisions();

        applier.apply(pack(PackSamples.with(files(2), BARRIER, "Pride.", "A sore spot.")));

        assertThat(part("barrier/shame", "protecting")).isEqualTo("A sore spot.");
        Map<String, Long> after = revisions();
        assertThat(after.remove("barrier/shame")).isGreaterThan(before.remove("barrier/shame"));
        assertThat(after).isEqualTo(before);
        assertThat(storedVersion()).isEqualTo(2);
    }

    @Test
    void aNewerPackCanChangeSignsAndRelations() {
        applier.apply(pack(files(1)));
        var changed = PackSamples.with(files(2), BARRIER, "prompts: [worth-it]", "prompts: []");
        applier.apply(pack(PackSamples.with(changed, BARRIER, "weight: 1", "weight: 2")));

        BarrierView barrier = editions.build(language)
                .section("/guide/opening")
                .orElseThrow()
                .barriers()
                .get(0);
        assertThat(barrier.prompts()).isEmpty();
        assertThat(ofTheBarrier(Barrier::signs))
                .containsExactly(
                        new Barrier.Sign(true, "We are not that bad.", 3),
                        new Barrier.Sign(false, "makes a joke of it", 2));
    }

    @Test
    void aNewerPackAddsPieces() {
        applier.apply(pack(files(1)));
        applier.apply(pack(withASecondPrompt(files(2))));
        assertThat(revisions()).containsKey("prompt/pace");
        assertThat(ofTheBarrier(
                        barrier -> barrier.prompts().stream().map(Piece::slug).toList()))
                .containsExactly("worth-it", "pace");
    }

    @Test
    void leavesAnEditedPieceAloneAndSaysSo(CapturedOutput output) {
        applier.apply(pack(files(1)));
        edit("barrier/shame", "protecting", "In our own words.");
        Map<String, Long> before = revisions();

        applier.apply(pack(PackSamples.with(files(2), BARRIER, "Pride.", "A sore spot.")));

        assertThat(part("barrier/shame", "protecting")).isEqualTo("In our own words.");
        assertThat(revisions()).isEqualTo(before);
        assertThat(output).contains("Left alone because an editor changed them: barrier/shame");
    }

    @Test
    void doesNotMentionAnEditedPieceThatThePackDidNotChange(CapturedOutput output) {
        applier.apply(pack(files(1)));
        edit("barrier/shame", "protecting", "In our own words.");
        applier.apply(pack(PackSamples.with(files(2), SECTION, "Begin small.", "Begin.")));
        assertThat(part("barrier/shame", "protecting")).isEqualTo("In our own words.");
        assertThat(output).doesNotContain("Left alone");
    }

    @Test
    void removesWhatTheNewPackNoLongerHas() {
        applier.apply(pack(files(1)));
        applier.apply(pack(PackSamples.withoutThePitfall(files(2))));

        assertThat(revisions()).doesNotContainKey("pitfall/hinting").hasSize(5);
        assertThat(editions.build(language).pitfalls()).isEmpty();
    }

    @Test
    void keepsAnEditedPieceThatTheNewPackNoLongerHasAndSaysSo(CapturedOutput output) {
        applier.apply(pack(files(1)));
        edit("pitfall/hinting", "why", "In our own words.");

        applier.apply(pack(PackSamples.withoutThePitfall(files(2))));

        assertThat(part("pitfall/hinting", "why")).isEqualTo("In our own words.");
        assertThat(output).contains("Left alone because an editor changed them: pitfall/hinting");
    }

    @Test
    void anEditedPieceLetsGoOfWhatIsRemoved() {
        applier.apply(pack(files(1)));
        edit("barrier/shame", "protecting", "In our own words.");

        applier.apply(pack(PackSamples.withoutThePitfall(files(2))));

        assertThat(revisions()).doesNotContainKey("pitfall/hinting");
        assertThat(ofTheBarrier(Barrier::pitfalls)).isEmpty();
    }

    @Test
    void anOlderPackChangesNothing(CapturedOutput output) {
        applier.apply(pack(files(5)));
        Map<String, Long> before = revisions();

        applier.apply(pack(PackSamples.with(PackSamples.withoutThePitfall(files(4)), BARRIER, "Pride.", "Old words.")));

        assertThat(revisions()).isEqualTo(before);
        assertThat(part("barrier/shame", "protecting")).isEqualTo("Pride.");
        assertThat(storedVersion()).isEqualTo(5);
        assertThat(output).contains("has version 4, the store already has 5: nothing was changed");
    }

    @Test
    void aFailureHalfWayThroughAFirstPackLeavesNothing() {
        assertThatIllegalStateException().isThrownBy(() -> applier.apply(withoutChecks(files(1), PROMPT)));
        assertThat(revisions()).isEmpty();
        assertThat(jdbc.sql("select count(*) from pack where language = ?")
                        .param(language)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFailureHalfWayThroughANewerPackLeavesTheOldOne() {
        applier.apply(pack(files(1)));
        Map<String, Long> before = revisions();

        var changed = PackSamples.with(files(2), BARRIER, "Pride.", "A sore spot.");
        assertThatIllegalStateException().isThrownBy(() -> applier.apply(withoutChecks(changed, PROMPT)));

        assertThat(revisions()).isEqualTo(before);
        assertThat(part("barrier/shame", "protecting")).isEqualTo("Pride.");
        assertThat(storedVersion()).isEqualTo(1);
    }

    private List<PackFile> files(int version) {
        return PackSamples.files(language, version);
    }

    private Pack pack(List<PackFile> files) {
        return PackSamples.read(language, files);
    }

    /** A pack that no reader would let through: a piece that others name is not in it. The applier meets it last. */
    private Pack withoutChecks(List<PackFile> files, String missing) {
        Pack good = pack(files);
        var rest = new ArrayList<>(good.pieces());
        rest.removeIf(piece -> piece.file().endsWith(missing));
        return new Pack(language, good.version(), good.checksum(), rest);
    }

    private static List<PackFile> withASecondPrompt(List<PackFile> files) {
        PackFile prompt = PackSamples.find(files, PROMPT);
        var more = new PackFile(
                prompt.name().replace("worth-it", "pace"), prompt.text().replace("slug: worth-it", "slug: pace"));
        return PackSamples.with(
                PackSamples.plus(files, more), BARRIER, "prompts: [worth-it]", "prompts: [worth-it, pace]");
    }

    private void edit(String key, String part, String markdown) {
        transaction.executeWithoutResult(
                status -> find(key).edit(part, markdown, Instant.parse("2026-05-04T12:00:00Z")));
    }

    private String part(String key, String part) {
        return read(key, piece -> piece.part(part));
    }

    private List<String> covers(String key) {
        return read(key, Piece::covers);
    }

    private <T> List<T> ofTheBarrier(Function<Barrier, List<T>> question) {
        return read("barrier/shame", piece -> question.apply((Barrier) piece));
    }

    private <T> T read(String key, Function<Piece, T> question) {
        return transaction.execute(status -> question.apply(find(key)));
    }

    private Piece find(String key) {
        return pieces.findByLanguage(language).stream()
                .filter(piece -> key.equals(piece.kind().word() + "/" + piece.slug()))
                .findFirst()
                .orElseThrow();
    }

    private int storedVersion() {
        return jdbc.sql("select version from pack where language = ?")
                .param(language)
                .query(Integer.class)
                .single();
    }

    /** Kind and slug to the row's version, as the store has it. */
    private Map<String, Long> revisions() {
        var revisions = new TreeMap<String, Long>();
        jdbc.sql("select kind, slug, revision from piece where language = ?")
                .param(language)
                .query(row -> {
                    revisions.put(row.getString("kind") + "/" + row.getString("slug"), row.getLong("revision"));
                });
        return revisions;
    }
}
