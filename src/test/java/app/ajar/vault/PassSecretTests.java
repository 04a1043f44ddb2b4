package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassSecretTests {

    // The bytes 0 to 31.
    private static final String COOKIE = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private final SecureRandom random = new SecureRandom();

    @Test
    void comesBackFromItsCookie() {
        for (int i = 0; i < 200; i++) {
            PassSecret pass = PassSecret.fresh(random);
            assertThat(pass.cookieText()).hasSize(43).matches("[A-Za-z0-9_-]+");
            PassSecret back = PassSecret.fromCookie(pass.cookieText()).orElseThrow();
            assertThat(back.cookieText()).isEqualTo(pass.cookieText());
            assertThat(back.locator()).isEqualTo(pass.locator());
            assertThat(back.wrappingKey()).isEqualTo(pass.wrappingKey());
        }
    }

    @Test
    void givesTheSameKeysForever() {
        // Worked out with pyca/cryptography. If this changes, every open notebook closes.
        PassSecret pass = PassSecret.fromCookie(COOKIE).orElseThrow();
        assertThat(HexFormat.of().formatHex(pass.locator()))
                .isEqualTo("77738f776053a26e5bc1e1ea1b5077f553fcb34f99c234673bc3bfc66d2d9a29");
        assertThat(HexFormat.of().formatHex(pass.wrappingKey().getEncoded()))
                .isEqualTo("b294291a69f7cd880fd75f966ade360290d3719651c66ba645a42ff8fe776162");
        assertThat(pass.wrappingKey().getAlgorithm()).isEqualTo("AES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh", // 42 characters
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", // padded
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh=", // 43 characters, one of them padding
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9", // the same bytes, spelled another way
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdH/8", // the other base64
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdH 8",
                " AECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHhé",
            })
    void readsNothingFromAnyOtherText(String text) {
        assertThat(PassSecret.fromCookie(text)).isEmpty();
    }

    @Test
    void isAnotherOneEachTime() {
        PassSecret one = PassSecret.fresh(random);
        PassSecret two = PassSecret.fresh(random);
        assertThat(one.cookieText()).isNotEqualTo(two.cookieText());
        assertThat(one.locator()).isNotEqualTo(two.locator());
        assertThat(one.wrappingKey()).isNotEqualTo(two.wrappingKey());
    }

    @Test
    void makesALocatorThatIsNotTheWrappingKey() {
        PassSecret pass = PassSecret.fresh(random);
        assertThat(pass.locator()).hasSize(32).isNotEqualTo(pass.wrappingKey().getEncoded());
        assertThat(pass.wrappingKey().getEncoded()).hasSize(32);
    }

    @Test
    void neverShowsTheSecret() {
        assertThat(PassSecret.fresh(random)).hasToString("PassSecret[hidden]");
    }
}
