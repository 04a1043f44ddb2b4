package app.ajar.notebook;

import app.ajar.notebook.UnreadableNotesException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A file that somebody sent, in memory and nowhere else: what is in it is not sealed. */
final class Upload {

    static final int MOST_MEGABYTES = 32;

    private static final int PIECE = 64 * 1024;
    private static final int MOST_PIECES = MOST_MEGABYTES * 1024 * 1024 / PIECE;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final List<byte[]> pieces;

    private Upload(List<byte[]> pieces) {
        this.pieces = pieces;
    }

    /**
     * Takes a file in.
     *
     * @throws UnreadableNotesException if it is empty, larger than {@value #MOST_MEGABYTES} MB, breaks off, or takes
     *     longer than five minutes
     */
    static Upload of(InputStream file, Clock clock) throws UnreadableNotesException {
        Instant end = clock.instant().plus(LONGEST_WAIT);
        var pieces = new ArrayList<byte[]>();
        try {
            for (byte[] piece = file.readNBytes(PIECE); piece.length > 0; piece = file.readNBytes(PIECE)) {
                if (pieces.size() == MOST_PIECES) {
                    throw new UnreadableNotesException(Reason.LARGE);
                }
                if (clock.instant().isAfter(end)) {
                    throw new UnreadableNotesException(Reason.SLOW);
                }
                pieces.add(piece);
            }
        } catch (IOException brokenOff) {
            throw new UnreadableNotesException(Reason.BROKEN);
        }
        if (pieces.isEmpty()) {
            throw new UnreadableNotesException(Reason.NONE);
        }
        return new Upload(pieces);
    }

    /** Its bytes from the beginning, each time. */
    InputStream open() {
        return new SequenceInputStream(Collections.enumeration(
                pieces.stream().map(ByteArrayInputStream::new).toList()));
    }
}
