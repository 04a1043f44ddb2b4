package app.ajar.walk;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.guide.Edition;
import app.ajar.guide.EnglishGuide;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** The rules of src/docs/walk-rules.md, over every small walk and over many large ones from a fixed seed. */
class PlannerTests {

    private static final long SEED = 20_261_122;
    private static final int WALKS = 2_000;

    /** Said of a person, not of a guess. */
    private static final List<String> LABELS = List.of(
            "%",
            "score", "your partner is", "narciss", "avoidant", "toxic", "test result", " he ", " she ", "their type");

    private final Edition edition = EnglishGuide.edition();

    private final WalkMap map = new WalkMap();
    private final PlanText text = new PlanText(EnglishGuide.messages());
    private final Random chance = new Random(SEED);

    @Test
    void everyPairOfAnswersGivesAPlan() {
        List<List<String>> choices = map.questions().stream()
                .map(question -> {
                    var ids = new ArrayList<String>(List.of(""));
                    question.options().forEach(option -> ids.add(option.id()));
                    question.signs().forEach(sign -> ids.add(sign.id()));
                    return List.copyOf(ids);
                })
                .toList();
        // Every pair of answers; the next test takes whole walks.
        int plans = 0;
        for (List<String> one : choices) {
            for (List<String> other : choices) {
                for (String first : one) {
                    for (String second : other) {
                        assertWhole(answers(first, second));
                        plans++;
                    }
                }
            }
        }
        assertThat(plans).isGreaterThan(2_000);
    }

    @Test
    void soDoesAnyHeapOfAnswers() {
        for (int walk = 0; walk < WALKS; walk++) {
            assertWhole(anyAnswers());
        }
    }

    @Test
    void oneMoreAnswerForABarrierNeverLowersIt() {
        // Each of these is held against every answer there is: thousands of pairs of plans in all.
        for (int walk = 0; walk < WALKS / 10; walk++) {
            Answers before = withoutFear(anyAnswers());
            for (WalkMap.Heard heard : map.heard(edition)) {
                assertNotLowered(before, with(before, heard.id(), chance.nextBoolean()), heard.barrier());
            }
            map.options()
                    .filter(option -> option.lean() != null)
                    .forEach(option -> assertNotLowered(
                            before,
                            with(before, option.id(), false),
                            option.lean().barrier()));
        }
    }

    @Test
    void beingToldNeverCountsLessThanGuessing() {
        for (WalkMap.Heard heard : map.heard(edition)) {
            Answers guessed = with(Answers.NONE, heard.id(), false);
            Answers told = with(Answers.NONE, heard.id(), true);
            assertThat(planner(told).scores().get(heard.barrier()))
                    .isGreaterThan(planner(guessed).scores().get(heard.barrier()));
            assertThat(levelOf(guessed, heard.barrier()))
                    .as("a guess alone is never called most likely")
                    .isLessThan(3);
            assertThat(levelOf(told, heard.barrier())).isGreaterThanOrEqualTo(levelOf(guessed, heard.barrier()));
        }
    }

    @Test
    void theOrderOfAnswersDoesNotMatter() {
        for (int walk = 0; walk < 300; walk++) {
            Answers any = anyAnswers();
            // A form cannot give two answers to a question that takes one: compare what it can give.
            Answers given = sent(List.copyOf(any.ticked()), any.told());
            var order = new ArrayList<>(given.ticked());
            Collections.shuffle(order, chance);
            Plan plan = planner(sent(order, given.told())).plan();
            Collections.reverse(order);
            assertThat(sent(order, given.told())).isEqualTo(given);
            assertThat(planner(sent(order, given.told())).plan()).isEqualTo(plan);
        }
    }

