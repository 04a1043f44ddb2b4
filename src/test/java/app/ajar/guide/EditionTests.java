package app.ajar.guide;

import static app.ajar.guide.PackSamples.BARRIER;
import static app.ajar.guide.PackSamples.EXERCISE;
import static app.ajar.guide.PackSamples.PITFALL;
import static app.ajar.guide.PackSamples.PROMPT;
import static app.ajar.guide.PackSamples.SECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a small pack becomes on the page: every text where it belongs, in order, with links that lead somewhere. */
class EditionTests {

    private static final List<PackFile> FILES = PackSamples.files("en", 1);

    private final Edition edition = edition(FILES);
    private final SectionView opening = page(edition, "/guide/opening");

    @Test
    void aPageHoldsItsTextAndItsPieces() {
        assertThat(edition.language()).isEqualTo("en");
        assertThat(opening.title()).isEqualTo("Opening");
        assertThat(opening.summary()).isEqualTo("How to begin.");
        assertThat(opening.lead()).isEqualTo("Begin small.");
        assertThat(opening.part()).isEqualTo("words");
        assertThat(opening.body()).hasToString("<p>Begin where you are.</p>\n");
        assertThat(opening.body().isEmpty()).isFalse();
        assertThat(opening.closing().isEmpty()).isTrue();
        assertThat(opening.noteQuestion()).isNull();
        assertThat(opening.barriers()).extracting(BarrierView::slug).containsExactly("shame");
        assertThat(opening.pitfalls()).extracting(PitfallView::slug).containsExactly("hinting");
        assertThat(opening.exercises()).extracting(ExerciseView::slug).containsExactly("control-map");
        assertThat(opening.evidence()).extracting(EvidenceView::slug).containsExactly("how-long");
    }

    @Test
    void aBarrierHoldsAllItsParts() {
        BarrierView barrier = opening.barriers().get(0);
        assertThat(barrier.title()).isEqualTo("Shame");
        assertThat(barrier.soundsLike().toString()).contains("“We are not that bad.”");
        assertThat(barrier.protecting()).hasToString("<p>Pride.</p>\n");
        assertThat(barrier.helps()).hasToString("<p>Time.</p>\n");
        assertThat(barrier.worse()).hasToString("<p>Noise.</p>\n");
        assertThat(barrier.oneThing().toString()).contains("“I would like some help with it.”");
        assertThat(barrier.noteQuestion()).isEmpty();
        assertThat(barrier.signs())
                .containsExactly(
                        new BarrierView.Sign(true, "We are not that bad.", 3),
                        new BarrierView.Sign(false, "makes a joke of it", 1));
        assertThat(barrier.prompts()).containsExactly(new Link("What would make it worth it?", "/prompts#worth-it"));
        assertThat(barrier.pitfalls()).containsExactly(new Link("Hinting", "/guide/opening#hinting"));
    }

    @Test
    void aPromptHoldsItsThreeSizesAndWhatMayComeBack() {
        PromptView prompt = edition.prompt("worth-it").orElseThrow();
        assertThat(prompt.group()).isEqualTo("to-ask");
        assertThat(prompt.say()).isEqualTo("What would make it worth it to you?");
        assertThat(prompt.softer()).isEqualTo("What might make it worth a try?");
        assertThat(prompt.shorter()).isEqualTo("What would help?");
        assertThat(prompt.why()).hasToString("<p>It asks.</p>\n");
        assertThat(prompt.when()).hasToString("<p>Both calm.</p>\n");
        assertThat(prompt.answers())
                .containsExactly(new PromptView.Exchange("“Nothing.”", "“All right. Thank you for telling me.”"));
        assertThat(prompt.cardLine()).isEqualTo("Ask once.");
        assertThat(prompt.suits()).containsExactly(new Link("Shame", "/guide/opening#shame"));
        assertThat(edition.prompt("no-such-prompt")).isEmpty();
    }

