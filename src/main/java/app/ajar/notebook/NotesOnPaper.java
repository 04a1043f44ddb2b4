package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Notes as they stand on paper: a title, a day, and paragraphs. */
@Component
class NotesOnPaper {

    /** A pile that can still be read, and that is laid out in a moment. */
    static final int MOST = 50;

    private final Notes notes;
    private final NotebookList list;
    private final NoteWords words;
    private final MessageSource messages;

    NotesOnPaper(Notes notes, NotebookList list, NoteWords words, MessageSource messages) {
        this.notes = notes;
        this.list = list;
        this.words = words;
        this.messages = messages;
    }

    /**
     * A note, ready for paper. It prints nothing of itself by accident.
     *
     * @param parts each a label, which may be blank, and its text
     */
    record Sheet(UUID id, String title, String written, List<NoteWords.Part> parts) {

        String words() {
            return title + '\n' + parts.stream().map(NoteWords.Part::words).collect(Collectors.joining("\n"));
        }

        @Override
        public String toString() {
            return "Sheet[…]";
        }
    }

    /**
     * The ticked notes of this notebook, in the order of the list. What is no id, or not a note in it, is left out.
     *
     * @throws BrokenSealException if one of them was damaged
     */
    List<Sheet> of(OpenNotebook notebook, List<String> ticked, Locale locale) {
        var sheets = new ArrayList<Sheet>();
        for (String value : ticked.stream().distinct().limit(MOST).toList()) {
            id(value).flatMap(id -> notes.read(notebook, id)).ifPresent(note -> sheets.add(sheet(note, locale)));
        }
        return sheets;
    }

    /**
     * Every note of this notebook, oldest first, each read when it is asked for. One that cannot be opened is a sheet that
     * says so.
     */
    Iterable<Sheet> all(OpenNotebook notebook, Locale locale) {
        return () -> notes.all(notebook).stream()
                .flatMap(id -> sheet(notebook, id, locale).stream())
                .iterator();
    }

    private Optional<Sheet> sheet(OpenNotebook notebook, UUID id, Locale locale) {
        try {
            return notes.read(notebook, id).map(note -> sheet(note, locale));
        } catch (BrokenSealException damaged) {
            String line = messages.getMessage("notebook.damaged.line", null, locale);
            String day = notes.writtenOn(notebook, id).map(LocalDate::toString).orElse("");
            return Optional.of(new Sheet(id, line, day, List.of()));
        }
    }

    /** All of it as one text, to be shortened by hand. */
    static String asText(List<Sheet> sheets) {
        return sheets.stream()
                .map(sheet -> sheet.title() + " (" + sheet.written() + ")\n"
                        + sheet.parts().stream().map(NoteWords.Part::words).collect(Collectors.joining("\n")))
                .map(text -> text.replaceAll("\\n{2,}", "\n"))
                .collect(Collectors.joining("\n\n"));
    }

    private Sheet sheet(Notes.Read note, Locale locale) {
        return new Sheet(
                note.id(),
                note.text().title(),
                list.shown(note.times().writtenAt(), locale),
                words.of(note.text(), locale));
    }

    private static Optional<UUID> id(@Nullable String value) {
        try {
            return value == null ? Optional.empty() : Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }
}
