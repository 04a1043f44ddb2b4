package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTests {

    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] CONTEXT = bytes("note/7");
    private static final byte[] CLEAR = bytes("We talked on Sunday.");

    private final SecretKey key = Seal.newDataKey(RANDOM);

    @Test
    void opensThePublishedGcmVector() {
        // McGrew and Viega, "The Galois/Counter Mode of Operation", test case 16 (AES-256, with associated data).
        SecretKey published = new SecretKeySpec(
                HEX.parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"), "AES");
        byte[] sealed = HEX.parseHex("01" + "cafebabefacedbaddecaf888"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");
        byte[] context = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        assertThat(HEX.formatHex(Seal.open(published, sealed, context)))
                .isEqualTo("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 512, 100_000})
    void opensWhatItSealed(int length) {
        byte[] clear = new byte[length];
        RANDOM.nextBytes(clear);
        byte[] before = clear.clone();
        byte[] sealed = Seal.seal(key, clear, CONTEXT);
        assertThat(sealed).hasSize(length + 29).startsWith(0x01);
        assertThat(clear).isEqualTo(before);
        assertThat(Seal.open(key, sealed, CONTEXT)).isEqualTo(clear);
        assertThat(Seal.open(key, Seal.seal(key, clear, new byte[0]), new byte[0]))
                .isEqualTo(clear);
    }

    @Test
    void holdsNothingOfTheClearText() {
        String sealed = new String(Seal.seal(key, CLEAR, CONTEXT), StandardCharsets.ISO_8859_1);
        assertThat(sealed).doesNotContain("Sunday", "note/7");
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        byte[] one = Seal.seal(key, CLEAR, CONTEXT);
        byte[] two = Seal.seal(key, CLEAR, CONTEXT);
        assertThat(Arrays.copyOfRange(one, 1, 13)).isNotEqualTo(Arrays.copyOfRange(two, 1, 13));
        assertThat(Arrays.copyOfRange(one, 13, one.length)).isNotEqualTo(Arrays.copyOfRange(two, 13, two.length));
    }

    @Test
    void refusesAFlippedBitAnywhere() {
        byte[] sealed = Seal.seal(key, CLEAR, CONTEXT);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(BrokenSealException.class)
                    .as("bit %d", bit)
                    .isThrownBy(() -> Seal.open(key, flipped, CONTEXT));
        }
    }

    @Test
    void refusesToOpenWithAnotherKey() {
        byte[] sealed = Seal.seal(key, CLEAR, CONTEXT);
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> Seal.open(Seal.newDataKey(RANDOM), sealed, CONTEXT));
    }

    @Test
    void refusesToOpenInAnotherContext() {
        byte[] sealed = Seal.seal(key, CLEAR, CONTEXT);
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> Seal.open(key, sealed, bytes("note/8")));
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> Seal.open(key, sealed, new byte[0]));
    }

    @Test
    void refusesBytesCutShortOrMadeLonger() {
        byte[] sealed = Seal.seal(key, CLEAR, CONTEXT);
        for (int length = 0; length <= sealed.length + 1; length++) {
            if (length != sealed.length) {
                byte[] other = Arrays.copyOf(sealed, length);
                assertThatExceptionOfType(BrokenSealException.class)
                        .as("%d bytes", length)
                        .isThrownBy(() -> Seal.open(key, other, CONTEXT));
            }
        }
    }

    @Test
    void refusesAnUnknownVersion() {
        byte[] sealed = Seal.seal(key, CLEAR, CONTEXT);
        sealed[0] = 0x02;
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> Seal.open(key, sealed, CONTEXT))
                .withMessageContaining("version");
    }

    @Test
    void saysNothingOfTheContentWhenItRefuses() {
        byte[] sealed = Seal.seal(key, CLEAR, CONTEXT);
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> Seal.open(key, sealed, bytes("elsewhere")))
                .withMessage("The seal does not open with this key and context")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 31, 33})
    void refusesAKeyThatIsNotAes256(int length) {
        SecretKey other = new SecretKeySpec(new byte[length], "AES");
        byte[] sealed = Seal.seal(key, CLEAR, CONTEXT);
        assertThatIllegalArgumentException().isThrownBy(() -> Seal.seal(other, CLEAR, CONTEXT));
        assertThatIllegalArgumentException().isThrownBy(() -> Seal.open(other, sealed, CONTEXT));
        assertThatIllegalArgumentException().isThrownBy(() -> Seal.wrap(key, other, CONTEXT));
    }

    @Test
    void unwrapsTheDataKeyThatItWrapped() {
        SecretKey dataKey = Seal.newDataKey(RANDOM);
        byte[] wrapped = Seal.wrap(key, dataKey, CONTEXT);
        assertThat(wrapped).hasSize(61);
        SecretKey unwrapped = Seal.unwrap(key, wrapped, CONTEXT);
        assertThat(unwrapped).isEqualTo(dataKey);
        assertThat(Seal.open(unwrapped, Seal.seal(dataKey, CLEAR, CONTEXT), CONTEXT))
                .isEqualTo(CLEAR);
    }

    @Test
    void refusesToUnwrapWithAnotherKeyOrInAnotherContext() {
        byte[] wrapped = Seal.wrap(key, Seal.newDataKey(RANDOM), CONTEXT);
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> Seal.unwrap(Seal.newDataKey(RANDOM), wrapped, CONTEXT));
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> Seal.unwrap(key, wrapped, bytes("note/8")));
    }

    @Test
    void refusesToUnwrapWhatIsNoKey() {
        byte[] sealed = Seal.seal(key, CLEAR, CONTEXT);
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> Seal.unwrap(key, sealed, CONTEXT));
    }

    @Test
    void makesAnotherDataKeyEachTime() {
        assertThat(key.getEncoded()).hasSize(32);
        assertThat(Seal.newDataKey(RANDOM)).isNotEqualTo(key);
    }

    @Test
    void leavesNoCopyOfAKeyInMemory() {
        var dataKey = new WatchedKey();
        byte[] wrapped = Seal.wrap(key, dataKey, CONTEXT);
        assertThat(Seal.unwrap(key, wrapped, CONTEXT).getEncoded()).hasSize(32).containsOnly(7);
        assertThat(dataKey.copies)
                .hasSizeGreaterThan(1)
                .allSatisfy(copy -> assertThat(copy).containsOnly(0));
    }

    @Test
    void leavesNoCopyOfAFreshDataKeyInMemory() {
        var drawn = new ArrayList<byte[]>();
        SecretKey fresh = Seal.newDataKey(new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) 9);
                drawn.add(bytes);
            }
        });
        assertThat(fresh.getEncoded()).hasSize(32).containsOnly(9);
        assertThat(drawn).singleElement().satisfies(bytes -> assertThat(bytes).containsOnly(0));
    }

    @Test
    void refusesAKeyThatKeepsItsBytesToItself() {
        var hidden = new WatchedKey() {
            @Override
            public byte[] getEncoded() {
                return null;
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seal.seal(hidden, CLEAR, CONTEXT))
                .withMessage("Sealing takes an AES key of 32 bytes");
    }

    /** An AES-256 key that remembers every copy of its bytes that it gave away. */
    private static class WatchedKey implements SecretKey {

        private static final long serialVersionUID = 1L;

        private final transient List<byte[]> copies = new ArrayList<>();

        @Override
        public String getAlgorithm() {
            return "AES";
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            byte[] copy = new byte[32];
            Arrays.fill(copy, (byte) 7);
            copies.add(copy);
            return copy;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
