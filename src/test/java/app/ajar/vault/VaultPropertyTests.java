package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What holds for any bytes, keys and places, tried on many of them by chance. */
class VaultPropertyTests {

    private final Random random = Seeds.random();
    private final SecretKey key = key();

    @Test
    void anythingSealedOpensAgainAndIsLongerByTheSame() {
        for (int length : lengths()) {
            byte[] clear = bytes(length);
            byte[] place = bytes(random.nextInt(120));
            byte[] sealed = Seal.seal(key, clear, place);
            assertThat(sealed).hasSize(length + 29);
            assertThat(Seal.open(key, sealed, place)).isEqualTo(clear);
        }
    }

    @Test
    void nothingChangedOpens() {
        for (int round = 0; round < 150; round++) {
            byte[] clear = bytes(random.nextInt(300));
            byte[] place = bytes(1 + random.nextInt(120));
            byte[] sealed = Seal.seal(key, clear, place);
            for (Change change : Change.values()) {
                byte[] changed = change(change, sealed);
                assertThatExceptionOfType(BrokenSealException.class)
                        .as("%s", change)
                        .isThrownBy(() -> Seal.open(key, changed, place))
                        .withNoCause();
            }
            assertBroken(() -> Seal.open(key, sealed, change(Change.FLIPPED_BIT, place)));
            assertBroken(() -> Seal.open(key, sealed, change(Change.CUT_SHORT, place)));
            assertBroken(() -> Seal.open(key, sealed, change(Change.MADE_LONGER, place)));
            assertBroken(() -> Seal.open(key(), sealed, place));
            assertThat(Seal.open(key, sealed, place)).as("unchanged").isEqualTo(clear);
        }
    }

    @Test
    void everyByteOfASealCounts() {
        byte[] clear = bytes(200);
        byte[] sealed = Seal.seal(key, clear, new byte[0]);
        for (int place = 0; place < sealed.length; place++) {
            byte[] changed = sealed.clone();
            changed[place] ^= (byte) (1 + random.nextInt(255));
            assertBroken(() -> Seal.open(key, changed, new byte[0]));
        }
    }

    @Test
    void bytesThatNobodySealedDoNotOpen() {
        for (int round = 0; round < 500; round++) {
            byte[] noise = bytes(random.nextInt(120));
            if (noise.length > 0) {
                noise[0] = 1;
            }
            assertBroken(() -> Seal.open(key, noise, new byte[0]));
            assertBroken(() -> Seal.unwrap(key, noise, new byte[0]));
        }
    }

    @Test
    void anyKeyWrappedIsTheKeyUnwrapped() {
        for (int round = 0; round < 200; round++) {
            SecretKey dataKey = key();
            byte[] place = bytes(random.nextInt(80));
            byte[] wrapped = Seal.wrap(key, dataKey, place);
            assertThat(wrapped).hasSize(61);
            assertThat(Seal.unwrap(key, wrapped, place)).isEqualTo(dataKey);
            assertBroken(() -> Seal.unwrap(dataKey, wrapped, place));
            assertBroken(() -> Seal.unwrap(key, change(Change.FLIPPED_BIT, wrapped), place));
            byte[] text = Seal.seal(key, bytes(31 + 2 * random.nextInt(2)), place);
            assertBroken(() -> Seal.unwrap(key, text, place));
        }
    }

    @Test
    void anythingPaddedComesBackAndTellsOnlyWhichDoublingItFits() {
        for (int length : lengths()) {
            byte[] clear = bytes(length);
            byte[] padded = Padding.pad(clear, Padding.BODY);
            assertThat(padded.length % 1_760).as("a doubling").isZero();
            assertThat(Integer.bitCount(padded.length / 1_760)).as("a doubling").isOne();
            assertThat(padded.length).isGreaterThan(length);
            assertThat(padded.length == 1_760 || padded.length / 2 <= length)
                    .as("the smallest that fits %d", length)
                    .isTrue();
            assertThat(Padding.unpad(padded)).isEqualTo(clear);
            byte[] longer = Arrays.copyOf(padded, padded.length + random.nextInt(2_000));
            assertThat(Padding.unpad(longer)).as("any padding of this kind").isEqualTo(clear);
        }
    }

