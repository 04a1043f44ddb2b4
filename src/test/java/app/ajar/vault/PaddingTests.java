package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaddingTests {

    private final Random random = Seeds.random();

    @Test
    void givesBackWhatItFilledUp() {
        for (int length = 0; length <= 9_000; length += 1 + random.nextInt(7)) {
            byte[] clear = bytes(length);
            byte[] padded = Padding.pad(clear, Padding.BODY);
            assertThat(padded.length).isGreaterThan(length).isIn(1_760, 3_520, 7_040, 14_080);
            assertThat(Padding.unpad(padded)).isEqualTo(clear);
        }
    }

    @Test
    void givesBackTextThatEndsLikePadding() {
        for (int length = 1; length <= 1_024; length++) {
            byte[] clear = new byte[length];
            assertThat(Padding.unpad(Padding.pad(clear, Padding.HEADING))).isEqualTo(clear);
            clear[0] = (byte) 0x80;
            assertThat(Padding.unpad(Padding.pad(clear, Padding.HEADING))).isEqualTo(clear);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1760",
        "1, 1760",
        "1759, 1760",
        "1760, 3520",
        "3519, 3520",
        "3520, 7040",
        "20000, 28160",
        "80000, 112640",
        "1000000, 1802240",
    })
    void givesBodiesFewSizes(int clear, int padded) {
        assertThat(Padding.pad(new byte[clear], Padding.BODY)).hasSize(padded);
    }

    @Test
    void givesHeadingsAndWordsOneSize() {
        assertThat(Padding.pad(new byte[0], Padding.HEADING)).hasSize(768);
        assertThat(Padding.pad(new byte[767], Padding.HEADING)).hasSize(768);
        assertThat(Padding.pad(new byte[0], Padding.WORDS)).hasSize(512);
        assertThat(Padding.pad("eightlet ".repeat(6).getBytes(StandardCharsets.US_ASCII), Padding.WORDS))
                .hasSize(512);
    }

    @Test
    void takesOffWhatWasFilledUpInStepsOf512() {
        for (int length = 0; length <= 2_000; length += 1 + random.nextInt(3)) {
            byte[] clear = bytes(length);
            byte[] padded = Arrays.copyOf(clear, (length / 512 + 1) * 512);
            padded[length] = (byte) 0x80;
            assertThat(Padding.unpad(padded)).isEqualTo(clear);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 4_096})
    void refusesWhatHasNoPadding(int length) {
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> Padding.unpad(new byte[length]));
        byte[] filled = new byte[length];
        Arrays.fill(filled, (byte) 'a');
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> Padding.unpad(filled));
    }

    @Test
    void refusesDamagedPadding() {
        byte[] padded = Padding.pad("hello".getBytes(StandardCharsets.US_ASCII), Padding.HEADING);
        for (int place = 5; place < padded.length; place++) {
            byte[] damaged = padded.clone();
            damaged[place] ^= 0x01;
            assertThatExceptionOfType(BrokenSealException.class)
                    .as("byte %d", place)
                    .isThrownBy(() -> Padding.unpad(damaged));
        }
    }

    @Test
    void refusesMoreThanItsLargestSizeHolds() {
        // Not a gigabyte: the length is looked at before anything is copied.
        assertThat(Padding.pad(new byte[70_000], Padding.WORDS)).hasSize(131_072);
        assertThatIllegalArgumentException().isThrownBy(() -> Padding.size(1 << 30, Padding.BODY));
        assertThat(Padding.size((1 << 30) - 1, Padding.BODY)).isEqualTo(1_760 << 20);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
