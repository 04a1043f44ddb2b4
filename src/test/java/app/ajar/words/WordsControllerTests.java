package app.ajar.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ajar.guide.Edition;
import app.ajar.guide.EnglishGuide;
import app.ajar.guide.GuideLibrary;
import app.ajar.guide.Link;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

class WordsControllerTests {

    private static final Edition EDITION = EnglishGuide.edition();

    private final GuideLibrary library = mock(GuideLibrary.class);
    private WordsController controller;

    @BeforeEach
    void openTheGuide() {
        when(library.edition()).thenReturn(EDITION);
        controller = new WordsController(library);
    }

    @Test
    void beginsWithAnEmptyPage() {
        assertThat(controller.write().getViewName()).isEqualTo("words/write");
        assertThat(controller.write().getModel()).isEqualTo(Map.of("text", ""));
    }

    @Test
    void answersWithWhatItFoundAndWhereToReadOn() {
        ModelAndView answer = controller.read("You never talk to me.");
        assertThat(answer.getViewName()).isEqualTo("words/answer");
        assertThat(answer.getStatus()).isNull();
        assertThat(answer.getModel()).containsEntry("text", "You never talk to me.");
        assertThat(((Reflection) answer.getModel().get("reflection")).findings())
                .hasSize(1);
        var pitfalls = EDITION.section("/guide/what-backfires").orElseThrow();
        assertThat(answer.getModel().get("pieces"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Link.class))
                .containsEntry(
                        pitfalls.pitfalls().get(0).slug(),
                        new Link(
                                pitfalls.pitfalls().get(0).title(),
                                "/guide/what-backfires#"
                                        + pitfalls.pitfalls().get(0).slug()))
                .containsKeys(EDITION.barriers().stream()
                        .map(barrier -> barrier.slug())
                        .toArray(String[]::new));
    }

    @Test
    void answersFearWithSafety() {
        assertThat(controller.read("I am afraid of you.").getViewName()).isEqualTo("words/safety-first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \r\n "})
    void asksAgainWhereThereIsNothingToRead(String typed) {
        ModelAndView answer = controller.read(typed);
        assertThat(answer.getViewName()).isEqualTo("words/write");
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer.getModel()).containsEntry("problem", "empty");
    }

    @Test
    void readsTwoThousandCharactersAndGivesBackALongerText() {
        assertThat(controller.read("🌙".repeat(2_000)).getViewName()).isEqualTo("words/answer");
        ModelAndView refused = controller.read("🌙".repeat(2_001));
        assertThat(refused.getViewName()).isEqualTo("words/write");
        assertThat(refused.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused.getModel())
                .isEqualTo(Map.of("text", "🌙".repeat(2_001), "problem", "too-long", "length", 2_001));
    }

    @Test
    void countsALineEndOnce() {
        assertThat(controller.read("a\r\n".repeat(1_000)).getModel()).containsEntry("text", "a\n".repeat(1_000));
        assertThat(controller.read("a\rb").getModel()).containsEntry("text", "a\nb");
    }
}
