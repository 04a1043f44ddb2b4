package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
import app.ajar.vault.Compression;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a person wrote into two seals and back: the heading (title, section, mood), which a list needs, and the
 * body. Each is bound to its notebook, its note and its column, so that no seal can be moved to another place, and padded,
 * so that every heading has one size, and a word the size of a page.
 *
 * <p>Heading before sealing: a format byte, here 4; when it was written, changed and deleted, each as eight bytes of
 * milliseconds since 1970 (0: not deleted); then four times a length of two bytes and UTF-8: title, section, mood and
 * kind. The kind is empty for a plain note. For a talk follow one byte for each of its scales, and its next step and day as
 * above. For an exercise the kind is {@link GuidedKind#key()}, and nothing follows. Formats 1 (plain), 2 (a talk) and 3 are
 * only read. They are in modified UTF-8 ({@link DataOutputStream#writeUTF}), and the first two have neither times nor a
 * kind.
 *
 * <p>Body before sealing: of a plain note its UTF-8. Of a talk the length of what was said, in bytes, as four bytes, then
 * what was said and what was heard, both in UTF-8. Of an exercise the number of its texts as two bytes; then for each of
 * them, in the order of {@link GuidedKind#names()}, its name as a length of two bytes and modified UTF-8, the length of
 * its text in bytes as four bytes, and the text in UTF-8. Blank texts are not among them. Lengths and numbers are
 * big-endian. What is too long for the size of most is compressed ({@link Compression}).
 */
final class NoteSealer {

    private static final int PLAIN_WITHOUT_TIMES = 1;
    private static final int TALK_WITHOUT_TIMES = 2;
    private static final int MODIFIED_UTF = 3;
    private static final int FORMAT = 4;

    private static final String PLAIN = "";
    private static final String TALK = "talk";

    private NoteSealer() {}

    /**
     * What a list shows of a note.
     *
     * @param talk for a note on a talk, without its texts
     * @param guided for a note in the form of an exercise
     */
    record Heading(
            String title,
            String section,
            String mood,
            @Nullable Talk talk,
            @Nullable GuidedKind guided,
            Times times) {

        Heading(String title, String section, String mood, @Nullable Talk talk, Times times) {
            this(title, section, mood, talk, null, times);
        }

        static Heading of(NoteText text, Times times) {
            Talk talk = text.talk() == null ? null : text.talk().withoutTexts();
            GuidedKind guided = text.guided() == null ? null : text.guided().kind();
            return new Heading(text.title(), text.section(), text.mood(), talk, guided, times);
        }

        Heading at(Times other) {
            return new Heading(title, section, mood, talk, guided, other);
        }

        /** Empty for a plain note, {@value NoteSealer#TALK}, or the key of an exercise. */
        String kind() {
            if (guided != null) {
                return guided.key();
            }
            return talk == null ? PLAIN : TALK;
        }

        @Override
        public String toString() {
            return "Heading[…]";
        }
    }

    static byte[] sealHeading(OpenNotebook notebook, UUID noteId, Heading heading) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            write(heading.times(), out);
            write(heading.title(), out);
            write(heading.section(), out);
            write(heading.mood(), out);
            write(heading.kind(), out);
            if (heading.talk() != null) {
                write(heading.talk(), out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Seal.seal(
                notebook.key(),
                Padding.pad(bytes.toByteArray(), Padding.HEADING),
                context("heading", notebook, noteId));
    }

    static byte[] sealBody(OpenNotebook notebook, UUID noteId, NoteText text) {
        byte[] packed = Compression.compress(clear(text), Padding.BODY - 1);
        return Seal.seal(notebook.key(), Padding.pad(packed, Padding.BODY), context("body", notebook, noteId));
    }

    private static byte[] clear(NoteText text) {
        if (text.guided() != null) {
            return texts(text.guided());
        }
        return text.talk() == null ? text.body().getBytes(StandardCharsets.UTF_8) : texts(text.talk());
    }

    /**
     * Opens a heading.
     *
     * @param writtenOn the day beside it, for a heading from before times were sealed
     * @throws BrokenSealException if the seal was damaged or does not belong here
     */
    static Heading openHeading(OpenNotebook notebook, UUID noteId, LocalDate writtenOn, byte[] sealed) {
        byte[] clear = Padding.unpad(Seal.open(notebook.key(), sealed, context("heading", notebook, noteId)));
        try (var in = new DataInputStream(new ByteArrayInputStream(clear))) {
            int format = in.readByte();
            return switch (format) {
                case PLAIN_WITHOUT_TIMES, TALK_WITHOUT_TIMES -> {
                    Times times =
                            Times.first(writtenOn.atStartOfDay(ZoneOffset.UTC).toInstant());
                    yield heading(in, times, format == TALK_WITHOUT_TIMES ? TALK : PLAIN, NoteSealer::modified);
                }
                case MODIFIED_UTF -> heading(in, times(in), null, NoteSealer::modified);
                case FORMAT -> heading(in, times(in), null, NoteSealer::text);
                default -> throw new BrokenSealException("A heading in a format that is not known here");
            };
        } catch (IOException damaged) {
            throw new BrokenSealException("A heading that ends too soon");
        }
    }

    /** How a format has its texts. */
    private interface Texts {

        String next(DataInputStream in) throws IOException;
    }

    private static Heading heading(DataInputStream in, Times times, @Nullable String knownKind, Texts texts)
            throws IOException {
        String title = texts.next(in);
        String section = texts.next(in);
        String mood = texts.next(in);
        String kind = knownKind == null ? texts.next(in) : knownKind;
        return switch (kind) {
            case PLAIN -> new Heading(title, section, mood, null, times);
            case TALK -> new Heading(title, section, mood, talk(in, texts), times);
            default ->
                new Heading(
                        title,
                        section,
                        mood,
                        null,
                        GuidedKind.of(kind)
                                .orElseThrow(() -> new BrokenSealException("A note of a kind that is not known here")),
                        times);
        };
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String modified(DataInputStream in) throws IOException {
        return in.readUTF();
    }

    private static void write(Times times, DataOutputStream out) throws IOException {
        out.writeLong(times.writtenAt().toEpochMilli());
        out.writeLong(times.changedAt().toEpochMilli());
        out.writeLong(times.deletedAt() == null ? 0 : times.deletedAt().toEpochMilli());
    }

    private static Times times(DataInputStream in) throws IOException {
        Instant written = Instant.ofEpochMilli(in.readLong());
        Instant changed = Instant.ofEpochMilli(in.readLong());
        long deleted = in.readLong();
        return new Times(written, changed, deleted == 0 ? null : Instant.ofEpochMilli(deleted));
    }

    /** @throws BrokenSealException if the seal was damaged or does not belong here */
    static NoteText openBody(OpenNotebook notebook, UUID noteId, Heading heading, byte[] sealed) {
        byte[] clear =
                Compression.expand(Padding.unpad(Seal.open(notebook.key(), sealed, context("body", notebook, noteId))));
        Talk marks = heading.talk();
        boolean plain = heading.kind().equals(PLAIN);
        return new NoteText(
                heading.title(),
                plain ? new String(clear, StandardCharsets.UTF_8) : "",
                heading.section(),
                heading.mood(),
                marks == null ? null : talk(marks, clear),
                heading.guided() == null ? null : guided(heading.guided(), clear));
    }

    private static void write(Talk talk, DataOutputStream out) throws IOException {
        for (String scale : Talk.SCALES) {
            out.writeByte(talk.on(scale));
        }
        write(talk.next(), out);
        write(talk.day(), out);
    }

    private static Talk talk(DataInputStream in, Texts texts) throws IOException {
        return new Talk("", "", in.readByte(), in.readByte(), in.readByte(), texts.next(in), texts.next(in));
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

    private static byte[] texts(Guided guided) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeShort(guided.texts().size());
            for (Map.Entry<String, String> text : guided.texts().entrySet()) {
                byte[] words = text.getValue().getBytes(StandardCharsets.UTF_8);
                out.writeUTF(text.getKey());
                out.writeInt(words.length);
                out.write(words);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Guided guided(GuidedKind kind, byte[] clear) {
        var texts = new HashMap<String, String>();
        try (var in = new DataInputStream(new ByteArrayInputStream(clear))) {
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                String name = in.readUTF();
                int length = in.readInt();
                if (length < 0 || length > in.available()) {
                    throw new BrokenSealException("The texts of an exercise end too soon");
                }
                texts.put(name, new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
        } catch (IOException damaged) {
            throw new BrokenSealException("The texts of an exercise end too soon");
        }
        return new Guided(kind, texts);
    }

    private static byte[] context(String column, OpenNotebook notebook, UUID noteId) {
        return ("ajar/note/1/" + column + "/" + notebook.id() + "/" + noteId).getBytes(StandardCharsets.US_ASCII);
    }
}
