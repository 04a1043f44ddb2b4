package app.ajar.notebook;

import app.ajar.notebook.UnreadableNotesException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * All notes as JSON, version 1, one note in memory at a time. {@code src/docs/notes-json.md} describes it for other
 * programs. A note is the fields of its own form, and when it was written and changed.
 */
final class NotesJson {

    static final int VERSION = 1;

    private static final String WRITTEN = "written";
    private static final String CHANGED = "changed";

    /** In UTF-16 units, of one text: far more than fits in a note, far less than fits in memory. */
    private static final int LONGEST_TEXT = 100_000;

    private static final int LONGEST_NAME = 64;
    private static final int DEEPEST = 4;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // The stream is that of the ZIP, which goes on.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private NotesJson() {}

    /** What is done with each note that is read. */
    interface Taker {
        void take(NoteForm form, Times times) throws UnreadableNotesException;
    }

    /** Writes notes one by one. */
    static final class Writer implements AutoCloseable {

        private final JsonGenerator json;

        Writer(OutputStream out) {
            json = JSON.createGenerator(ObjectWriteContext.empty(), out);
            json.writeStartObject();
            json.writeNumberProperty("version", VERSION);
            json.writeArrayPropertyStart("notes");
        }

        void write(NoteText text, Times times) {
            json.writeStartObject();
            json.writeStringProperty(WRITTEN, times.writtenAt().toString());
            json.writeStringProperty(CHANGED, times.changedAt().toString());
            NoteForm.fieldsOf(text).forEach(json::writeStringProperty);
            json.writeEndObject();
        }

        /** Ends the notes and names the days of those that cannot be opened. */
        void end(Iterable<LocalDate> damaged) {
            json.writeEndArray();
            json.writeArrayPropertyStart("damaged");
            damaged.forEach(day -> json.writeString(day.toString()));
            json.writeEndArray();
            json.writeEndObject();
        }

        @Override
        public void close() {
            json.close();
        }
    }

    /**
     * Reads notes one by one, in the order of the file. Text that is not valid Unicode, a field that no note of its kind
     * has, and a note that could not be saved by hand are mistakes: nothing is left out in silence.
     *
     * @throws UnreadableNotesException at the first mistake, or if the taker refuses one
     * @throws IOException if the stream does
     */
    static void read(InputStream in, Taker taker) throws UnreadableNotesException, IOException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            require("version".equals(json.nextName()) && json.nextToken() == JsonToken.VALUE_NUMBER_INT);
            if (json.getLongValue() != VERSION) {
                throw new UnreadableNotesException(Reason.VERSION);
            }
            require("notes".equals(json.nextName()) && json.nextToken() == JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                note(json, taker);
            }
            require(json.currentToken() == JsonToken.END_ARRAY);
            while (json.nextName() != null) {
                // The damaged ones, and what somebody may have added.
                json.nextToken();
                json.skipChildren();
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        } catch (JacksonIOException broken) {
            throw broken.getCause();
        } catch (JacksonException mistake) {
            throw new UnreadableNotesException(Reason.BROKEN);
        }
    }

    private static void note(JsonParser json, Taker taker) throws UnreadableNotesException {
        Map<String, String> fields = new HashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            require(json.nextToken() == JsonToken.VALUE_STRING);
            String text = json.getString();
            require(StandardCharsets.UTF_8.newEncoder().canEncode(text));
            fields.put(name, text);
        }
        require(json.currentToken() == JsonToken.END_OBJECT);
        Instant written = moment(fields.remove(WRITTEN));
        Instant changed = moment(fields.remove(CHANGED));
        NoteForm form = NoteForm.of(fields::get);
        Set<String> kept = NoteForm.fieldsOf(form.text("")).keySet();
        fields.values().removeIf(String::isEmpty);
        require(kept.containsAll(fields.keySet()) && form.problem() == null);
        taker.take(form, new Times(written, changed, null));
    }

    private static Instant moment(@Nullable String text) throws UnreadableNotesException {
        try {
            require(text != null);
            Instant moment = Instant.parse(text);
            require(!moment.isBefore(EARLIEST) && moment.isBefore(LATEST));
            return Instant.ofEpochMilli(moment.toEpochMilli());
        } catch (DateTimeException odd) {
            throw new UnreadableNotesException(Reason.BROKEN);
        }
    }

    private static void require(boolean holds) throws UnreadableNotesException {
        if (!holds) {
            throw new UnreadableNotesException(Reason.BROKEN);
        }
    }
}
