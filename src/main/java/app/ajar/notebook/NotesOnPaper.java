package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
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
    private final MessageSource messages;

    NotesOnPaper(Notes notes, NotebookList list, MessageSource messages) {
        this.notes = notes;
        this.list = list;
        this.messages = messages;
    }

    /**
     * A note, ready for paper. It prints nothing of itself by accident.
     *
     * @param parts each a label, which may be blank, and its text
     */
    record Sheet(UUID id, String title, String written, List<Part> parts) {

        String words() {
            return title + '\n' + parts.stream().map(Part::words).collect(Collectors.joining("\n"));
        }

        @Override
        public String toString() {
            return "Sheet[…]";
        }
    }

    /** One part of a note. */
    record Part(String label, String text) {

        /** The text line by line; an empty line is a gap. */
        public List<String> lines() {
            return text.lines().map(String::stripTrailing).toList();
        }

        String words() {
            return label.isEmpty() ? text : label + '\n' + text;
        }

        @Override
        public String toString() {
            return "Part[…]";
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

    /** All of it as one text, to be shortened by hand. */
    static String asText(List<Sheet> sheets) {
        return sheets.stream()
                .map(sheet -> sheet.title() + " (" + sheet.written() + ")\n"
                        + sheet.parts().stream().map(Part::words).collect(Collectors.joining("\n")))
                .map(text -> text.replaceAll("\\n{2,}", "\n"))
                .collect(Collectors.joining("\n\n"));
    }

    private Sheet sheet(Notes.Read note, Locale locale) {
        var parts = new ArrayList<Part>();
        Talk talk = note.text().talk();
        if (talk == null) {
            parts.add(new Part("", note.text().body()));
        } else {
            addAll(parts, talk, locale);
        }
        return new Sheet(
                note.id(),
                note.text().title(),
                list.shown(note.writtenAt(), locale),
                parts.stream().filter(part -> !part.text().isBlank()).toList());
    }

    private void addAll(List<Part> parts, Talk talk, Locale locale) {
        parts.add(new Part(say("notebook.talk.said", locale), talk.said()));
        parts.add(new Part(say("notebook.talk.heard", locale), talk.heard()));
        for (String scale : Talk.SCALES) {
            if (talk.on(scale) > 0) {
                parts.add(new Part(
                        say("notebook.talk." + scale, locale),
                        say("notebook.talk." + scale + "-" + talk.on(scale), locale)));
            }
        }
        if (!talk.next().isEmpty()) {
            String day = talk.day().isEmpty() ? "" : " (" + talk.day() + ")";
            parts.add(new Part(
                    say("notebook.talk.next", locale), say("notebook.talk.next." + talk.next(), locale) + day));
        }
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static Optional<UUID> id(@Nullable String value) {
        try {
            return value == null ? Optional.empty() : Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }
}
