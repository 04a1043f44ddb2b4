package app.ajar.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of the site, found as a reader would find them: by its links. */
public final class SitePages {

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\bhref=\"(/[^\"#?]*)");

    private SitePages() {}

    /** Every page that can be reached from the front page, outside the notebook and the way out. */
    public static List<String> publicPages(Profile reader) {
        Set<String> found = new LinkedHashSet<>(List.of("/"));
        Deque<String> left = new ArrayDeque<>(found);
        while (!left.isEmpty()) {
            Matcher link =
                    LINK.matcher(reader.context().request().get(left.pop()).text());
            while (link.find()) {
                String path = link.group(1);
                if (!path.startsWith("/notebook") && !path.equals("/exit") && found.add(path)) {
                    left.add(path);
                }
            }
        }
        return List.copyOf(found);
    }
}
