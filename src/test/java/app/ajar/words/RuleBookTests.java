package app.ajar.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleBookTests {

    private final RuleBook book = RuleBook.in("en");

    @Test
    void everyHabitSaysWhyAndOffersAFrame() {
        assertThat(book.pressure()).hasSizeGreaterThan(10).allSatisfy(rule -> {
            assertThat(rule.name()).as(rule.id()).isNotBlank();
            assertThat(rule.reason().split("[.?!](?=[ ”]|$)")).as(rule.reason()).hasSizeBetween(1, 2);
            assertThat(rule.frame()).startsWith("“").endsWith("”");
            assertThat(rule.says()).isNotEmpty();
        });
        assertThat(book.good())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(rule -> assertThat(rule.reason()).isNotBlank());
        assertThat(book.harm()).isNotEmpty();
    }

    @Test
    void everyHabitComesFromAPieceOfThePack() {
        assertThat(book.pressure())
                .allSatisfy(rule -> assertThat(Stream.of("barriers", "pitfalls")
                                .map(kind -> "/packs/en/" + kind + "/" + rule.piece() + ".md")
                                .map(RuleBookTests.class::getResource))
                        .as(rule.id() + " → " + rule.piece())
                        .anyMatch(file -> file != null));
    }

    @Test
    void noTwoRulesShareAName() {
        assertThat(Stream.of(book.harm(), book.pressure(), book.good())
                        .flatMap(rules -> rules.stream().map(Rule::id)))
                .doesNotHaveDuplicates();
    }

    @Test
    void itsOwnFramesAreNotMarked() {
        var mirror = new Mirror(book);
        assertThat(book.pressure())
                .allSatisfy(rule -> assertThat(mirror.read(rule.frame()).findings())
                        .as(rule.frame())
                        .isEmpty());
    }

    @Test
    void refusesALanguageItDoesNotHave() {
        assertThatIllegalStateException().isThrownBy(() -> RuleBook.in("xx")).withMessageContaining("/words/xx.yaml");
    }
}
