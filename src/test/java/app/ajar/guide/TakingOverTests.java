package app.ajar.guide;

import static app.ajar.guide.PackSamples.BARRIER;
import static app.ajar.guide.PackSamples.EVIDENCE;
import static app.ajar.guide.PackSamples.EXERCISE;
import static app.ajar.guide.PackSamples.PITFALL;
import static app.ajar.guide.PackSamples.PROMPT;
import static app.ajar.guide.PackSamples.SECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a pack makes of the pieces, piece by piece. That the store keeps it so is in {@link PackApplierTests}. */
@ExtendWith(OutputCaptureExtension.class)
class TakingOverTests {

    private final Shelf shelf = Shelf.of(pack(files(1)));

    @Test
    void takesEveryFieldOfEveryKindOver() {
        Section section = shelf.piece(Section.class, "section/opening");
        assertThat(section.title()).isEqualTo("Opening");
        assertThat(section.summary()).isEqualTo("How to begin.");
        assertThat(section.lead()).isEqualTo("Begin small.");
        assertThat(section.inPart()).isEqualTo("words");
        assertThat(section.path()).isEqualTo("/guide/opening");
        assertThat(section.place()).isEqualTo(10);
        assertThat(section.covers()).containsExactly("M1");
        assertThat(section.noteQuestion()).isEmpty();
        assertThat(section.part("body")).isEqualTo("Begin where you are.");
        assertThat(section.part("no such part")).isEmpty();
        assertThat(section.editedByHand()).isFalse();

        assertThat(shelf.piece(Barrier.class, "barrier/shame").signs())
                .containsExactly(
                        new Barrier.Sign(true, "We are not that bad.", 3),
                        new Barrier.Sign(false, "makes a joke of it", 1));

        Prompt prompt = shelf.piece(Prompt.class, "prompt/worth-it");
        assertThat(prompt.purpose()).isEqualTo("to-ask");
        assertThat(prompt.cardLine()).isEqualTo("Ask once.");

        Exercise exercise = shelf.piece(Exercise.class, "exercise/control-map");
        assertThat(exercise.form()).isEqualTo("columns");
        assertThat(exercise.leftHeading()).isEqualTo("Mine");
        assertThat(exercise.rightHeading()).isEqualTo("Not mine");
        assertThat(exercise.items())
                .containsExactly(new Exercise.Item("How I start.", "How they take it.", null, null, null, null, 0));

        EvidenceNote note = shelf.piece(EvidenceNote.class, "evidence/how-long");
        assertThat(note.citation()).isEqualTo("Doherty, 2021. *A research note*.");
        assertThat(note.limits()).isEqualTo("They asked those who went.");
    }

