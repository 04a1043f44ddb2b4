package app.ajar.print;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** What a form brought: the fields of a print request, read carefully. It lives as long as one request. */
final class Fields {

    private final MultiValueMap<String, String> fields;

    Fields(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The last one wins: a button that names a field comes after the one that was shown. */
    Optional<String> last(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    Set<String> ticked(String name) {
        return Set.copyOf(all(name));
    }

    int number(String name, int otherwise) {
        return last(name)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    /** Words a person typed, ready for paper; empty if the form had no such field. */
    Optional<String> words(String name) {
        return last(name).map(Fields::clean);
    }

    /** One form for every letter, plain line ends, and nothing that has no shape on paper. */
    static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\r\\n?|[\\u2028\\u2029]", "\n")
                .replaceAll("[\\t\\u2000-\\u200a\\u202f\\u205f\\u3000]", " ")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}&&[^\\n]]", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    @Override
    public String toString() {
        return "Fields[…]";
    }
}
