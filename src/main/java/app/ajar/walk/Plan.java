package app.ajar.walk;

import app.ajar.guide.BarrierView;
import app.ajar.guide.PitfallView;
import app.ajar.guide.PromptView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a walk leads to. Where the answers speak of fear it is {@link #SAFETY}, which holds no advice at all.
 *
 * @param kind {@code talk}; {@code first} where it was never asked; {@code rest} where the no is settled; {@code safety}
 * @param guesses the likeliest first, at most three; none where nothing was answered
 * @param tried whether the pitfall is something that the reader has tried
 * @param moments ends of message keys about a good moment, the general one first
 * @param road whether it points to what the reader can do alone
 */
record Plan(
        String kind,
        List<Guess> guesses,
        List<PromptView> prompts,
        @Nullable PitfallView pitfall,
        boolean tried,
        List<String> moments,
        boolean road) {

    static final Plan SAFETY = new Plan("safety", List.of(), List.of(), null, false, List.of(), false);

    static final int MOST_GUESSES = 3;

    /** More would not fit one sheet of paper; what was heard comes first. */
    static final int MOST_REASONS = 3;

    /** Lines of the if-then plan, and of every list in it: the message keys end in 1, 2 and 3. */
    static final List<Integer> LINES = List.of(1, 2, 3);

    public boolean isSafety() {
        return kind.equals("safety");
    }

    public boolean isRest() {
        return kind.equals("rest");
    }

    public List<Integer> lines() {
        return LINES;
    }

    /**
     * A barrier that may be underneath.
     *
     * @param level 3 most likely, 2 quite likely, 1 perhaps a little
     * @param reasons the answers that led to it, at most three of them
     */
    record Guess(BarrierView barrier, int level, List<Reason> reasons) {}

    /**
     * An answer that speaks for a barrier.
     *
     * @param key the end of the message key
     * @param words what was heard or seen; empty for an option, whose words are in the message
     * @param guessed whether the reader marked it as a guess, or did not mark it
     */
    record Reason(String key, String words, boolean guessed) {}

    @Override
    public String toString() {
        return "Plan[…]";
    }
}
