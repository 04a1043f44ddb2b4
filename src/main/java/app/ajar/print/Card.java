package app.ajar.print;

import app.ajar.guide.PitfallView;
import app.ajar.guide.PromptView;
import org.jspecify.annotations.Nullable;

/**
 * A prompt or a pitfall as it stands on paper.
 *
 * @param label the message key of the small heading
 * @param ratherThan words to leave unsaid, with their quotation marks; only from a pitfall
 * @param say words to say, with their quotation marks
 * @param line the small print under the words
 */
record Card(
        String label,
        @Nullable String ratherThan,
        String say,
        @Nullable String line) {

    static Card of(PromptView prompt) {
        return new Card("guide.group." + prompt.group(), null, '“' + prompt.say() + '”', prompt.cardLine());
    }

    static Card of(PitfallView pitfall) {
        return new Card("print.pitfall", pitfall.before(), pitfall.after(), null);
    }

    /** The step of type that lets the words fit the smallest place they are put in: {@code l}, {@code m} or {@code s}. */
    public String size() {
        int characters = say.length() + (ratherThan == null ? 0 : ratherThan.length());
        return characters <= 80 ? "l" : characters <= 132 ? "m" : "s";
    }
}
