package app.ajar.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class AnswersTests {

    private final WalkMap map = new WalkMap();
    private final LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    @Test
    void readsOptionsSignsAndNotSure() {
        fields.add("q-no", "plain");
        fields.add("q-heard", "cost");
        fields.add("q-hope", "unsure");
        assertThat(read().ticked()).containsExactlyInAnyOrder("q-no.plain", "q-heard.cost", "q-hope.unsure");
        assertThat(read().has("q-no.plain")).isTrue();
        assertThat(read().has("q-no.later")).isFalse();
    }

    @Test
    void takesOneAnswerWhereOneIsAskedForAndAllWhereSeveralAre() {
        fields.addAll("q-no", List.of("later", "plain"));
        fields.addAll("q-when", List.of("late", "quarrel", "text"));
        assertThat(read().ticked())
                .containsExactlyInAnyOrder("q-no.later", "q-when.late", "q-when.quarrel", "q-when.text");
    }

    @Test
    void leavesOutWhatTheWalkDoesNotAsk() {
        fields.addAll("q-no", List.of("no-such-answer", "later"));
        fields.add("q-heard", "plain");
        fields.add("q-new", "plain");
        assertThat(read().ticked()).containsExactly("q-no.later");
    }

    @Test
    void keepsHowASignIsKnown() {
        fields.add("q-sure-cost", "told");
        fields.add("q-sure-once", "guess");
        fields.add("q-sure-joke", "perhaps");
        assertThat(read().told()).containsExactly("q-heard.cost");
        assertThat(read().guessed()).containsExactly("q-heard.once");
        assertThat(read().wasTold("q-heard.cost")).isTrue();
        assertThat(read().wasTold("q-heard.once")).isFalse();
        assertThat(read().wasGuessed("q-heard.once")).isTrue();
        assertThat(read().wasGuessed("q-heard.cost")).isFalse();
    }

    @Test
    void takesASignMarkedBothWaysAsAGuess() {
        fields.addAll("q-sure-cost", List.of("told", "guess"));
        assertThat(read().told()).isEmpty();
        assertThat(read().guessed()).containsExactly("q-heard.cost");
    }

    @Test
    void printsNothing() {
        fields.add("q-no", "plain");
        assertThat(read()).hasToString("Answers[…]");
    }

    private Answers read() {
        return Answers.of(map, fields);
    }
}
