package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and seals are those that programs of other people work out from the same description. */
class KnownAnswerTests {

    private static final HexFormat HEX = HexFormat.of();
    private static final SecretKey DATA_KEY = new SecretKeySpec(Vectors.bytes("seal.key"), "AES");

    @Test
    void opensWhatOpenSslSealed() {
        byte[] context = Vectors.text("seal.context").getBytes(StandardCharsets.US_ASCII);
        assertThat(Seal.open(DATA_KEY, Vectors.bytes("seal.sealed"), context)).isEqualTo(Vectors.bytes("seal.clear"));
    }

    @Test
    void sealsByteForByteAsBouncyCastleDoes() {
        Random random = Seeds.random();
        for (int length : new int[] {0, 1, 15, 16, 17, 61, 1_024, 4_096, 70_001}) {
            byte[] clear = new byte[length];
            random.nextBytes(clear);
            byte[] sealed = Seal.seal(DATA_KEY, clear, "note/7".getBytes(StandardCharsets.US_ASCII));
            byte[] nonce = Arrays.copyOfRange(sealed, 1, 13);
            assertThat(AnotherProgram.seal(DATA_KEY.getEncoded(), nonce, clear, "note/7"))
                    .as("%d bytes", length)
                    .isEqualTo(sealed);
        }
        assertThat(AnotherProgram.seal(
                        DATA_KEY.getEncoded(),
                        HEX.parseHex("000000000000000000000001"),
                        Vectors.bytes("seal.clear"),
                        Vectors.text("seal.context")))
                .as("and as OpenSSL does")
                .isEqualTo(Vectors.bytes("seal.sealed"));
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 5869, appendix A.1 and A.3.
        "000102030405060708090a0b0c, f0f1f2f3f4f5f6f7f8f9,"
                + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        "'', '', 8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    })
    void derivesAsTheRfcDoesInBothPrograms(String salt, String info, String expected) {
        byte[] secret = HEX.parseHex("0b".repeat(22));
        byte[] saltBytes = salt.isEmpty() ? new byte[32] : HEX.parseHex(salt);
        assertThat(HEX.formatHex(AnotherProgram.hkdf(secret, saltBytes, HEX.parseHex(info), 42)))
                .isEqualTo(expected);
        assertThat(HEX.formatHex(Hkdf.derive(secret, HEX.parseHex(salt), HEX.parseHex(info), 42)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "words.stretched, ajar/notebook/locator/v1, words.locator",
        "words.stretched, ajar/notebook/wrap/v1, words.wrapping",
        "phrase.stretched, ajar/notebook/phrase/locator/v1, phrase.locator",
        "phrase.stretched, ajar/notebook/phrase/wrap/v1, phrase.wrapping",
    })
    void derivesKeysUnderEachLabelAsOthersDo(String secret, String label, String expected) {
        assertThat(Hkdf.derive(Vectors.bytes(secret), label, 32))
                .isEqualTo(Vectors.bytes(expected))
                .isEqualTo(AnotherProgram.hkdf(Vectors.bytes(secret), label, 32));
    }

    @Test
    void stretchesKeyWordsAsOthersDoAtTheRealCost() {
        String words = Vectors.text("words.text");
        NotebookKeys keys = new KeyStretcher().stretch(KeyWordList.english().read(words));
        assertThat(keys.locator()).isEqualTo(Vectors.bytes("words.locator"));
        assertThat(keys.wrappingKey().getEncoded()).isEqualTo(Vectors.bytes("words.wrapping"));
        assertThat(AnotherProgram.argon2id(words, "ajar/key-words/1", 47_104, 1))
                .isEqualTo(Vectors.bytes("words.stretched"));
        byte[] context = ("ajar/notebook/1/words/" + Vectors.text("notebook.id")).getBytes(StandardCharsets.US_ASCII);
        assertThat(Seal.unwrap(keys.wrappingKey(), Vectors.bytes("words.wrapped"), context))
                .isEqualTo(DATA_KEY);
    }

    @Test
    void stretchesAPassphraseAsOthersDoAtTheRealCost() {
        Passphrase phrase =
                Passphrase.read("  The QUINCE by the\tgate is ne\u0301e ").orElseThrow();
        assertThat(phrase.text()).isEqualTo(Vectors.text("phrase.text"));
        NotebookKeys keys = new KeyStretcher().stretch(phrase);
        assertThat(keys.locator()).isEqualTo(Vectors.bytes("phrase.locator"));
        assertThat(keys.wrappingKey().getEncoded()).isEqualTo(Vectors.bytes("phrase.wrapping"));
        byte[] context = ("ajar/notebook/1/phrase/" + Vectors.text("notebook.id")).getBytes(StandardCharsets.US_ASCII);
        assertThat(Seal.unwrap(keys.wrappingKey(), Vectors.bytes("phrase.wrapped"), context))
                .isEqualTo(DATA_KEY);
    }

    @ParameterizedTest
    @CsvSource({"64, 1", "1024, 1", "256, 3"})
    void stretchesAsOthersDoAtAnyCost(int kib, int passes) {
        byte[] stretched = AnotherProgram.argon2id(Vectors.text("words.text"), "ajar/key-words/1", kib, passes);
        NotebookKeys keys =
                new KeyStretcher(kib, passes).stretch(KeyWordList.english().read(Vectors.text("words.text")));
        assertThat(keys.locator()).isEqualTo(AnotherProgram.hkdf(stretched, "ajar/notebook/locator/v1", 32));
        assertThat(keys.wrappingKey().getEncoded())
                .isEqualTo(AnotherProgram.hkdf(stretched, "ajar/notebook/wrap/v1", 32));
    }

    @Test
    void readsACookieAsOthersDo() {
        PassSecret pass = PassSecret.fromCookie(Vectors.text("pass.cookie")).orElseThrow();
        assertThat(pass.notebookId()).isEqualTo(Vectors.id("notebook.id"));
        assertThat(pass.locator()).isEqualTo(Vectors.bytes("pass.locator"));
        assertThat(pass.wrappingKey().getEncoded()).isEqualTo(Vectors.bytes("pass.wrapping"));
    }
}
