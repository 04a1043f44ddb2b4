package app.ajar.notebook;

import app.ajar.notebook.UnreadableNotesException.Reason;
import app.ajar.vault.BrokenSealException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The file to take along: {@value #NOTES} for programs, then one Markdown file a note for people, named by day and number.
 * It is written and read as a stream, one note in memory at a time.
 */
@Component
class NotesZip {

    private static final String NOTES = "notes.json";

    /** Every note has a file, and some may add a few of their own. */
    static final int MOST_ENTRIES = 2 * Notes.MOST;

    /** Bytes of all entries together: eight times what may be sent, and more than 5,000 notes of ten pages. */
    static final long MOST_UNPACKED = 256L * 1024 * 1024;

    /** The same for every entry: a file must not tell when it was made. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Notes notes;
    private final NoteWords words;
    private final NotebookList list;
    private final MessageSource messages;
    private final ZoneId zone;

    NotesZip(
            Notes notes,
            NoteWords words,
            NotebookList list,
            MessageSource messages,
            @Value("${ajar.zone}") ZoneId zone) {
        this.notes = notes;
        this.words = words;
        this.list = list;
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * Writes every note, oldest first. One that cannot be opened is named as such and left out. If anything else fails, the
     * file is left without its end: closed, it would look whole, and somebody might erase the notebook on the strength of it.
     */
    void write(OpenNotebook notebook, OutputStream out, Locale locale) throws IOException {
        List<UUID> ids = notes.all(notebook);
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        begin(zip, NOTES);
        writeJson(notebook, ids, zip);
        zip.closeEntry();
        var numbers = new HashMap<LocalDate, Integer>();
        for (UUID id : ids) {
            Optional<Page> page = page(notebook, id, locale);
            if (page.isPresent()) {
                LocalDate day = page.get().day();
                begin(zip, day + "-" + numbers.merge(day, 1, Integer::sum) + ".md");
                zip.write(page.get().text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        zip.close();
    }

    /** A note as Markdown. */
    private record Page(LocalDate day, String text) {

        @Override
        public String toString() {
            return "Page[…]";
        }
    }

    private void writeJson(OpenNotebook notebook, List<UUID> ids, OutputStream out) {
        try (var json = new NotesJson.Writer(out)) {
            var damaged = new ArrayList<LocalDate>();
            for (UUID id : ids) {
                try {
                    notes.read(notebook, id).ifPresent(note -> json.write(note.text(), note.times()));
                } catch (BrokenSealException seal) {
                    notes.writtenOn(notebook, id).ifPresent(damaged::add);
                }
            }
            json.end(damaged);
        }
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private Optional<Page> page(OpenNotebook notebook, UUID id, Locale locale) {
        try {
            return notes.read(notebook, id)
                    .map(note -> new Page(LocalDate.ofInstant(note.times().writtenAt(), zone), markdown(note, locale)));
        } catch (BrokenSealException damaged) {
            String line = messages.getMessage("notebook.damaged.line", null, locale) + "\n";
            return notes.writtenOn(notebook, id).map(day -> new Page(day, line));
        }
    }

    private String markdown(Notes.Read note, Locale locale) {
        NoteText text = note.text();
        String mood =
                text.mood().isEmpty() ? "" : messages.getMessage("notebook.mood." + text.mood(), null, locale) + "\n\n";
        return "# " + text.title() + "\n\n" + list.shown(note.times().writtenAt(), locale) + "\n\n" + mood
                + words.of(text, locale).stream()
                        .map(part -> (part.label().isEmpty() ? "" : "## " + part.label() + "\n\n") + part.text())
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    /**
     * Finds the notes in such a file, whatever else is in it, in whichever folder they are.
     *
     * @throws UnreadableNotesException if it is no such file, unpacks to too much, or the taker refuses a note
     */
    static void read(InputStream file, NotesJson.Taker taker) throws UnreadableNotesException {
        try (var zip = new ZipInputStream(file, StandardCharsets.UTF_8)) {
            var unpacked = new Bounded(zip, MOST_UNPACKED);
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new UnreadableNotesException(Reason.LARGE);
                }
                if (entry.getName().equals(NOTES) || entry.getName().endsWith("/" + NOTES)) {
                    NotesJson.read(unpacked, taker);
                    return;
                }
                unpacked.transferTo(OutputStream.nullOutputStream());
            }
            throw new UnreadableNotesException(Reason.BROKEN);
        } catch (Bounded.TooMuchException bomb) {
            throw new UnreadableNotesException(Reason.LARGE);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new UnreadableNotesException(Reason.BROKEN);
        }
    }

    /** Stops a stream that goes on for too long. */
    private static final class Bounded extends FilterInputStream {

        private static final class TooMuchException extends IOException {

            private static final long serialVersionUID = 1L;
        }

        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = super.read(into, from, length);
            if (got > 0) {
                count(got);
            }
            return got;
        }

        private void count(int got) throws IOException {
            left -= got;
            if (left < 0) {
                throw new TooMuchException();
            }
        }
    }
}