    @Test
    void aPitfallHoldsItsBeforeAndAfterApartFromTheAdvice() {
        assertThat(edition.pitfalls()).singleElement().satisfies(pitfall -> {
            assertThat(pitfall.slug()).isEqualTo("hinting");
            assertThat(pitfall.summary()).isEqualTo("A hint asks them to guess.");
            assertThat(pitfall.soundsLike().toString()).contains("“It must be nice to have a partner who talks.”");
            assertThat(pitfall.why()).hasToString("<p>They have to guess.</p>\n");
            assertThat(pitfall.advice()).hasToString("<p>Say it once.</p>\n");
            assertThat(pitfall.before()).isEqualTo("“I saw a show.”");
            assertThat(pitfall.after()).isEqualTo("“I would like us to go.”");
            assertThat(pitfall.caution().isEmpty()).isTrue();
            assertThat(pitfall.prompts()).extracting(Link::slug).containsExactly("worth-it");
        });
    }

    @Test
    void anExerciseHoldsItsColumnsAndItems() {
        var files = PackSamples.with(FILES, EXERCISE, "[Mine, Not mine]", "[\"It's mine\", \"It isn't\"]");
        files = PackSamples.with(files, EXERCISE, "other: How they take it.", "hint: Don't rush.\n    lines: 2");
        assertThat(edition(files).exercises()).containsOnlyKeys("control-map");
        ExerciseView exercise = edition(files).exercises().get("control-map");
        assertThat(exercise.leftHeading()).isEqualTo("It’s mine");
        assertThat(exercise.title()).isEqualTo("What is mine");
        assertThat(exercise.form()).isEqualTo("columns");
        assertThat(exercise.rightHeading()).isEqualTo("It isn’t");
        assertThat(exercise.items())
                .containsExactly(new ExerciseView.Item("How I start.", null, "Don’t rush.", null, null, null, 2));
    }

    @Test
    void evidenceSaysWhereItStandsAndWhatItCannotTell() {
        assertThat(edition.evidence()).singleElement().satisfies(note -> {
            assertThat(note.slug()).isEqualTo("how-long");
            assertThat(note.title()).isEqualTo("How long people wait");
            assertThat(note.summary()).isEqualTo("Studies differ.");
            assertThat(note.limits()).isEqualTo("They asked those who went.");
        });
        assertThat(edition.evidence().get(0).toString())
                .contains("About two or three years.", "Doherty, 2021. <em>A research note</em>.");
    }

    @Test
    void aPageSaysEachFindingOnceAndAnotherPageAgain() {
        assertThat(opening.barriers().get(0).evidence()).isEmpty();
        var files = PackSamples.with(FILES, SECTION, "evidence: [how-long]", "evidence: []");
        assertThat(page(edition(files), "/guide/opening").barriers().get(0).evidence())
                .extracting(EvidenceView::slug)
                .containsExactly("how-long");
        var asked = PackSamples.with(FILES, PROMPT, "card: Ask once.", "card: Ask once.\nevidence: [how-long]");
        assertThat(edition(asked).prompt("worth-it").orElseThrow().evidence()).hasSize(1);
        var hinted = PackSamples.with(FILES, PITFALL, "prompts: [worth-it]", "prompts: []\nevidence: [how-long]");
        assertThat(edition(hinted).pitfalls().get(0).evidence()).hasSize(1);
        assertThat(page(edition(hinted), "/guide/opening").pitfalls().get(0).evidence())
                .isEmpty();
    }

    @Test
    void whatAPageAsksForTheNotebookIsOnThePage() {
        var files = PackSamples.with(FILES, SECTION, "lead: Begin small.", "lead: Begin small.\nnote: Where am I?");
        files = PackSamples.with(files, BARRIER, "order: 10", "order: 10\nnote: What's sore?");
        files = PackSamples.with(files, EXERCISE, "order: 10", "order: 10\nnote: What is mine?");
        SectionView page = page(edition(files), "/guide/opening");
        assertThat(page.noteQuestion()).isEqualTo("Where am I?");
        assertThat(page.barriers().get(0).noteQuestion()).isEqualTo("What’s sore?");
        assertThat(page.exercises().get(0).noteQuestion()).isEqualTo("What is mine?");
    }

