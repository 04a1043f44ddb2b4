package app.ajar.print;

import app.ajar.guide.ExerciseView;
import app.ajar.guide.PitfallView;
import app.ajar.guide.PromptView;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands on one card: a prompt, a pitfall, a list to go through, or nothing but lines to write on. Its words may be
 * the reader's own.
 *
 * @param id names its fields in the form, such as {@code prompt-worth-it}
 * @param label the message key of the small heading
 * @param ratherThan words to leave unsaid, with their quotation marks; only from a pitfall
 * @param say words to say, with their quotation marks; blank for lines to write on
 * @param line the small print under the words
 * @param list whether each line is something to tick off instead of something to say
 * @param answers what may come back, with a reply to each; they are printed with the replies only
 */
record Card(
        String id,
        String label,
        @Nullable String ratherThan,
        String say,
        @Nullable String line,
        boolean list,
        List<PromptView.Exchange> answers) {

    static Card of(PromptView prompt) {
        return new Card(
                "prompt-" + prompt.slug(),
                "guide.group." + prompt.group(),
                null,
                '“' + prompt.say() + '”',
                prompt.cardLine(),
                false,
                List.copyOf(prompt.answers()));
    }

    static Card of(PitfallView pitfall) {
        return new Card(
                "pitfall-" + pitfall.slug(),
                "print.pitfall",
                pitfall.before(),
                pitfall.after(),
                null,
                false,
                List.of());
    }

    /** The checks before a talk, on a card of their own. */
    static Card moment(ExerciseView goodMoment) {
        String checks = goodMoment.items().stream().map(ExerciseView.Item::text).collect(Collectors.joining("\n"));
        return new Card("moment", "print.moment", null, checks, null, true, List.of());
    }

    static Card blank(int number) {
        return new Card("blank-" + number, "print.blank.label", null, "", null, false, List.of());
    }

    /** The same card with other words; nothing of the old ones is left. */
    Card saying(@Nullable String newRatherThan, String newSay, @Nullable String newLine) {
        return new Card(id, label, newRatherThan, newSay, newLine, list, answers);
    }

    /** The same card with other answers and replies. */
    Card answering(List<PromptView.Exchange> newAnswers) {
        return new Card(id, label, ratherThan, say, line, list, List.copyOf(newAnswers));
    }

    public boolean isBlank() {
        return say.isBlank() && ratherThan == null;
    }

    /** What is said, in the lines it was written in. */
    public List<String> lines() {
        return say.lines().filter(line -> !line.isBlank()).toList();
    }

    /** The words to say and to leave unsaid, without the small print. */
    String spoken() {
        return ratherThan == null ? say : ratherThan + '\n' + say;
    }

    /** Every word that goes with it, for the check of its letters. */
    String words() {
        String replies = answers.stream()
                .map(answer -> '\n' + answer.they() + '\n' + answer.you())
                .collect(Collectors.joining());
        return (line == null ? spoken() : spoken() + '\n' + line) + replies;
    }

    @Override
    public String toString() {
        return "Card[" + id + "]";
    }
}
