package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CompressionTests {

    private static final int FITS = 100;

    private static final byte[] LONG = "They stayed in the room. ".repeat(40).getBytes(StandardCharsets.UTF_8);

    @Test
    void leavesAloneWhatFits() {
        byte[] most = Arrays.copyOf(LONG, FITS);
        assertThat(Compression.compress(most, FITS)).isSameAs(most);
        assertThat(Compression.compress(new byte[0], FITS)).isEmpty();
        assertThat(Compression.expand(most)).isSameAs(most);
        assertThat(Compression.expand(new byte[0])).isEmpty();
    }

    @Test
    void makesSmallerWhatDoesNotFit() {
        byte[] compressed = Compression.compress(LONG, FITS);
        assertThat(compressed[0]).isEqualTo((byte) 0xFF);
        assertThat(compressed.length).isLessThan(FITS);
        assertThat(Compression.expand(compressed)).isEqualTo(LONG);
        byte[] oneMore = Arrays.copyOf(LONG, FITS + 1);
        assertThat(Compression.compress(oneMore, FITS)[0]).isEqualTo((byte) 0xFF);
    }

    @Test
    void leavesAloneWhatWouldNotBecomeSmaller() {
        byte[] noise = new byte[5_000];
        Seeds.random().nextBytes(noise);
        noise[0] = 'a';
        assertThat(Compression.compress(noise, FITS)).isSameAs(noise);
    }

    @Test
    void givesBackWhatBeginsLikeCompressedBytes() {
        for (byte[] bytes : new byte[][] {{(byte) 0xFF}, {(byte) 0xFF, 1, 2}, Compression.compress(LONG, FITS)}) {
            byte[] twice = Compression.compress(bytes, FITS);
            assertThat(twice).isNotEqualTo(bytes);
            assertThat(Compression.expand(twice)).isEqualTo(bytes);
        }
    }

    @Test
    void refusesWhatIsDamaged() {
        byte[] compressed = Compression.compress(LONG, FITS);
        for (int place = 1; place < compressed.length; place++) {
            byte[] cut = Arrays.copyOf(compressed, place);
            assertBroken(cut);
            byte[] changed = compressed.clone();
            changed[place] ^= 0x10;
            assertBroken(changed);
        }
    }

    @Test
    void refusesWhatWouldFillTheMemory() {
        byte[] most = new byte[1 << 20];
        assertThat(Compression.expand(Compression.compress(most, FITS))).isEqualTo(most);
        assertBroken(Compression.compress(new byte[(1 << 20) + 1], FITS));
    }

    private static void assertBroken(byte[] bytes) {
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> Compression.expand(bytes));
    }
}