    @Test
    void allSkippedGivesTheGeneralPlan() {
        Plan plan = planner(Answers.NONE).plan();
        assertThat(plan.guesses()).isEmpty();
        assertThat(plan.kind()).isEqualTo("talk");
        assertThat(plan.prompts())
                .extracting(prompt -> prompt.slug())
                .containsExactly("because-we-matter", "what-worries-you", "thank-you-for-telling");
        assertThat(plan.pitfall().slug()).isEqualTo(map.pitfall());
        assertThat(plan.moments()).containsExactly("general");

        Set<String> unsure = map.questions().stream()
                .map(question -> question.name() + ".unsure")
                .collect(Collectors.toSet());
        assertThat(planner(new Answers(unsure, Set.of(), Set.of())).plan()).isEqualTo(plan);
    }

    @Test
    void oneAnswerOfFearIsEnoughWhateverTheOthersSay() {
        List<String> fears = map.options()
                .filter(Question.Option::fear)
                .map(Question.Option::id)
                .toList();
        assertThat(fears).contains("q-now.afraid", "q-now.controlled", "q-no.anger", "q-hope.safe");
        for (int walk = 0; walk < WALKS; walk++) {
            Answers answers = with(anyAnswers(), fears.get(chance.nextInt(fears.size())), false);
            Plan plan = planner(answers).plan();
            assertThat(plan).isEqualTo(Plan.SAFETY);
            assertThat(plan.prompts()).isEmpty();
            assertThat(plan.moments()).isEmpty();
            assertThat(plan.guesses()).isEmpty();
        }
    }

    @Test
    void aSettledNoIsNotAskedAgain() {
        for (int walk = 0; walk < WALKS; walk++) {
            Plan plan = planner(with(withoutFear(anyAnswers()), "q-no.each-time", false))
                    .plan();
            assertThat(plan.kind()).isEqualTo("rest");
            assertThat(plan.road()).isTrue();
            assertThat(plan.prompts().get(0).slug()).isEqualTo("accept-the-no");
            assertThat(plan.pitfall().slug()).isEqualTo("asking-again-and-again");
            assertThat(plan.prompts())
                    .noneMatch(prompt -> Set.of("to-open", "to-ask").contains(prompt.group()));
        }
        assertThat(planner(answers("q-no.plain")).plan().road()).isTrue();
        assertThat(planner(answers("q-no.later")).plan().road()).isFalse();
    }

    @Test
    void noWordsAreOfferedThatWouldBeUntrue() {
        for (int walk = 0; walk < WALKS; walk++) {
            Answers answers = anyAnswers();
            assertThat(planner(answers).plan().prompts()).allSatisfy(prompt -> {
                Set<String> only = map.onlyAfter(prompt.slug());
                assertThat(only.isEmpty() || only.stream().anyMatch(answers::has))
                        .isTrue();
            });
        }
    }

    @Test
    void warnsOfWhatWasTried() {
        map.options().filter(option -> option.pitfall() != null).forEach(option -> {
            Plan plan = planner(answers(option.id())).plan();
            assertThat(plan.tried()).isTrue();
            assertThat(plan.pitfall().slug()).isEqualTo(option.pitfall());
        });
        assertThat(planner(answers("q-heard.cost")).plan().tried()).isFalse();
    }

    @Test
    void nothingLabelsThePartner() {
        for (int walk = 0; walk < 300; walk++) {
            String said = text.of(planner(withoutFear(anyAnswers())).plan(), Locale.ENGLISH);
            assertThat(said.toLowerCase(Locale.ENGLISH)).doesNotContain(LABELS).doesNotContain("??");
            assertThat(said).doesNotContain("{0}").hasSizeLessThan(6_000);
        }
    }

    @Test
    void printsNothingOfAnAnswer() {
        Answers answers = answers("q-no.plain", "q-heard.cost");
        assertThat(answers.toString()).doesNotContain("plain", "cost");
        assertThat(planner(answers).plan().toString()).doesNotContain("Cost");
    }