    @Test
    void threeStarsSayWhereThePiecesStand() {
        var files = PackSamples.with(FILES, SECTION, "Begin where you are.", "Before.\n\n***\n\nAfter.");
        SectionView page = page(edition(files), "/guide/opening");
        assertThat(page.body()).hasToString("<p>Before.</p>\n");
        assertThat(page.closing()).hasToString("<p>After.</p>\n");
    }

    @Test
    void aPageNamesItsPiecesOrElseItsHeadings() {
        assertThat(opening.contents()).containsExactly(new Link("Shame", "#shame"));
        var noBarrier = PackSamples.with(FILES, SECTION, "barriers: [shame]", "barriers: []");
        assertThat(page(edition(noBarrier), "/guide/opening").contents())
                .containsExactly(new Link("Hinting", "#hinting"));
        var none = PackSamples.with(noBarrier, SECTION, "pitfalls: [hinting]", "pitfalls: []");
        none = PackSamples.with(none, SECTION, "Begin where", "## Before\n\nx\n\n## The first line\n\nBegin where");
        assertThat(page(edition(none), "/guide/opening").contents())
                .containsExactly(new Link("Before", "#before"), new Link("The first line", "#the-first-line"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "249, 1", "250, 2", "449, 2", "450, 3"})
    void countsAMinuteForTwoHundredWordsToTheNearestOneAndNeverNone(int words, int minutes) {
        // The small pack's pieces have 50 words of their own beside the text of the page.
        var files = PackSamples.with(FILES, SECTION, "Begin where you are.", "word ".repeat(words));
        assertThat(page(edition(files), "/guide/opening").minutes()).isEqualTo(minutes);
    }

    @Test
    void thePageOfAllPromptsTakesAsLongAsWhatItShowsOfThem() {
        var files = PackSamples.with(FILES, SECTION, "slug: opening", "slug: opening\npath: /prompts");
        files = PackSamples.with(files, SECTION, "Begin where you are.", "word ".repeat(200));
        int alone = page(edition(files), "/prompts").minutes();
        var longer = PackSamples.with(
                files, PackSamples.PROMPT, "> What would make", "> " + "Well, ".repeat(400) + "what would make");
        assertThat(page(edition(longer), "/prompts").minutes()).isEqualTo(alone + 2);
        var folded = PackSamples.with(files, PackSamples.PROMPT, "It asks.", "word ".repeat(400));
        assertThat(page(edition(folded), "/prompts").minutes()).isEqualTo(alone);
    }

    @Test
    void partsComeInReadingOrderAndPagesByTheirPlaceInThem() {
        Edition many = edition(withPages());
        assertThat(many.parts()).extracting(PartView::key).containsExactly("understand", "words", "own");
        assertThat(many.parts().get(0).sections())
                .extracting(SectionView::slug)
                .containsExactly("safety", "why-not", "zzz");
        assertThat(many.parts().get(0).sections())
                .extracting(SectionView::number)
                .containsExactly(1, 2, 3);
        assertThat(many.parts().get(1).sections())
                .extracting(SectionView::number)
                .containsExactly(1);
        assertThat(many.sitePages()).extracting(SectionView::slug).containsExactly("about");
        assertThat(edition.parts())
                .as("no part without a page")
                .extracting(PartView::key)
                .containsExactly("words");
        assertThat(edition.sitePages()).isEmpty();
    }

    @Test
    void aPartBeginsWithItsFirstPageThatIsNotAboutSafety() {
        PartView part = edition(withPages()).parts().get(0);
        assertThat(part.first().slug()).isEqualTo("why-not");
        assertThat(part.minutes()).isEqualTo(3);
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> new PartView("own", List.of()).first());
    }

    @Test
    void eachPageLeadsToTheNextAndTheLastToNone() {
        Edition many = edition(withPages());
        assertThat(many.after(page(many, "/safety"))).contains(page(many, "/guide/why-not"));
        assertThat(many.after(page(many, "/guide/zzz"))).contains(page(many, "/guide/opening"));
        assertThat(many.after(page(many, "/guide/opening"))).contains(page(many, "/guide/mine"));
        assertThat(many.after(page(many, "/guide/mine"))).isEmpty();
        assertThat(many.after(page(many, "/about"))).isEmpty();
    }

