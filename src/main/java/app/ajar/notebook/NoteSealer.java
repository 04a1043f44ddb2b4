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
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Turns what a person wrote into two seals and back: the heading (title, section, mood), which a list needs, and the
 * body. Each is bound to its notebook, its note and its column, so that no seal can be moved to another place, and padded,
 * so that its length says little.
 *
 * <p>Heading before sealing: format byte 1, then three times a length of two bytes and modified UTF-8 ({@link
 * DataOutputStream#writeUTF}). Body: UTF-8.
 */
final class NoteSealer {

    private static final int FORMAT = 1;

    private NoteSealer() {}

    /** What a list shows of a note. */
    record Heading(String title, String section, String mood) {

        @Override
        public String toString() {
            return "Heading[…]";
        }
    }

    static byte[] sealHeading(OpenNotebook notebook, UUID noteId, NoteText text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(text.title());
            out.writeUTF(text.section());
            out.writeUTF(text.mood());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Seal.seal(notebook.key(), Padding.pad(bytes.toByteArray()), context("heading", notebook, noteId));
    }

    static byte[] sealBody(OpenNotebook notebook, UUID noteId, NoteText text) {
        byte[] clear = text.body().getBytes(StandardCharsets.UTF_8);
        return Seal.seal(notebook.key(), Padding.pad(clear), context("body", notebook, noteId));
    }

    /** @throws BrokenSealException if the seal was damaged or does not belong here */
    static Heading openHeading(OpenNotebook notebook, UUID noteId, byte[] sealed) {
        byte[] clear = Padding.unpad(Seal.open(notebook.key(), sealed, context("heading", notebook, noteId)));
        try (var in = new DataInputStream(new ByteArrayInputStream(clear))) {
            if (in.readByte() != FORMAT) {
                throw new BrokenSealException("A heading in a format that is not known here");
            }
            return new Heading(in.readUTF(), in.readUTF(), in.readUTF());
        } catch (IOException damaged) {
            throw new BrokenSealException("A heading that ends too soon");
        }
    }

    /** @throws BrokenSealException if the seal was damaged or does not belong here */
    static String openBody(OpenNotebook notebook, UUID noteId, byte[] sealed) {
        byte[] clear = Padding.unpad(Seal.open(notebook.key(), sealed, context("body", notebook, noteId)));
        return new String(clear, StandardCharsets.UTF_8);
    }

    private static byte[] context(String column, OpenNotebook notebook, UUID noteId) {
        return ("ajar/note/1/" + column + "/" + notebook.id() + "/" + noteId).getBytes(StandardCharsets.US_ASCII);
    }
}
