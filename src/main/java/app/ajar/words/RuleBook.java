package app.ajar.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the mirror knows of one language, from {@code words/<language>.yaml}.
 *
 * @param harm words of fear or harm: where one is found, nothing else is said
 * @param pressure what may land as pressure or blame; where two meet in the same words, the earlier rule speaks
 * @param good what already leaves room
 */
record RuleBook(Sentence.ShortForms shortForms, List<Rule> harm, List<Rule> pressure, List<Rule> good) {

    /** @throws IllegalStateException for a file that is missing or cannot be understood: the program must not start */
    static RuleBook in(String language) {
        String name = "/words/" + language + ".yaml";
        try (InputStream file = RuleBook.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return of(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(file)));
        } catch (IOException problem) {
            throw new UncheckedIOException(name + " cannot be read", problem);
        } catch (IllegalArgumentException | NullPointerException problem) {
            throw new IllegalStateException(name + ": " + problem.getMessage(), problem);
        }
    }

    private static RuleBook of(Map<String, Object> all) {
        var whole = new LinkedHashMap<String, List<String>>();
        map(all.get("short-forms"))
                .forEach((word, plain) ->
                        whole.put(word, List.of(plain.toString().split(" "))));
        var endings = new LinkedHashMap<String, String>();
        map(all.get("short-endings")).forEach((ending, word) -> endings.put(ending, word.toString()));
        var lists = new LinkedHashMap<String, List<String>>();
        map(all.get("lists"))
                .forEach((list, words) ->
                        lists.put(list, List.of(words.toString().split("\\s+"))));
        return new RuleBook(
                new Sentence.ShortForms(whole, endings),
                rules(all, "harm", lists),
                rules(all, "pressure", lists),
                rules(all, "good", lists));
    }

    private static List<Rule> rules(Map<String, Object> all, String group, Map<String, List<String>> lists) {
        return list(all.get(group)).stream()
                .map(RuleBook::map)
                .map(entry -> new Rule(
                        text(entry, "id"),
                        text(entry, "name"),
                        phrases(entry, "says", lists),
                        phrases(entry, "unless", lists),
                        Boolean.TRUE.equals(entry.get("only-questions")),
                        text(entry, "reason"),
                        text(entry, "piece"),
                        text(entry, "frame")))
                .toList();
    }

    private static List<Phrase> phrases(Map<String, Object> entry, String field, Map<String, List<String>> lists) {
        return list(entry.get(field)).stream()
                .map(written -> new Phrase(written.toString(), lists))
                .toList();
    }

    private static String text(Map<String, Object> entry, String field) {
        return Objects.requireNonNullElse(entry.get(field), "").toString().strip();
    }

    @SuppressWarnings("unchecked") // YAML gives maps with text keys here; anything else fails loudly at the first get
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value, "a block is missing");
    }

    @SuppressWarnings("unchecked") // as above
    private static List<Object> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