    @Test
    void eachPieceHasAnIdOfItsOwn() {
        assertThat(shelf.findByLanguage("en"))
                .extracting(Piece::id)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void takesWhatAnExerciseMayHoldBeside() {
        shelf.applier()
                .apply(pack(PackSamples.with(
                        PackSamples.with(
                                files(2), EXERCISE, "form: columns\ncolumns: [Mine, Not mine]", "form: ladder"),
                        EXERCISE,
                        "    other: How they take it.",
                        "    hint: Slow.\n    cost: free\n    time: an hour\n    offer: I will.\n    lines: 3\n"
                                + "  - text: Then.\n    note: A note is a hint too.")));
        Exercise exercise = shelf.piece(Exercise.class, "exercise/control-map");
        assertThat(exercise.leftHeading()).isNull();
        assertThat(exercise.rightHeading()).isNull();
        assertThat(exercise.items())
                .containsExactly(
                        new Exercise.Item("How I start.", null, "Slow.", "free", "an hour", "I will.", 3),
                        new Exercise.Item("Then.", null, "A note is a hint too.", null, null, null, 0));
    }

    @Test
    void relatesThePiecesToOneAnother() {
        Section section = shelf.piece(Section.class, "section/opening");
        Barrier barrier = shelf.piece(Barrier.class, "barrier/shame");
        Prompt prompt = shelf.piece(Prompt.class, "prompt/worth-it");
        Pitfall pitfall = shelf.piece(Pitfall.class, "pitfall/hinting");
        EvidenceNote note = shelf.piece(EvidenceNote.class, "evidence/how-long");
        assertThat(section.barriers()).containsExactly(barrier);
        assertThat(section.pitfalls()).containsExactly(pitfall);
        assertThat(section.exercises()).containsExactly(shelf.piece(Exercise.class, "exercise/control-map"));
        assertThat(section.evidence()).containsExactly(note);
        assertThat(barrier.prompts()).containsExactly(prompt);
        assertThat(barrier.pitfalls()).containsExactly(pitfall);
        assertThat(barrier.evidence()).containsExactly(note);
        assertThat(prompt.suits()).containsExactly(barrier);
        assertThat(pitfall.prompts()).containsExactly(prompt);
    }

    @Test
    void everyKindCanRestOnEvidence() {
        shelf.applier().apply(pack(allOnEvidence(files(2))));
        EvidenceNote note = shelf.piece(EvidenceNote.class, "evidence/how-long");
        for (String key : List.of("prompt/worth-it", "pitfall/hinting", "exercise/control-map")) {
            assertThat(shelf.piece(Piece.class, key).evidence()).as(key).containsExactly(note);
        }
        assertThat(shelf.piece(Prompt.class, "prompt/worth-it").suits()).isEmpty();
        assertThat(shelf.piece(Pitfall.class, "pitfall/hinting").prompts()).isEmpty();
    }

    @Test
    void aNewerPackReplacesWhatItChanged() {
        var files = PackSamples.with(files(2), BARRIER, "covers: [W2]", "covers: [W3, W4]");
        files = PackSamples.with(files, BARRIER, "Pride.", "A sore spot.");
        shelf.applier().apply(pack(PackSamples.with(files, BARRIER, "order: 10", "order: 20\nnote: What hurts?")));
        Barrier barrier = shelf.piece(Barrier.class, "barrier/shame");
        assertThat(barrier.covers()).containsExactly("W3", "W4");
        assertThat(barrier.part("protecting")).isEqualTo("A sore spot.");
        assertThat(barrier.place()).isEqualTo(20);
        assertThat(barrier.noteQuestion()).contains("What hurts?");
    }

    @Test
    void aPartThatIsGoneFromThePackIsGone() {
        String end = "After: \"I would like us to go.\"";
        shelf.applier()
                .apply(pack(
                        PackSamples.with(files(2), PITFALL, end, end + "\n\n## Not this page\n\nIf it is not safe.")));
        assertThat(shelf.piece(Pitfall.class, "pitfall/hinting").part("caution"))
                .isEqualTo("If it is not safe.");
        shelf.applier().apply(pack(files(3)));
        assertThat(shelf.piece(Pitfall.class, "pitfall/hinting").part("caution"))
                .isEmpty();
    }

    @Test
    void saysHowManyPiecesCameChangedAndWent(CapturedOutput log) {
        var files =
                PackSamples.with(PackSamples.withoutThePitfall(files(2)), EVIDENCE, "Studies differ.", "They differ.");
        shelf.applier().apply(pack(withASecondPrompt(files)));
        assertThat(log)
                .contains("The guide's pack en version 1: 6 added, 0 updated, 0 removed")
                .contains("The guide's pack en version 2: 1 added, 3 updated, 1 removed")
                .doesNotContain("Left alone");
        assertThat(shelf.keys())
                .contains("prompt/pace")
                .doesNotContain("pitfall/hinting")
                .hasSize(6);
    }

    @Test
    void aPieceThatGoesIsLetGoOfAndLetsGo() {
        Pitfall pitfall = shelf.piece(Pitfall.class, "pitfall/hinting");
        // Neither names it any more, but an editor has changed both, so that no pack touches them.
        Barrier barrier = edited(shelf.piece(Barrier.class, "barrier/shame"));
        Section section = edited(shelf.piece(Section.class, "section/opening"));
        shelf.applier().apply(pack(PackSamples.withoutThePitfall(files(2))));
        assertThat(barrier.pitfalls()).isEmpty();
        assertThat(section.pitfalls()).isEmpty();
        assertThat(pitfall.prompts()).isEmpty();
        assertThat(barrier.prompts()).as("what stays").hasSize(1);
        assertThat(section.barriers()).hasSize(1);
        assertThat(section.exercises()).hasSize(1);
    }

    @Test
    void everyRelationLetsGoOfWhatGoes() {
        Section section = edited(shelf.piece(Section.class, "section/opening"));
        Prompt prompt = edited(shelf.piece(Prompt.class, "prompt/worth-it"));
        Pitfall pitfall = edited(shelf.piece(Pitfall.class, "pitfall/hinting"));
        Barrier barrier = shelf.piece(Barrier.class, "barrier/shame");
        Exercise exercise = shelf.piece(Exercise.class, "exercise/control-map");
        var files = PackSamples.with(files(2), SECTION, "barriers: [shame]", "barriers: []");
        files = PackSamples.with(files, SECTION, "exercises: [control-map]", "exercises: []");
        files = PackSamples.with(files, PROMPT, "suits: [shame]", "suits: []");
        files = PackSamples.without(PackSamples.without(files, BARRIER), EXERCISE);
        shelf.applier().apply(pack(files));
        assertThat(section.barriers()).doesNotContain(barrier).isEmpty();
        assertThat(section.exercises()).doesNotContain(exercise).isEmpty();
        assertThat(prompt.suits()).isEmpty();
        assertThat(barrier.prompts()).isEmpty();
        assertThat(barrier.pitfalls()).isEmpty();
        assertThat(barrier.evidence()).isEmpty();
        assertThat(pitfall.prompts()).containsExactly(prompt);
    }

    @Test
    void whatRestsOnAFindingLetsGoOfItToo() {
        shelf.applier().apply(pack(allOnEvidence(files(2))));
        List<Piece> resting = shelf.findByLanguage("en").stream()
                .filter(piece -> piece.kind() != Kind.EVIDENCE)
                .map(TakingOverTests::edited)
                .toList();
        assertThat(resting)
                .hasSize(5)
                .allSatisfy(piece -> assertThat(piece.evidence()).hasSize(1));
        var files = PackSamples.with(files(3), SECTION, "evidence: [how-long]", "evidence: []");
        files = PackSamples.with(files, BARRIER, "evidence: [how-long]", "evidence: []");
        shelf.applier().apply(pack(PackSamples.without(files, EVIDENCE)));
        assertThat(resting).allSatisfy(piece -> assertThat(piece.evidence()).isEmpty());
    }

    @Test
    void whatGoesLetsGoOfItsFindings() {
        shelf.applier().apply(pack(allOnEvidence(files(2))));
        List<Piece> going = shelf.findByLanguage("en").stream()
                .filter(piece -> piece.kind() != Kind.EVIDENCE)
                .toList();
        var rest = new ArrayList<>(pack(files(3)).pieces());
        rest.removeIf(piece -> piece.kind() != Kind.EVIDENCE);
        shelf.applier().apply(new Pack("en", 3, "another", rest));
        assertThat(shelf.keys()).containsExactly("evidence/how-long");
        assertThat(going)
                .hasSize(5)
                .allSatisfy(piece -> assertThat(piece.evidence()).isEmpty());
    }

    @Test
    void aPageAndAPromptThatGoLetGoOfAll() {
        Section section = shelf.piece(Section.class, "section/opening");
        Prompt prompt = shelf.piece(Prompt.class, "prompt/worth-it");
        Pitfall pitfall = edited(shelf.piece(Pitfall.class, "pitfall/hinting"));
        Barrier barrier = edited(shelf.piece(Barrier.class, "barrier/shame"));
        var files = PackSamples.with(files(2), BARRIER, "prompts: [worth-it]", "prompts: []");
        files = PackSamples.with(files, PITFALL, "prompts: [worth-it]", "prompts: []");
        shelf.applier().apply(pack(PackSamples.without(PackSamples.without(files, SECTION), PROMPT)));
        assertThat(section.barriers()).isEmpty();
        assertThat(section.pitfalls()).isEmpty();
        assertThat(section.exercises()).isEmpty();
        assertThat(section.evidence()).isEmpty();
        assertThat(prompt.suits()).isEmpty();
        assertThat(pitfall.prompts()).isEmpty();
        assertThat(barrier.prompts()).isEmpty();
    }

    @Test
    void anEditorsPieceStaysAndIsNamed(CapturedOutput log) {
        edited(shelf.piece(Barrier.class, "barrier/shame"));
        edited(shelf.piece(Pitfall.class, "pitfall/hinting"));
        shelf.applier().apply(pack(PackSamples.withoutThePitfall(files(2))));
        assertThat(shelf.piece(Barrier.class, "barrier/shame").part("protecting"))
                .isEqualTo("Our own words.");
        assertThat(shelf.keys()).contains("pitfall/hinting");
        assertThat(log).contains("Left alone because an editor changed them: barrier/shame, pitfall/hinting");
    }

    @Test
    void remembersThePackAndTheMoment() {
        assertThat(shelf.applied()).hasValueSatisfying(applied -> {
            assertThat(applied.version()).isEqualTo(1);
            assertThat(applied.checksum()).isEqualTo(pack(files(1)).checksum());
            assertThat(applied.appliedAt()).isEqualTo(Shelf.NOON);
        });
        assertThat(shelf.applier().isCurrent("en", pack(files(1)).checksum())).isTrue();
        assertThat(shelf.applier().isCurrent("en", pack(files(2)).checksum())).isFalse();
        assertThat(new Shelf().applier().isCurrent("en", pack(files(1)).checksum()))
                .isFalse();
    }

    @Test
    void takesTheSameVersionAnewButNoOlderOne() {
        shelf.applier().apply(pack(PackSamples.with(files(1), BARRIER, "Pride.", "Another try.")));
        assertThat(shelf.piece(Barrier.class, "barrier/shame").part("protecting"))
                .isEqualTo("Another try.");
        shelf.applier().apply(pack(PackSamples.with(files(0), BARRIER, "Pride.", "Older.")));
        assertThat(shelf.piece(Barrier.class, "barrier/shame").part("protecting"))
                .isEqualTo("Another try.");
    }

    @Test
    void refusesARelationToNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Shelf.of(unchecked(files(2), "prompt/worth-it")))
                .withMessage("A checked pack names a missing prompt");
    }

    @Test
    void refusesARelationToWhatGoes() {
        var changed = PackSamples.with(files(2), BARRIER, "Pride.", "A sore spot.");
        assertThatIllegalStateException()
                .isThrownBy(() -> shelf.applier().apply(unchecked(changed, "pitfall/hinting")))
                .withMessage("A checked pack names a missing pitfall");
    }

    /** A pack that no reader would let through: a piece that others name is not in it. */
    private static Pack unchecked(List<PackFile> files, String missing) {
        Pack good = pack(files);
        var rest = new ArrayList<>(good.pieces());
        rest.removeIf(piece -> piece.key().equals(missing));
        return new Pack("en", good.version(), good.checksum(), rest);
    }

    private static <T extends Piece> T edited(T piece) {
        piece.edit("protecting", "Our own words.", Shelf.NOON);
        assertThat(piece.editedByHand()).isTrue();
        return piece;
    }

    private static List<PackFile> files(int version) {
        return PackSamples.files("en", version);
    }

    private static Pack pack(List<PackFile> files) {
        return PackSamples.read("en", files);
    }

    private static List<PackFile> allOnEvidence(List<PackFile> files) {
        var more = PackSamples.with(files, PROMPT, "suits: [shame]", "suits: []\nevidence: [how-long]");
        more = PackSamples.with(more, PITFALL, "prompts: [worth-it]", "prompts: []\nevidence: [how-long]");
        return PackSamples.with(more, EXERCISE, "order: 10", "order: 10\nevidence: [how-long]");
    }

    private static List<PackFile> withASecondPrompt(List<PackFile> files) {
        PackFile prompt = PackSamples.find(files, PROMPT);
        return PackSamples.plus(
                files,
                new PackFile(
                        prompt.name().replace("worth-it", "pace"),
                        prompt.text().replace("slug: worth-it", "slug: pace")));
    }
}
