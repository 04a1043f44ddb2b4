package app.ajar.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the small conventions inside a part: sayings in blockquotes, exchanges with an arrow, before and after. */
final class PlainText {

    private static final Pattern EXCHANGE = Pattern.compile("^[-*]\\s+(.+?)\\s*\\u2192\\s*(.+)$", Pattern.MULTILINE);
    private static final Pattern BEFORE = Pattern.compile("(?m)^Before:\\s*(.+)$");
    private static final Pattern AFTER = Pattern.compile("(?m)^After:\\s*(.+)$");

    private PlainText() {}

    /** Two sentences that belong together: what they say and what you say, or before and after. */
    record Pair(String first, String second) {}

    /** The blockquotes of a text, each as one line without its marks, with typographic quotes inside. */
    static List<String> sayings(String markdown) {
        var sayings = new ArrayList<String>();
        var current = new StringBuilder();
        for (String line : (markdown + "\n").split("\n", -1)) {
            String trimmed = line.strip();
            if (trimmed.startsWith(">")) {
                String words = trimmed.substring(1).strip();
                if (!words.isEmpty()) {
                    current.append(current.isEmpty() ? "" : " ").append(words);
                    continue;
                }
            }
            if (!current.isEmpty()) {
                sayings.add(Typography.curly(current.toString()));
                current.setLength(0);
            }
        }
        return sayings;
    }

    static List<Pair> exchanges(String markdown) {
        var pairs = new ArrayList<Pair>();
        Matcher matcher = EXCHANGE.matcher(unfolded(markdown));
        while (matcher.find()) {
            pairs.add(new Pair(
                    Typography.curly(matcher.group(1).strip()),
                    Typography.curly(matcher.group(2).strip())));
        }
        return pairs;
    }

    static Optional<Pair> beforeAfter(String markdown) {
        String text = unfolded(markdown);
        Matcher before = BEFORE.matcher(text);
        Matcher after = AFTER.matcher(text);
        return before.find() && after.find()
                ? Optional.of(new Pair(
                        Typography.curly(before.group(1).strip()),
                        Typography.curly(after.group(1).strip())))
                : Optional.empty();
    }

    /** The advice of a pitfall's last part, without its before and after. */
    static String withoutBeforeAfter(String markdown) {
        String text = unfolded(markdown);
        return AFTER.matcher(BEFORE.matcher(text).replaceAll("")).replaceAll("").strip();
    }

    /** Joins lines that were only broken to keep the file narrow. */
    private static String unfolded(String markdown) {
        var out = new StringBuilder();
        boolean open = false;
        for (String line : markdown.split("\n", -1)) {
            String words = line.strip();
            boolean starts = words.isEmpty() || words.matches("([-*>#]|Before:|After:).*");
            if (open && !starts) {
                out.append(' ').append(words);
            } else {
                out.append(out.isEmpty() ? "" : "\n").append(words);
            }
            open = !words.isEmpty();
        }
        return out.toString();
    }
}
