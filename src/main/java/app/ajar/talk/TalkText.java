package app.ajar.talk;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A planned talk in words: for the sheet, and as plain text for a note. */
@Component
class TalkText {

    private final MessageSource messages;

    TalkText(MessageSource messages) {
        this.messages = messages;
    }

    /** The day and the time, as far as they were given; empty if neither was. */
    String when(TalkForm form, Locale locale) {
        var when = new StringJoiner(", ");
        form.date()
                .map(date ->
                        DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(date))
                .ifPresent(when::add);
        form.clock()
                .map(time -> DateTimeFormatter.ofPattern("HH:mm", locale).format(time))
                .ifPresent(when::add);
        return when.toString();
    }

    String of(TalkForm form, Locale locale) {
        var text = new StringJoiner("\n");
        add(text, "talk.when", when(form, locale), locale);
        add(text, "talk.where", form.where(), locale);
        add(text, "talk.minutes", say("talk.minutes.some", locale, form.minutes()), locale);
        add(text, "talk.opening", form.opening(), locale);
        add(text, "talk.if-then", form.plan(), locale);
        return text.toString();
    }

    private void add(StringJoiner text, String key, String words, Locale locale) {
        if (!words.isBlank()) {
            text.add(say(key, locale) + ": " + words);
        }
    }

    private String say(String key, Locale locale, Object... words) {
        return messages.getMessage(key, words, locale);
    }
}
