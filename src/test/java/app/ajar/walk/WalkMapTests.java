package app.ajar.walk;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.guide.BarrierView;
import app.ajar.guide.Edition;
import app.ajar.guide.EnglishGuide;
import app.ajar.guide.PitfallView;
import app.ajar.guide.PromptView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

/** The walk's file holds together, and holds against the pack and the messages. */
class WalkMapTests {

    private final Edition edition = EnglishGuide.edition();
    private final WalkMap map = new WalkMap();
    private final MessageSource messages = EnglishGuide.messages();

    @Test
    void asksSixQuestionsOfAReadableLength() {
        assertThat(map.questions())
                .extracting(Question::name)
                .containsExactly("q-no", "q-heard", "q-when", "q-tried", "q-now", "q-hope");
        assertThat(map.questions())
                .allSatisfy(question -> assertThat(
                                question.options().size() + question.signs().size())
                        .as(question.name())
                        .isBetween(6, 14));
    }

    @Test
    void namesNoAnswerTwice() {
        assertThat(Stream.concat(
                        map.options().map(Question.Option::id), map.signs().map(Question.SignPlace::id)))
                .doesNotHaveDuplicates()
                .noneMatch(id -> id.endsWith("." + WalkMap.UNSURE));
    }

    @Test
    void everySignIsInThePackWithItsOwnWords() {
        assertThat(map.heard(edition))
                .extracting(WalkMap.Heard::id)
                .containsExactlyElementsOf(
                        map.signs().map(Question.SignPlace::id).toList());
    }

    @Test
    void everyBarrierHasAnAnswerThatSpeaksForIt() {
        Set<String> spokenFor = Stream.concat(
                        map.signs().map(Question.SignPlace::barrier),
                        map.options()
                                .map(Question.Option::lean)
                                .filter(Objects::nonNull)
                                .map(Question.Lean::barrier))
                .collect(Collectors.toSet());
        assertThat(spokenFor).containsExactlyInAnyOrderElementsOf(slugs(edition.barriers()));
    }

    @Test
    void weightsRunFromOneToThree() {
        assertThat(map.options().map(Question.Option::lean).filter(Objects::nonNull))
                .extracting(Question.Lean::weight)
                .allMatch(weight -> weight >= 1 && weight <= 3);
        assertThat(map.heard(edition))
                .extracting(heard -> heard.sign().weight())
                .allMatch(weight -> weight >= 1 && weight <= 3);
    }

    @Test
    void everyPitfallOfTheGuideCanBeTriedAndNoOther() {
        Set<String> pitfalls =
                edition.pitfalls().stream().map(PitfallView::slug).collect(Collectors.toSet());
        assertThat(map.options()
                        .map(Question.Option::pitfall)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .isEqualTo(pitfalls);
        assertThat(pitfalls).contains(map.pitfall(), map.pitfallAtRest());
    }

    @Test
    void everyPromptItNamesIsInTheGuideAndInTheRightGroup() {
        assertThat(Stream.concat(
                        map.options().flatMap(option -> option.prompts().stream()), map.onlyAfter().keySet().stream()))
                .isNotEmpty()
                .allSatisfy(slug -> assertThat(edition.prompt(slug)).as(slug).isPresent());
        Set<String> groups =
                edition.promptGroups().stream().map(group -> group.key()).collect(Collectors.toSet());
        for (boolean resting : List.of(true, false)) {
            assertThat(map.places(resting)).hasSize(3).allSatisfy(place -> {
                assertThat(groups).containsAll(place.groups());
                PromptView otherwise = edition.prompt(place.otherwise()).orElseThrow();
                assertThat(place.groups().isEmpty() || place.groups().contains(otherwise.group()))
                        .isTrue();
                assertThat(map.onlyAfter(otherwise.slug())).isEmpty();
            });
        }
    }

    @Test
    void whatAPromptWaitsForCanBeTicked() {
        Set<String> ids = Stream.concat(
                        map.options().map(Question.Option::id), map.signs().map(Question.SignPlace::id))
                .collect(Collectors.toSet());
        assertThat(map.onlyAfter().values())
                .isNotEmpty()
                .allSatisfy(needed -> assertThat(ids).containsAll(needed));
    }

    @Test
    void everyAnswerAndEveryReasonHasItsWords() {
        map.questions().forEach(question -> {
            assertThat(said("walk.ask." + question.name())).isNotBlank();
            assertThat(said("walk.ask." + question.name() + ".hint")).isNotBlank();
        });
        map.options().forEach(option -> {
            assertThat(said("walk.option." + option.words())).isNotBlank();
            if (option.lean() != null) {
                assertThat(said("walk.because." + option.words())).isNotBlank();
            }
            if (option.moment() != null) {
                assertThat(said("walk.moment." + option.moment())).isNotBlank();
            }
        });
    }

    @Test
    void fearCanBeSaidInMoreThanOnePlace() {
        assertThat(map.options().filter(Question.Option::fear)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void leavesOutASignThatTheGuideNoLongerHas() {
        // The small guide has shame, but with other signs, and no other barrier.
        assertThat(map.heard(EnglishGuide.small())).isEmpty();
    }

    @Test
    void asksAboutASignWithTheWeightThatThePackGivesIt() {
        assertThat(map.heard(edition))
                .contains(new WalkMap.Heard(
                        "q-heard.joke",
                        "joke",
                        "shame",
                        new BarrierView.Sign(false, "makes a joke of it and moves on", 1)));
    }

    @Test
    void readsWhatAnAnswerLeadsTo() {
        assertThat(option("q-when.quarrel"))
                .isEqualTo(new Question.Option(
                        "q-when.quarrel",
                        "quarrel",
                        new Question.Lean("ambushed", 3),
                        "mid-fight",
                        Set.of("sorry-for-the-timing"),
                        "quarrel",
                        false,
                        false,
                        false,
                        false));
        assertThat(option("q-when.quarrel").words()).isEqualTo("q-when-quarrel");
        assertThat(option("q-hope.close").prompts())
                .containsExactlyInAnyOrder("because-we-matter", "hardest-part", "a-year-from-now");
        assertThat(map.questions()).extracting(Question::several).containsExactly(false, true, true, true, true, false);
        assertThat(Question.markOf("cost")).isEqualTo("q-sure-cost");
    }

    @Test
    void knowsWhatAPromptWaitsFor() {
        assertThat(map.onlyAfter("what-went-wrong")).containsExactly("q-heard.once");
        assertThat(map.onlyAfter("sorry-for-the-timing"))
                .containsExactlyInAnyOrder("q-when.quarrel", "q-tried.in-a-fight");
        assertThat(map.onlyAfter("worth-it")).isEmpty();
        assertThat(map.places(true).get(0)).isEqualTo(new WalkMap.Place(Set.of(), "accept-the-no"));
        assertThat(map.places(false).get(0))
                .isEqualTo(new WalkMap.Place(Set.of("to-open", "to-own"), "because-we-matter"));
    }

    private Question.Option option(String id) {
        return map.options()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String said(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }

    private static List<String> slugs(List<BarrierView> barriers) {
        return barriers.stream().map(BarrierView::slug).toList();
    }
}