    /** What comes of a form whose fields stand in this order. */
    private Answers sent(List<String> ticked, Set<String> told) {
        var fields = new LinkedMultiValueMap<String, String>();
        for (String id : ticked) {
            String key = id.substring(id.indexOf('.') + 1);
            fields.add(id.substring(0, id.indexOf('.')), key);
            if (told.contains(id)) {
                fields.add(Question.markOf(key), "told");
            }
        }
        return Answers.of(map, fields);
    }

    private void assertWhole(Answers answers) {
        Plan plan = planner(answers).plan();
        if (plan.isSafety()) {
            return;
        }
        assertThat(plan.prompts()).hasSize(3).doesNotHaveDuplicates();
        assertThat(plan.pitfall()).isNotNull();
        assertThat(plan.moments()).hasSizeBetween(1, 2);
        assertThat(plan.guesses()).hasSizeLessThanOrEqualTo(Plan.MOST_GUESSES);
        assertThat(plan.guesses()).allSatisfy(guess -> {
            assertThat(guess.reasons()).isNotEmpty();
            assertThat(guess.level()).isBetween(1, 3);
        });
        assertThat(plan.guesses().stream().map(Plan.Guess::level).toList())
                .isSortedAccordingTo(Collections.reverseOrder());
        assertThat(plan).isEqualTo(planner(answers).plan());
    }

    private void assertNotLowered(Answers before, Answers after, String barrier) {
        assertThat(planner(after).scores().get(barrier))
                .isGreaterThanOrEqualTo(planner(before).scores().getOrDefault(barrier, 0));
        assertThat(levelOf(after, barrier)).isGreaterThanOrEqualTo(levelOf(before, barrier));
        assertThat(placeOf(after, barrier)).isLessThanOrEqualTo(placeOf(before, barrier));
    }

    /** 0 where it is not among the guesses. */
    private int levelOf(Answers answers, String barrier) {
        return planner(answers).plan().guesses().stream()
                .filter(guess -> guess.barrier().slug().equals(barrier))
                .mapToInt(Plan.Guess::level)
                .findFirst()
                .orElse(0);
    }

    private int placeOf(Answers answers, String barrier) {
        List<Plan.Guess> guesses = planner(answers).plan().guesses();
        return IntStream.range(0, guesses.size())
                .filter(place -> guesses.get(place).barrier().slug().equals(barrier))
                .findFirst()
                .orElse(Plan.MOST_GUESSES);
    }

    private Planner planner(Answers answers) {
        return new Planner(map, edition, answers);
    }

    private static Answers answers(String... ids) {
        return new Answers(
                Set.copyOf(Set.of(ids.length == 2 && ids[0].equals(ids[1]) ? new String[] {ids[0]} : ids)),
                Set.of(),
                Set.of());
    }

    /** A tick never takes back a mark that is there: told stays told. */
    private static Answers with(Answers answers, String id, boolean told) {
        var ticked = new HashSet<>(answers.ticked());
        ticked.add(id);
        var marks = new HashSet<>(answers.told());
        if (told) {
            marks.add(id);
        }
        return new Answers(ticked, marks, answers.guessed());
    }

    private Answers withoutFear(Answers answers) {
        var ticked = new HashSet<>(answers.ticked());
        map.options().filter(Question.Option::fear).map(Question.Option::id).forEach(ticked::remove);
        return new Answers(ticked, answers.told(), answers.guessed());
    }

    private Answers anyAnswers() {
        var ticked = new HashSet<String>();
        var told = new HashSet<String>();
        int among = 2 + chance.nextInt(12);
        map.options().forEach(option -> {
            if (chance.nextInt(option.fear() ? 60 : among) == 0) {
                ticked.add(option.id());
            }
        });
        map.signs().forEach(sign -> {
            if (chance.nextInt(among) == 0) {
                ticked.add(sign.id());
                if (chance.nextBoolean()) {
                    told.add(sign.id());
                }
            }
        });
        return new Answers(ticked, told, Set.of());
    }
}
