package app.ajar.words;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.words.Reflection.Finding;
import app.ajar.words.Reflection.Passage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorTests {

    private final RuleBook book = RuleBook.in("en");
    private final Mirror mirror = new Mirror(book);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You never listen.\n\n  You're the problem!  And <b>you</b> always & \"ever\" leave",
                "Nothing to see",
                "  ",
                "You never 🌙 you always 🌙",
                "Why do you always shut me out? You never talk to me."
            })
    void givesTheWholeTextBackUnchanged(String text) {
        assertThat(mirror.read(text).passages().stream().map(Passage::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void countsAHabitOnceAndShowsEveryPlace() {
        Reflection answer = mirror.read("You never talk. You need help. You always leave.");
        assertThat(answer.findings())
                .extracting(finding -> finding.rule().id())
                .containsExactly("always-never", "fixing");
        assertThat(answer.findings().get(0).quotes()).containsExactly("You never", "You always");
        assertThat(answer.passages()).extracting(Passage::number).containsExactly(1, 0, 2, 0, 1, 0);
    }

    @Test
    void givesOneReasonForOnePlace() {
        Reflection answer = mirror.read("Why do you always shut me out?");
        assertThat(answer.findings()).extracting(finding -> finding.rule().id()).containsExactly("why");
    }

    @Test
    void saysWhatIsGood() {
        Reflection answer = mirror.read("On Sunday I felt alone. What would help you? You are free to say no.");
        assertThat(answer.findings()).isEmpty();
        assertThat(answer.good())
                .extracting(finding -> finding.rule().id())
                .containsExactlyInAnyOrder("specific", "owned", "question", "choice");
    }

    @Test
    void findsNothingGoodInASentenceThatAccuses() {
        assertThat(mirror.read("Why do you never talk to me on Sunday?").good()).isEmpty();
    }

    @Test
    void speaksOfNothingElseWhereThereIsFear() {
        Reflection answer = mirror.read("You never listen. I am afraid of you. Could we talk?");
        assertThat(answer.harm()).isTrue();
        assertThat(answer.findings()).isEmpty();
        assertThat(answer.good()).isEmpty();
        assertThat(answer.passages()).isEmpty();
    }

    @Test
    void marksTwoHabitsOfOneSentenceInTheOrderOfTheText() {
        Reflection answer = mirror.read("You never talk and you need help now");
        assertThat(answer.findings())
                .extracting(finding -> finding.rule().id())
                .containsExactly("always-never", "fixing");
        assertThat(answer.passages())
                .containsExactly(
                        new Passage("You never", 1),
                        new Passage(" talk and ", 0),
                        new Passage("you need help", 2),
                        new Passage(" now", 0));
    }

    @Test
    void hasNoEmptyPassage() {
        assertThat(mirror.read("You need help").passages()).containsExactly(new Passage("You need help", 1));
        assertThat(mirror.read("").passages()).isEmpty();
    }

    @Test
    void doesNotTakeAGuessForAVerdict() {
        assertThat(mirror.read("I wonder if you think I am angry. Maybe you think it is too late.")
                        .findings())
                .isEmpty();
    }

    @Test
    void printsNothingOfTheText() {
        Reflection answer = mirror.read("You never xylophone.");
        assertThat(answer).hasToString("Reflection[…]");
        assertThat(answer.passages()).allSatisfy(passage -> assertThat(passage).hasToString("Passage[…]"));
        assertThat(answer.findings()).extracting(Finding::toString).containsExactly("Finding[always-never]");
    }

    /** Steps, not time: the bound is the same on every machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {"a ", "you ", "if you ", "you you forgot ", "not ", "i i if you , ", "'", "é", "you are so "})
    void cannotBeMadeSlow(String again) {
        String hostile = again.repeat(WordsController.LONGEST / again.length());
        var effort = new Phrase.Effort();
        mirror.read(hostile, effort);
        long most = Stream.of(book.harm(), book.pressure(), book.good())
                .flatMap(List::stream)
                .flatMap(rule -> Stream.concat(rule.says().stream(), rule.unless().stream()))
                .mapToLong(phrase -> 1_000L * (phrase.size() + 1))
                .sum();
        assertThat(effort.steps).isLessThan(most);
    }
}
