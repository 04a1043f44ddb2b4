package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseTests {

    @Test
    void takesFourteenToTwoHundredCharacters() {
        assertThat(Passphrase.read("a".repeat(13))).isEmpty();
        assertThat(Passphrase.read("a".repeat(14))).isPresent();
        assertThat(Passphrase.read("a".repeat(200))).isPresent();
        assertThat(Passphrase.read("a".repeat(201))).isEmpty();
    }

    @Test
    void countsAsPeopleCount() {
        assertThat(Passphrase.read("🌙".repeat(13))).isEmpty();
        assertThat(Passphrase.read("🌙".repeat(14))).isPresent();
        assertThat(Passphrase.read("🌙".repeat(200))).isPresent();
    }

    @Test
    void forgivesManySpacesButReadsNoMoreThanEightHundredCharacters() {
        String phrase = "the gate" + " ".repeat(777) + "stays ajar here";
        assertThat(phrase).hasSize(800);
        assertThat(Passphrase.read(phrase).orElseThrow().text()).isEqualTo("the gate stays ajar here");
        assertThat(Passphrase.read(phrase + " ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"  The GATE stays ajar\n", "the\tgate  stays\u00a0ajar", "ｔｈｅ gate stays ajar"})
    void isTheSameHoweverItWasTyped(String typed) {
        Passphrase phrase = Passphrase.read("the gate stays ajar").orElseThrow();
        assertThat(Passphrase.read(typed)).contains(phrase);
        assertThat(Passphrase.read(typed).orElseThrow()).hasSameHashCodeAs(phrase);
    }

    @Test
    void isNotAnotherOne() {
        Passphrase phrase = Passphrase.read("the gate stays ajar").orElseThrow();
        Passphrase other = Passphrase.read("the gate stays shut").orElseThrow();
        assertThat(phrase).isNotEqualTo(other).doesNotHaveSameHashCodeAs(other).isNotEqualTo(phrase.text());
    }

    @Test
    void neverShowsItself() {
        assertThat(Passphrase.read("the gate stays ajar").orElseThrow()).hasToString("Passphrase[hidden]");
    }
}
