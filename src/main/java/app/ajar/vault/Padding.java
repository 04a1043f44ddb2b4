package app.ajar.vault;

import java.util.Arrays;

/**
 * Hides how long a text is: fills clear bytes up to the next multiple of 512 before they are sealed. The filling is a byte
 * {@code 0x80} and zeros (ISO/IEC 7816-4), always at least the one byte, so that any bytes come back as they were.
 */
public final class Padding {

    private static final int STEP = 512;
    private static final byte MARK = (byte) 0x80;

    private Padding() {}

    /** Fills up; 512 clear bytes become 1,024. */
    public static byte[] pad(byte[] clear) {
        byte[] padded = Arrays.copyOf(clear, Math.multiplyExact(clear.length / STEP + 1, STEP));
        padded[clear.length] = MARK;
        return padded;
    }

    /**
     * Takes the filling off again.
     *
     * @throws BrokenSealException if the bytes are not what {@link #pad} makes
     */
    public static byte[] unpad(byte[] padded) {
        if (padded.length == 0 || padded.length % STEP != 0) {
            throw new BrokenSealException("The padding is damaged");
        }
        int last = padded.length - 1;
        while (last > padded.length - STEP && padded[last] == 0) {
            last--;
        }
        if (padded[last] != MARK) {
            throw new BrokenSealException("The padding is damaged");
        }
        return Arrays.copyOf(padded, last);
    }
}
