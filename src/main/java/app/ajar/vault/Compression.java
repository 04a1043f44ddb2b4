package app.ajar.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Makes a long text smaller before it is filled up ({@link Padding}) and sealed, so that a page has the size of a word. What
 * fits as it is stays as it is: nothing is won by compressing a word.
 *
 * <p>Compressed bytes are {@code 0xFF} and a zlib stream (RFC 1950). No UTF-8 begins with that byte, and none of the other
 * bodies of a note.
 */
public final class Compression {

    private static final byte MARK = (byte) 0xFF;

    /** What compressed bytes may become: many times the longest note. */
    private static final int MOST = 1 << 20;

    private Compression() {}

    /**
     * Compresses what would not fit.
     *
     * @param clear any bytes, up to 2<sup>20</sup>
     * @param fits how many bytes need not be compressed
     * @return the same bytes, or fewer; a few more only for bytes that begin like compressed ones
     */
    public static byte[] compress(byte[] clear, int fits) {
        boolean marked = clear.length > 0 && clear[0] == MARK;
        if (clear.length <= fits && !marked) {
            return clear;
        }
        var bytes = new ByteArrayOutputStream();
        bytes.write(MARK);
        try (var deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(clear);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.size() < clear.length || marked ? bytes.toByteArray() : clear;
    }

    /**
     * Gives back what {@link #compress} was given.
     *
     * @throws BrokenSealException if the bytes begin like compressed ones and are none, or become more than 2<sup>20</sup>
     */
    public static byte[] expand(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != MARK) {
            return bytes;
        }
        try (var inflated = new InflaterInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
            byte[] clear = inflated.readNBytes(MOST + 1);
            if (clear.length > MOST) {
                throw new BrokenSealException("A text that is longer than any note");
            }
            return clear;
        } catch (IOException damaged) {
            throw new BrokenSealException("A compressed text that is damaged");
        }
    }
}
