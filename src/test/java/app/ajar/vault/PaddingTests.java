package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaddingTests {

    @Test
    void givesBackWhatItFilledUp() {
        byte[] random = new byte[2_000];
        new SecureRandom().nextBytes(random);
        for (int length = 0; length <= 2_000; length++) {
            byte[] clear = Arrays.copyOf(random, length);
            assertThat(Padding.unpad(Padding.pad(clear))).isEqualTo(clear);
        }
    }

    @Test
    void givesBackTextThatEndsLikePadding() {
        for (int length = 1; length <= 1_024; length++) {
            byte[] clear = new byte[length];
            assertThat(Padding.unpad(Padding.pad(clear))).isEqualTo(clear);
            clear[0] = (byte) 0x80;
            assertThat(Padding.unpad(Padding.pad(clear))).isEqualTo(clear);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 512", "1, 512", "511, 512", "512, 1024", "513, 1024", "1023, 1024", "1024, 1536"})
    void hidesTheLengthInStepsOf512(int clear, int padded) {
        assertThat(Padding.pad(new byte[clear])).hasSize(padded);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 513, 1_000})
    void refusesALengthThatNoPaddingHas(int length) {
        byte[] bytes = new byte[length];
        if (length > 0) {
            bytes[length - 1] = (byte) 0x80;
        }
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> Padding.unpad(bytes));
    }

    @Test
    void refusesDamagedPadding() {
        byte[] padded = Padding.pad("hello".getBytes(StandardCharsets.US_ASCII));
        for (int place = 5; place < padded.length; place++) {
            byte[] damaged = padded.clone();
            damaged[place] ^= 0x01;
            assertThatExceptionOfType(BrokenSealException.class)
                    .as("byte %d", place)
                    .isThrownBy(() -> Padding.unpad(damaged));
        }
    }

    @Test
    void refusesPaddingThatIsMissingOrTooLong() {
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> Padding.unpad(new byte[512]));
        byte[] markTooEarly = new byte[1_024];
        markTooEarly[511] = (byte) 0x80;
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> Padding.unpad(markTooEarly));
    }
}
