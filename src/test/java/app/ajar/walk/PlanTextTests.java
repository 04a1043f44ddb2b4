package app.ajar.walk;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.guide.Edition;
import app.ajar.guide.EnglishGuide;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The plan as it stands in a note. */
class PlanTextTests {

    private static final Edition EDITION = EnglishGuide.edition();

    private final PlanText text = new PlanText(EnglishGuide.messages());

    @Test
    void writesAPlanLineByLine() {
        Plan plan = plan(Set.of("q-heard.cost", "q-when.late"), Set.of("q-heard.cost"));
        assertThat(lines(plan))
                .startsWith(
                        "What may be underneath",
                        "- Cost and time (most likely)",
                        "  They told you: “Have you seen what they charge?”",
                        "- Feeling ambushed (perhaps a little)",
                        "  You said that it came late, or at a hurried moment.",
                        "",
                        "Words to try",
                        "- To open: “" + plan.prompts().get(0).say() + "”",
                        "  Softer: “" + plan.prompts().get(0).softer() + "”",
                        "  Shorter: “" + plan.prompts().get(0).shorter() + "”",
                        "- To ask: “" + plan.prompts().get(1).say() + "”")
                .containsSequence(
                        "  Shorter: “" + plan.prompts().get(2).shorter() + "”",
                        "",
                        "One thing to avoid: " + plan.pitfall().title(),
                        "  Before: " + plan.pitfall().before(),
                        "  After: " + plan.pitfall().after(),
                        "",
                        "A good moment")
                .containsSequence(
                        "- Not late, and not in bed. Earlier in the day is kinder to you both.",
                        "",
                        "If and then",
                        "- If it is a calm hour and we are both rested, then I will say my first sentence and wait.",
                        "- If one of us gets loud, then I will ask for a break and say when I will be back.",
                        "- If the answer is no, then I will say thank you and stop there.",
                        "")
                .endsWith(
                        "To close well, whatever the answer",
                        "“Thank you for hearing me out. You do not have to answer today.”");
    }

    @Test
    void speaksOfNoBarrierWhereNothingWasAnswered() {
        assertThat(lines(plan(Set.of(), Set.of()))).startsWith("Words to try").doesNotContain("What may be underneath");
    }

    @Test
    void namesNoMomentWhereTheNoIsSettled() {
        assertThat(lines(plan(Set.of("q-no.each-time"), Set.of())))
                .doesNotContain("A good moment")
                .contains("- If it hurts, then I will call someone who is kind to me.")
                .endsWith("“I have heard you, and I will stop asking. I am glad you told me straight.”");
    }

    @Test
    void getsByWithoutAPitfall() {
        Plan plan = new Plan("talk", List.of(), List.of(), null, false, List.of("general"), false);
        assertThat(text.of(plan, Locale.ENGLISH)).startsWith("Words to try\n\nA good moment\n");
    }

    private static Plan plan(Set<String> ticked, Set<String> told) {
        return new Planner(new WalkMap(), EDITION, new Answers(ticked, told, Set.of())).plan();
    }

    private List<String> lines(Plan plan) {
        return text.of(plan, Locale.ENGLISH).lines().toList();
    }
}