    @Test
    void anythingCompressedComesBackAndWhatFitsIsLeftAlone() {
        for (int length : lengths()) {
            byte[] clear = bytes(length);
            for (int fits : new int[] {0, length, Padding.BODY - 1}) {
                byte[] compressed = Compression.compress(clear, fits);
                assertThat(Compression.expand(compressed)).isEqualTo(clear);
                if (length > 0 && clear[0] != (byte) 0xFF) {
                    assertThat(compressed.length).isLessThanOrEqualTo(length);
                    assertThat(length > fits || Arrays.equals(compressed, clear))
                            .as("left alone")
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aCookieHasOneSpelling() {
        var chance = new SecureRandom();
        for (int round = 0; round < 300; round++) {
            PassSecret pass = PassSecret.fresh(UUID.randomUUID(), chance);
            String text = pass.cookieText();
            assertThat(PassSecret.fromCookie(text).orElseThrow().locator()).isEqualTo(pass.locator());
            var other = new StringBuilder(text);
            other.setCharAt(random.nextInt(64), (char) random.nextInt(0x250));
            PassSecret.fromCookie(other.toString())
                    .ifPresent(read -> assertThat(read.cookieText()).isEqualTo(other.toString()));
            assertThat(PassSecret.fromCookie(text.substring(random.nextInt(63) + 1)))
                    .isEmpty();
            assertThat(PassSecret.fromCookie(text + text.charAt(0))).isEmpty();
        }
    }

    @Test
    void aPassphraseReadOnceReadsTheSameAgain() {
        String[] pieces = {
            "Née",
            "ﬁne",
            "Ａｂ",
            "İstanbul",
            "ẞ",
            "你好",
            "🌙",
            " ",
            "\u00a0",
            "\t",
            "\u2003",
            "\r\n",
            "a\u0301",
            "K",
            "ΑΣ",
            "1",
            "!",
            "ǅ",
            "\u3000",
            "½",
            "e",
            "\u200b",
            "Å",
            "\u03aa\u0301",
            "\u03ab\u0301",
            "\u03d4\u0301",
            "\u1fbc\u0301",
            "\u1fcc\u0301",
            "\u1ffc\u0301"
        };
        int accepted = 0;
        for (int round = 0; round < 2_000; round++) {
            var typed = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                typed.append(pieces[random.nextInt(pieces.length)]);
            }
            var phrase = Passphrase.read(typed.toString());
            if (phrase.isPresent()) {
                accepted++;
                String text = phrase.get().text();
                assertThat(text.codePointCount(0, text.length())).isBetween(Passphrase.SHORTEST, Passphrase.LONGEST);
                assertThat(text).doesNotContain("  ").isEqualTo(text.strip());
                assertThat(Passphrase.read(text)).as("once more").isEqualTo(phrase);
                assertThat(Passphrase.read("  " + typed.toString().replace(" ", "   ") + "\n"))
                        .as("other spaces")
                        .isEqualTo(phrase);
            }
        }
        assertThat(accepted).isGreaterThan(200);
    }

    private enum Change {
        FLIPPED_BIT,
        OTHER_BYTE,
        CUT_SHORT,
        MADE_LONGER,
        WITHOUT_ITS_BEGINNING
    }

    private byte[] change(Change change, byte[] bytes) {
        int place = random.nextInt(bytes.length);
        byte[] changed = bytes.clone();
        switch (change) {
            case FLIPPED_BIT -> changed[place] ^= (byte) (1 << random.nextInt(8));
            case OTHER_BYTE -> changed[place] += (byte) (1 + random.nextInt(255));
            case CUT_SHORT -> changed = Arrays.copyOf(bytes, place);
            case MADE_LONGER -> changed = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(40));
            case WITHOUT_ITS_BEGINNING -> changed = Arrays.copyOfRange(bytes, place + 1, bytes.length);
        }
        return changed;
    }

    private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(opening);
    }

    /** Every small length, those around a power of two, and some others. */
    private List<Integer> lengths() {
        var lengths = new ArrayList<Integer>();
        for (int length = 0; length < 70; length++) {
            lengths.add(length);
        }
        for (int power = 128; power <= 131_072; power *= 2) {
            lengths.addAll(List.of(power - 1, power, power + 1));
        }
        for (int i = 0; i < 60; i++) {
            lengths.add(random.nextInt(30_000));
        }
        return lengths;
    }

    private SecretKey key() {
        return new SecretKeySpec(bytes(32), "AES");
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void textSurvivesPaddingAndSealingWhateverItsAlphabet() {
        for (int round = 0; round < 200; round++) {
            String text = random.ints(random.nextInt(2_000), 0, Character.MAX_CODE_POINT)
                    .filter(character -> character < 0xD800 || character > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            byte[] sealed =
                    Seal.seal(key, Padding.pad(text.getBytes(StandardCharsets.UTF_8), Padding.BODY), new byte[0]);
            assertThat(new String(Padding.unpad(Seal.open(key, sealed, new byte[0])), StandardCharsets.UTF_8))
                    .isEqualTo(text);
        }
    }
}