    @Test
    void everyPageKnowsItsPartUnlessItIsAboutTheSite() {
        Edition many = edition(withPages());
        assertThat(many.partOf(page(many, "/guide/opening"))).map(PartView::key).contains("words");
        assertThat(many.partOf(page(many, "/guide/mine"))).map(PartView::key).contains("own");
        assertThat(many.partOf(page(many, "/about"))).isEmpty();
        assertThat(many.section("/guide/nowhere")).isEmpty();
    }

    @Test
    void findsThePageThatAnExerciseStandsOn() {
        Edition many = edition(withPages());
        assertThat(many.sectionWith("control-map")).map(SectionView::slug).contains("opening");
        assertThat(many.sectionWith("no-such-exercise")).isEmpty();
    }

    @Test
    void namesEachExerciseOnceWhereverItIsShown() {
        var files = withPage(FILES, "mine", "own", 10, "exercises: [control-map]\n");
        assertThat(edition(files).exercises()).containsOnlyKeys("control-map");
    }

    @Test
    void namesEachBarrierOnceWhereverItIsShown() {
        assertThat(edition(withPages()).barriers())
                .extracting(BarrierView::slug)
                .containsExactly("shame");
    }

    @Test
    void aPieceIsFoundOnTheFirstPageThatShowsIt() {
        assertThat(edition(withPages()).prompt("worth-it").orElseThrow().suits())
                .containsExactly(new Link("Shame", "/guide/why-not#shame"));
    }

    @Test
    void groupsPromptsInTheOrderOfATalk() {
        assertThat(edition.promptCount()).isOne();
        assertThat(edition.promptGroups()).extracting(PromptGroup::key).containsExactly("to-ask");
        var files = withPrompt(withPrompt(FILES, "welcome", "to-open", 30), "earlier", "to-ask", 5);
        Edition more = edition(files);
        assertThat(more.promptGroups()).extracting(PromptGroup::key).containsExactly("to-open", "to-ask");
        assertThat(more.promptGroups().get(1).prompts())
                .extracting(PromptView::slug)
                .containsExactly("earlier", "worth-it");
        assertThat(more.promptCount()).isEqualTo(3);
        assertThat(more.prompt("welcome")).map(PromptView::group).contains("to-open");
    }

    @Test
    void aLinkKnowsThePieceItLeadsTo() {
        assertThat(new Link("Shame", "/guide/opening#shame").slug()).isEqualTo("shame");
        assertThat(new Link("Here", "#here").slug()).isEqualTo("here");
        assertThat(new Link("Opening", "/guide/opening").slug()).isEmpty();
    }

    private static List<PackFile> withPages() {
        var files = withPage(FILES, "mine", "own", 10, "");
        files = withPage(files, "zzz", "understand", 20, "barriers: [shame]\n");
        files = withPage(files, "why-not", "understand", 20, "barriers: [shame]\n");
        files = withPage(files, "safety", "understand", 5, "path: /safety\n");
        return withPage(files, "about", "site", 1, "path: /about\n");
    }

    private static List<PackFile> withPage(List<PackFile> files, String slug, String part, int order, String more) {
        return PackSamples.plus(
                files, new PackFile("en/sections/" + slug + ".md", """
                ---
                kind: section
                slug: %s
                title: A page
                part: %s
                covers: []
                order: %d
                summary: One more page.
                lead: Read on.
                %s---
                Some text.
                """.formatted(slug, part, order, more)));
    }

    private static List<PackFile> withPrompt(List<PackFile> files, String slug, String group, int order) {
        String text = PackSamples.find(files, PROMPT).text();
        return PackSamples.plus(
                files,
                new PackFile(
                        "en/prompts/" + slug + ".md",
                        text.replace("slug: worth-it", "slug: " + slug)
                                .replace("group: to-ask", "group: " + group)
                                .replace("order: 10", "order: " + order)));
    }

    private static Edition edition(List<PackFile> files) {
        return Shelf.of(PackSamples.read("en", files)).edition();
    }

    private static SectionView page(Edition edition, String path) {
        return edition.section(path).orElseThrow();
    }
}
