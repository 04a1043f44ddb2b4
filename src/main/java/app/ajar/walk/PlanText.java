package app.ajar.walk;

import app.ajar.guide.PromptView;
import java.util.Locale;
import java.util.StringJoiner;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A plan as plain text, for a note. */
@Component
class PlanText {

    private final MessageSource messages;

    PlanText(MessageSource messages) {
        this.messages = messages;
    }

    String of(Plan plan, Locale locale) {
        var text = new StringJoiner("\n");
        if (!plan.guesses().isEmpty()) {
            text.add(say(locale, "walk.plan.under"));
            for (Plan.Guess guess : plan.guesses()) {
                text.add("- " + guess.barrier().title() + " ("
                        + say(locale, "walk.level." + guess.level()).toLowerCase(locale) + ")");
                guess.reasons()
                        .forEach(
                                reason -> text.add("  " + say(locale, "walk.because." + reason.key(), reason.words())));
            }
            text.add("");
        }
        text.add(say(locale, "walk.plan.words"));
        for (PromptView prompt : plan.prompts()) {
            text.add("- " + say(locale, "guide.group." + prompt.group()) + ": “" + prompt.say() + "”");
            text.add("  " + say(locale, "guide.prompt.softer") + ": “" + prompt.softer() + "”");
            text.add("  " + say(locale, "guide.prompt.shorter") + ": “" + prompt.shorter() + "”");
        }
        if (plan.pitfall() != null) {
            text.add("")
                    .add(say(locale, "walk.plan.avoid") + ": " + plan.pitfall().title());
            text.add("  " + say(locale, "guide.pitfall.before") + ": "
                    + plan.pitfall().before());
            text.add("  " + say(locale, "guide.pitfall.after") + ": "
                    + plan.pitfall().after());
        }
        if (!plan.isRest()) {
            text.add("").add(say(locale, "walk.plan.moment"));
            plan.moments().forEach(moment -> text.add("- " + say(locale, "walk.moment." + moment)));
        }
        text.add("").add(say(locale, "walk.plan.if-then"));
        plan.lines().forEach(line -> text.add("- " + say(locale, "walk.if." + plan.kind() + "-" + line)));
        text.add("").add(say(locale, "walk.plan.close")).add(say(locale, "walk.close." + plan.kind()));
        return text.toString();
    }

    private String say(Locale locale, String key, Object... words) {
        return messages.getMessage(key, words, locale);
    }
}
