package app.ajar.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleTests {

    private static final Sentence.ShortForms NONE = new Sentence.ShortForms(Map.of(), Map.of());

    @Test
    void findsEachPlaceFromLeftToRight() {
        assertThat(found(rule("never|always talk"), "you always talk and never talk"))
                .containsExactly("always talk", "never talk");
        assertThat(found(rule("never talk", "you always"), "you always listen and never talk"))
                .containsExactly("you always", "never talk");
    }

    @Test
    void takesTheLongerOfTwoThatBeginAtOneWord() {
        assertThat(found(rule("you never", "you never talk"), "you never talk")).containsExactly("you never talk");
        assertThat(found(rule("you never talk", "you never"), "you never talk")).containsExactly("you never talk");
    }

    @Test
    void takesTheEarlierOfTwoThatOverlapAndBothOfTwoThatMeet() {
        assertThat(found(rule("never talk", "you never"), "you never talk")).containsExactly("you never");
        assertThat(found(rule("you never", "talk"), "you never talk")).containsExactly("you never", "talk");
    }

    @Test
    void isExcusedInTheSameWordsAndNotBesideThem() {
        Rule rule = rule(List.of("you never"), List.of("if you", "talk"), false);
        assertThat(found(rule, "if you never talk")).isEmpty();
        assertThat(found(rule, "you never talk"))
                .as("the excuse begins behind it")
                .containsExactly("you never");
        assertThat(found(rule, "talk you never"))
                .as("the excuse ends before it")
                .containsExactly("you never");
        assertThat(found(rule, "you never hear if you leave"))
                .as("it stands elsewhere")
                .containsExactly("you never");
        assertThat(found(rule, "if you leave")).isEmpty();
    }

    @Test
    void countsInQuestionsAloneWhereItSaysSo() {
        Rule rule = rule(List.of("why"), List.of(), true);
        assertThat(found(rule, "why now?")).containsExactly("why");
        assertThat(found(rule, "why now.")).isEmpty();
    }

    private static Rule rule(String... says) {
        return rule(List.of(says), List.of(), false);
    }

    private static Rule rule(List<String> says, List<String> unless, boolean onlyQuestions) {
        return new Rule("id", "Name", phrases(says), phrases(unless), onlyQuestions, "", "", "");
    }

    private static List<Phrase> phrases(List<String> written) {
        return written.stream().map(row -> new Phrase(row, Map.of())).toList();
    }

    private static List<String> found(Rule rule, String text) {
        String[] words = text.split("[ ?.]");
        return rule.in(Sentence.of(text, NONE).get(0), new Phrase.Effort()).stream()
                .map(hit -> String.join(" ", Arrays.copyOfRange(words, hit.from(), hit.to())))
                .toList();
    }
}
