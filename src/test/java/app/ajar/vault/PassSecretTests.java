package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassSecretTests {

    private static final UUID NOTEBOOK = UUID.fromString("f0e1d2c3-b4a5-4687-9869-5a4b3c2d1e0f");

    // The notebook's id, and the bytes 0 to 31.
    private static final String COOKIE = "8OHSw7SlRoeYaVpLPC0eDwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

    private final SecureRandom random = new SecureRandom();

    @Test
    void comesBackFromItsCookie() {
        for (int i = 0; i < 200; i++) {
            PassSecret pass = PassSecret.fresh(NOTEBOOK, random);
            assertThat(pass.cookieText()).hasSize(64).matches("[A-Za-z0-9_-]+");
            PassSecret back = PassSecret.fromCookie(pass.cookieText()).orElseThrow();
            assertThat(back.cookieText()).isEqualTo(pass.cookieText());
            assertThat(back.notebookId()).isEqualTo(NOTEBOOK);
            assertThat(back.locator()).isEqualTo(pass.locator());
            assertThat(back.wrappingKey()).isEqualTo(pass.wrappingKey());
        }
    }

    @Test
    void givesTheSameKeysForever() {
        // Worked out with pyca/cryptography. If this changes, every open notebook closes.
        PassSecret pass = PassSecret.fromCookie(COOKIE).orElseThrow();
        assertThat(pass.notebookId()).isEqualTo(NOTEBOOK);
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
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", // of before a notebook's id stood in it
                "8OHSw7SlRoeYaVpLPC0eDwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4", // 63 characters
                "8OHSw7SlRoeYaVpLPC0eDwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4=", // 64, one of them padding
                "8OHSw7SlRoeYaVpLPC0eDwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHQ==", // two are
                "8OHSw7SlRoeYaVpLPC0eDwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f8", // 65 characters
                "8OHSw7SlRoeYaVpLPC0eDwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscH/4f", // the other base64
                "8OHSw7SlRoeYaVpLPC0eDwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscH 4f",
                " 8OHSw7SlRoeYaVpLPC0eDwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4",
                "8OHSw7SlRoeYaVpLPC0eDwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4é",
            })
    void readsNothingFromAnyOtherText(String text) {
        assertThat(PassSecret.fromCookie(text)).isEmpty();
    }

    @Test
    void isAnotherOneEachTime() {
        PassSecret one = PassSecret.fresh(NOTEBOOK, random);
        PassSecret two = PassSecret.fresh(NOTEBOOK, random);
        assertThat(one.cookieText()).isNotEqualTo(two.cookieText());
        assertThat(one.locator()).isNotEqualTo(two.locator());
        assertThat(one.wrappingKey()).isNotEqualTo(two.wrappingKey());
    }

    @Test
    void makesALocatorThatIsNotTheWrappingKey() {
        PassSecret pass = PassSecret.fresh(NOTEBOOK, random);
        assertThat(pass.locator()).hasSize(32).isNotEqualTo(pass.wrappingKey().getEncoded());
        assertThat(pass.wrappingKey().getEncoded()).hasSize(32);
    }

    @Test
    void neverShowsTheSecret() {
        assertThat(PassSecret.fresh(NOTEBOOK, random)).hasToString("PassSecret[hidden]");
    }
}
