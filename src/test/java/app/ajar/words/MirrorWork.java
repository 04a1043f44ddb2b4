package app.ajar.words;

import java.util.List;

/** The most work that the mirror can be asked to do, for the benchmark. */
public final class MirrorWork {

    private static final Mirror MIRROR = new Mirror(RuleBook.in("en"));

    private MirrorWork() {}

    /** Texts of the greatest length that is read: one as people write, and those that begin many phrases and end none. */
    public static List<String> hardTexts() {
        return List.of(
                filled("On Sunday I felt alone. You never talk to me, and you need help. Could we talk on Saturday? "),
                filled("if you "),
                filled("you you forgot "),
                filled("you are so "));
    }

    public static Runnable reading(String text) {
        return () -> MIRROR.read(text);
    }

    private static String filled(String words) {
        return words.repeat(WordsController.LONGEST / words.length() + 1).substring(0, WordsController.LONGEST);
    }
}
