package app.ajar.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a note says, in words and in order: its text; or what was said and heard in a talk, how it felt and what is next; or
 * the texts of an exercise under their labels.
 */
@Component
class NoteWords {

    private final MessageSource messages;

    NoteWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * One part of a note.
     *
     * @param label what it is; blank for the text of a plain note
     */
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

    /** Its parts; what was left empty is not among them. */
    List<Part> of(NoteText note, Locale locale) {
        var parts = new ArrayList<Part>();
        if (note.guided() != null) {
            addAll(parts, note.guided(), locale);
        } else if (note.talk() == null) {
            parts.add(new Part("", note.body()));
        } else {
            addAll(parts, note.talk(), locale);
        }
        return parts.stream().filter(part -> !part.text().isBlank()).toList();
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

    private void addAll(List<Part> parts, Guided guided, Locale locale) {
        GuidedKind kind = guided.kind();
        for (String name : kind.texts()) {
            parts.add(new Part(say("notebook.guided.label." + kind.about(name), locale), guided.text(name)));
        }
        for (int row : guided.filledRows()) {
            for (String column : kind.columns()) {
                parts.add(new Part(
                        say("notebook.guided.label." + kind.about(column), locale), guided.text(column + "-" + row)));
            }
        }
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
