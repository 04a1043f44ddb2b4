package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
import app.ajar.vault.Padding;
import app.ajar.vault.Seal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a person wrote into two seals and back: the heading (title, section, mood), which a list needs, and the
 * body. Each is bound to its notebook, its note and its column, so that no seal can be moved to another place, and padded,
 * so that its length says little.
 *
 * <p>Heading before sealing: a format byte, then three times a length of two bytes and modified UTF-8 ({@link
 * DataOutputStream#writeUTF}). Format 1 ends here. Format 2, for a talk, goes on with one byte for each of its scales,
 * and its next step and day as above. Body: UTF-8; for a talk the length of what was said, in bytes, as four bytes, then
 * what was said and what was heard.
 */
final class NoteSealer {

    private static final int PLAIN = 1;
    private static final int OF_A_TALK = 2;

    private NoteSealer() {}

    /**
     * What a list shows of a note.
     *
     * @param talk for a note on a talk, without its texts
     */
    record Heading(
            String title,
            String section,
            String mood,
            @Nullable Talk talk) {

        @Override
        public String toString() {
            return "Heading[…]";
        }
    }

    static byte[] sealHeading(OpenNotebook notebook, UUID noteId, NoteText text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(text.talk() == null ? PLAIN : OF_A_TALK);
            out.writeUTF(text.title());
            out.writeUTF(text.section());
            out.writeUTF(text.mood());
            if (text.talk() != null) {
                write(text.talk(), out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Seal.seal(notebook.key(), Padding.pad(bytes.toByteArray()), context("heading", notebook, noteId));
    }

    static byte[] sealBody(OpenNotebook notebook, UUID noteId, NoteText text) {
        byte[] clear = text.talk() == null ? text.body().getBytes(StandardCharsets.UTF_8) : texts(text.talk());
        return Seal.seal(notebook.key(), Padding.pad(clear), context("body", notebook, noteId));
    }

    /** @throws BrokenSealException if the seal was damaged or does not belong here */
    static Heading openHeading(OpenNotebook notebook, UUID noteId, byte[] sealed) {
        byte[] clear = Padding.unpad(Seal.open(notebook.key(), sealed, context("heading", notebook, noteId)));
        try (var in = new DataInputStream(new ByteArrayInputStream(clear))) {
            int format = in.readByte();
            if (format != PLAIN && format != OF_A_TALK) {
                throw new BrokenSealException("A heading in a format that is not known here");
            }
            return new Heading(in.readUTF(), in.readUTF(), in.readUTF(), format == OF_A_TALK ? talk(in) : null);
        } catch (IOException damaged) {
            throw new BrokenSealException("A heading that ends too soon");
        }
    }

    /** @throws BrokenSealException if the seal was damaged or does not belong here */
    static NoteText openBody(OpenNotebook notebook, UUID noteId, Heading heading, byte[] sealed) {
        byte[] clear = Padding.unpad(Seal.open(notebook.key(), sealed, context("body", notebook, noteId)));
        Talk marks = heading.talk();
        return new NoteText(
                heading.title(),
                marks == null ? new String(clear, StandardCharsets.UTF_8) : "",
                heading.section(),
                heading.mood(),
                marks == null ? null : talk(marks, clear));
    }

    private static void write(Talk talk, DataOutputStream out) throws IOException {
        for (String scale : Talk.SCALES) {
            out.writeByte(talk.on(scale));
        }
        out.writeUTF(talk.next());
        out.writeUTF(talk.day());
    }

    private static Talk talk(DataInputStream in) throws IOException {
        return new Talk("", "", in.readByte(), in.readByte(), in.readByte(), in.readUTF(), in.readUTF());
    }

    private static byte[] texts(Talk talk) {
        byte[] said = talk.said().getBytes(StandardCharsets.UTF_8);
        byte[] heard = talk.heard().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + said.length + heard.length)
                .putInt(said.length)
                .put(said)
                .put(heard)
                .array();
    }

    private static Talk talk(Talk marks, byte[] clear) {
        int saidEnds =
                clear.length < Integer.BYTES ? -1 : ByteBuffer.wrap(clear).getInt();
        if (saidEnds < 0 || saidEnds > clear.length - Integer.BYTES) {
            throw new BrokenSealException("The texts of a talk end too soon");
        }
        int heardBegins = Integer.BYTES + saidEnds;
        return marks.withTexts(
                new String(clear, Integer.BYTES, saidEnds, StandardCharsets.UTF_8),
                new String(clear, heardBegins, clear.length - heardBegins, StandardCharsets.UTF_8));
    }

    private static byte[] context(String column, OpenNotebook notebook, UUID noteId) {
        return ("ajar/note/1/" + column + "/" + notebook.id() + "/" + noteId).getBytes(StandardCharsets.US_ASCII);
    }
}
