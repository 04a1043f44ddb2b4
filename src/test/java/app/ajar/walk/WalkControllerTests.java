package app.ajar.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ajar.guide.Edition;
import app.ajar.guide.EnglishGuide;
import app.ajar.guide.GuideLibrary;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.server.ResponseStatusException;

class WalkControllerTests {

    private static final Edition EDITION = EnglishGuide.edition();

    private final WalkMap map = new WalkMap();
    private final GuideLibrary library = mock(GuideLibrary.class);
    private final WalkController controller = new WalkController(library, map, new PlanText(EnglishGuide.messages()));
    private final ExtendedModelMap model = new ExtendedModelMap();
    private final LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    @BeforeEach
    void openTheGuide() {
        when(library.edition()).thenReturn(EDITION);
    }

    @Test
    void asksWithTheSafetyPageBesideAndNothingTicked() {
        assertThat(controller.questions(model)).isEqualTo("walk/questions");
        assertThat(model)
                .containsEntry("section", EDITION.section("/safety").orElseThrow())
                .containsEntry("questions", map.questions())
                .containsEntry("heard", map.heard(EDITION))
                .containsEntry("answers", Answers.NONE);
    }

    @Test
    void answersWithAPlanAndItsText() {
        fields.add("q-heard", "cost");
        Answers answers = new Answers(Set.of("q-heard.cost"), Set.of(), Set.of());
        Plan plan = new Planner(map, EDITION, answers).plan();
        assertThat(controller.plan(fields, model, Locale.ENGLISH)).isEqualTo("walk/plan");
        assertThat(model)
                .containsEntry("plan", plan)
                .containsEntry("text", new PlanText(EnglishGuide.messages()).of(plan, Locale.ENGLISH))
                .containsEntry("questions", map.questions())
                .containsEntry("answers", answers);
    }

    @Test
    void asksAgainWithWhatWasTicked() {
        fields.add("q-heard", "cost");
        fields.add("change", "1");
        assertThat(controller.plan(fields, model, Locale.ENGLISH)).isEqualTo("walk/questions");
        assertThat(model)
                .containsEntry("answers", new Answers(Set.of("q-heard.cost"), Set.of(), Set.of()))
                .doesNotContainKey("plan");
    }

    @Test
    void givesThePageForFearNothingOfTheAnswers() {
        fields.add("q-heard", "cost");
        fields.add("q-now", "afraid");
        assertThat(controller.plan(fields, model, Locale.ENGLISH)).isEqualTo("walk/safety");
        assertThat(model).isEmpty();
    }

    @Test
    void doesNotAskWithoutASafetyPage() {
        when(library.edition()).thenReturn(EnglishGuide.small());
        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> controller.questions(model))
                .satisfies(
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(404));
    }
}
