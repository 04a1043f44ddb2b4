package app.ajar.walk;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question of the walk. It has options, or signs of the guide's barriers.
 *
 * @param name the name of its field, such as {@code q-no}
 * @param several whether more than one answer may be ticked
 */
record Question(String name, boolean several, List<Option> options, List<SignPlace> signs) {

    /** The field under which a ticked sign is marked as told or guessed. */
    static String markOf(String signKey) {
        return "q-sure-" + signKey;
    }

    /**
     * @param id question and key, such as {@code q-no.plain}
     * @param lean the barrier it speaks for; none for most
     * @param pitfall the slug of the pitfall it is close to
     * @param prompts slugs of prompts that suit it
     * @param moment the end of the message key about a good moment
     */
    record Option(
            String id,
            String key,
            @Nullable Lean lean,
            @Nullable String pitfall,
            Set<String> prompts,
            @Nullable String moment,
            boolean fear,
            boolean road,
            boolean rest,
            boolean first) {

        /** The end of its message keys. */
        public String words() {
            return id.replace('.', '-');
        }
    }

    /** @param weight 1 to 3 */
    record Lean(String barrier, int weight) {}

    /**
     * Where a sign is found in the guide.
     *
     * @param text the words it has in the pack
     */
    record SignPlace(String id, String key, String barrier, String text) {}
}
