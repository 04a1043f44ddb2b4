package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.vault.KeyWordList;
import app.ajar.vault.Passphrase;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passphrases could be guessed. */
class PhraseRulesTests {

    private static final long SEED = 20_261_125;
    private static final int ROUNDS = 60;

    private final Random random = new Random(SEED);
    private final List<String> words = KeyWordList.english().words();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "Password 1234567",
                "aaaaaaaaaaaaaaaa",
                "1234 5678 9012 3456",
                "qwertyuiop asdfgh",
                "i love you forever",
                "To be, or not to be: that is the question.",
                "correct horse battery staple",
                "once upon a time there was",
                "let it be let it be",
                "sunshine sunshine",
                "summer holiday 2019",
                "sarah michael emma",
                "jennifer 12.05.1987",
                "ajar ajar ajar ajar",
                "!!!!!!!!!!!!!!!!!!!!"
            })
    void refusesWhatManyPeopleUseOrWhatIsQuickToTryOut(String typed) {
        assertThat(guessable(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wet socks and burnt toast",
                "The heron by the third bridge",
                "blue kettle seven boats",
                "Ich gehe heute nicht nach Hause, und du?",
                "мы едем завтра домой",
                "窗外下着小雨我今天想喝一杯热茶"
            })
    void takesASentenceOfOnesOwnInAnyLanguage(String typed) {
        assertThat(guessable(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ten letter\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0",
                "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
            })
    void countsAsItTakes(String short14) {
        assertThat(Passphrase.read(short14)).isEmpty();
        assertThat(Passphrase.length(short14)).isLessThan(Passphrase.SHORTEST);
        assertThat(Passphrase.length("a".repeat(5 * Passphrase.LONGEST))).isGreaterThan(Passphrase.LONGEST);
    }

    @Test
    void takesFiveWordsThatHaveNothingToDoWithEachOther() {
        for (int round = 0; round < ROUNDS; round++) {
            String typed = String.join(" ", word(), word(), word(), word(), word());
            assertThat(guessable(typed)).as("%s, seed %d", typed, SEED).isFalse();
        }
    }

    @Test
    void refusesOneWordHoweverOftenItIsTyped() {
        for (int round = 0; round < ROUNDS; round++) {
            String typed = (word() + " ").repeat(6);
            assertThat(guessable(typed)).as("%s, seed %d", typed, SEED).isTrue();
        }
    }

    @Test
    void spacesCapitalsAndSignsMakeNothingHarder() {
        for (int round = 0; round < ROUNDS; round++) {
            String typed = word() + " " + word() + " " + word() + " " + word();
            assertThat(guessable(typed.toUpperCase(java.util.Locale.ROOT).replace(" ", " -- ")))
                    .as("%s, seed %d", typed, SEED)
                    .isEqualTo(guessable(typed));
        }
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }

    private static boolean guessable(String typed) {
        return PhraseRules.guessable(Passphrase.read(typed).orElseThrow());
    }
}
