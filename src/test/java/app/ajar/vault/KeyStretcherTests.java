package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStretcherTests {

    private static final HexFormat HEX = HexFormat.of();
    private static final KeyWords WORDS = words("absorb bamboo canoe dolphin eagle zoo");

    private final KeyStretcher stretcher = new KeyStretcher(64, 1);

    @Test
    void agreesWithTheArgon2idVectorOfRfc9106() {
        // RFC 9106, section 5.3.
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 0x02))
                .withSecret(filled(8, 0x03))
                .withAdditional(filled(12, 0x04))
                .build();
        assertThat(HEX.formatHex(KeyStretcher.argon2id(parameters, filled(32, 0x01), 32)))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    @Test
    void givesTheSameKeysForeverAtTheRealCost() {
        // Worked out with argon2-cffi and pyca/cryptography. If this changes, no notebook opens any more.
        NotebookKeys keys = new KeyStretcher().stretch(WORDS);
        assertThat(HEX.formatHex(keys.locator()))
                .isEqualTo("767eb1c8655485bf8349ff65fa6f05669bbcb59ba0455b0509d7165d82c148cd");
        assertThat(HEX.formatHex(keys.wrappingKey().getEncoded()))
                .isEqualTo("e4c1fbeef63f846e2ebb65936d6e1c8af11c84535355f91443ce87c2fc9313e9");
        assertThat(keys.wrappingKey().getAlgorithm()).isEqualTo("AES");
    }

    @Test
    void givesTheSameKeysForeverAtALowCost() {
        NotebookKeys keys = stretcher.stretch(WORDS);
        assertThat(HEX.formatHex(keys.locator()))
                .isEqualTo("4c25951aab58739049836e826b67e7be57c2017085f30b4f2a32d23b00c15ae0");
        assertThat(HEX.formatHex(keys.wrappingKey().getEncoded()))
                .isEqualTo("e64b7aebb4fe38436a4de2aa5199f02d61f47f79ad33a2230207c574c9481fcf");
    }

    @Test
    void givesTheSameKeysForTheSameWords() {
        NotebookKeys keys = stretcher.stretch(WORDS);
        assertThat(stretcher.stretch(KeyWordList.english().read("ABSO, bamb, cano, dolp, eagl, zoo")))
                .isEqualTo(keys)
                .hasSameHashCodeAs(keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "absorb bamboo canoe dolphin eagle zone",
                "ability bamboo canoe dolphin eagle zoo",
                "bamboo absorb canoe dolphin eagle zoo",
                "absorb bamboo canoe dolphin eagle",
                "absorb bamboo canoe dolphin eagle zoo zoo",
                "absorb bamboo canoe dolphin eagle qqqqqq",
                "",
            })
    void givesOtherKeysForOtherWordsOrAnotherOrder(String typed) {
        NotebookKeys keys = stretcher.stretch(WORDS);
        NotebookKeys others = stretcher.stretch(words(typed));
        assertThat(others.locator()).isNotEqualTo(keys.locator());
        assertThat(others.wrappingKey()).isNotEqualTo(keys.wrappingKey());
        assertThat(others).isNotEqualTo(keys);
    }

    @Test
    void makesALocatorThatIsNotTheWrappingKey() {
        NotebookKeys keys = stretcher.stretch(WORDS);
        assertThat(keys.locator()).hasSize(32).isNotEqualTo(keys.wrappingKey().getEncoded());
        assertThat(keys.wrappingKey().getEncoded()).hasSize(32);
    }

    @Test
    void dependsOnTheCost() {
        assertThat(new KeyStretcher(64, 2).stretch(WORDS)).isNotEqualTo(stretcher.stretch(WORDS));
        assertThat(new KeyStretcher(128, 1).stretch(WORDS)).isNotEqualTo(stretcher.stretch(WORDS));
    }

    @Test
    void keepsTheLocatorFromBeingChangedThroughACopy() {
        NotebookKeys keys = stretcher.stretch(WORDS);
        Arrays.fill(keys.locator(), (byte) 0);
        assertThat(keys).isEqualTo(stretcher.stretch(WORDS));
    }

    @Test
    void refusesALocatorOfAnotherLength() {
        NotebookKeys keys = stretcher.stretch(WORDS);
        assertThatIllegalArgumentException().isThrownBy(() -> new NotebookKeys(new byte[31], keys.wrappingKey()));
    }

    @Test
    void neverShowsTheKeys() {
        assertThat(stretcher.stretch(WORDS)).hasToString("NotebookKeys[hidden]");
    }

    @Test
    void tellsDrawnWordsFromTypedOnesThatLookAlike() {
        assertThat(words("absorb bamboo canoe dolphin eagle qqqqqq")).isNotEqualTo(WORDS);
        assertThat(new KeyWords(List.of("absorb", "bamboo", "canoe", "dolphin", "eagle", "zoo")))
                .isEqualTo(WORDS)
                .hasSameHashCodeAs(WORDS);
    }

    @Test
    void differsInItsHashCodeToo() {
        NotebookKeys keys = stretcher.stretch(WORDS);
        KeyWords others = words("bamboo absorb canoe dolphin eagle zoo");
        assertThat(others).doesNotHaveSameHashCodeAs(WORDS);
        assertThat(stretcher.stretch(others)).doesNotHaveSameHashCodeAs(keys);
    }

    private static KeyWords words(String typed) {
        return KeyWordList.english().read(typed);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
