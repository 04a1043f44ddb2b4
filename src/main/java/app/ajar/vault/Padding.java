package app.ajar.vault;

import java.util.Arrays;

/**
 * Hides how long a text is: fills clear bytes up to a fixed size, or past that to the next of its doubles, before they are
 * sealed. The filling is a byte {@code 0x80} and zeros up to the end (ISO/IEC 7816-4), always at least the one byte, so
 * that any bytes come back as they were.
 *
 * <p>Padding from before sizes were fixed, up to a multiple of 512, is taken off in the same way.
 */
public final class Padding {

    /** What every heading is filled up to. The longest one there can be fits. */
    public static final int HEADING = 768;

    /**
     * What every body is filled up to: a page of 3,000 English letters has the size of a word, once it is compressed. With its
     * heading, a note of this size takes a third of a page of PostgreSQL.
     */
    public static final int BODY = 1_760;

    /** What key words beside a pass are filled up to; six of the longest fit, and so do none. */
    public static final int WORDS = 512;

    private static final byte MARK = (byte) 0x80;
    private static final int MOST = 1 << 30;

    private Padding() {}

    /**
     * Fills up.
     *
     * @param least the size to fill up to, in bytes: {@link #HEADING}, {@link #BODY} or {@link #WORDS}. If the clear bytes
     *     and the mark do not fit, it is doubled until they do.
     * @throws IllegalArgumentException for 2<sup>30</sup> bytes and more
     */
    public static byte[] pad(byte[] clear, int least) {
        byte[] padded = Arrays.copyOf(clear, size(clear.length, least));
        padded[clear.length] = MARK;
        return padded;
    }

    static int size(int length, int least) {
        if (length >= MOST) {
            throw new IllegalArgumentException("Too much for a note");
        }
        int size = least;
        while (size <= length) {
            size *= 2;
        }
        return size;
    }

    /**
     * Takes the filling off again, whatever size it filled up to.
     *
     * @throws BrokenSealException if there is no filling
     */
    public static byte[] unpad(byte[] padded) {
        int last = padded.length - 1;
        while (last >= 0 && padded[last] == 0) {
            last--;
        }
        if (last < 0 || padded[last] != MARK) {
            throw new BrokenSealException("The padding is damaged");
        }
        return Arrays.copyOf(padded, last);
    }
}
