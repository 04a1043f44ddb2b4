package app.ajar.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The kinds of piece, and what the front matter and the body of each may hold. A part is named here by its key; the
 * heading it stands under in a pack is the app's own word for it in that language ({@code guide.<kind>.<part>}).
 */
enum Kind {
    SECTION(
            "section",
            Set.of("part", "lead"),
            Set.of("path", "note"),
            Map.of("barriers", "barrier", "pitfalls", "pitfall", "exercises", "exercise", "evidence", "evidence"),
            List.of(),
            List.of()),
    BARRIER(
            "barrier",
            Set.of("signs"),
            Set.of("note"),
            Map.of("prompts", "prompt", "pitfalls", "pitfall", "evidence", "evidence"),
            List.of("sounds-like", "protecting", "helps", "worse", "one-thing"),
            List.of()),
    PROMPT(
            "prompt",
            Set.of("group", "card"),
            Set.of(),
            Map.of("suits", "barrier", "evidence", "evidence"),
            List.of("say", "softer", "shorter", "why", "when", "answers"),
            List.of()),
    PITFALL(
            "pitfall",
            Set.of(),
            Set.of(),
            Map.of("prompts", "prompt", "evidence", "evidence"),
            List.of("sounds-like", "why", "instead"),
            List.of("caution")),
    EXERCISE(
            "exercise",
            Set.of("form", "items"),
            Set.of("columns", "note"),
            Map.of("evidence", "evidence"),
            List.of(),
            List.of()),
    EVIDENCE("evidence", Set.of("cite", "limits"), Set.of(), Map.of(), List.of(), List.of());

    /** The one part of a kind whose body is not split at headings. */
    static final String WHOLE_BODY = "body";

    private static final Set<String> COMMON = Set.of("kind", "slug", "title", "covers", "order", "summary");

    private final String word;
    private final Set<String> required;
    private final Set<String> optional;
    private final Map<String, String> relations;
    private final List<String> parts;
    private final List<String> optionalParts;

    Kind(
            String word,
            Set<String> required,
            Set<String> optional,
            Map<String, String> relations,
            List<String> parts,
            List<String> optionalParts) {
        this.word = word;
        this.required = required;
        this.optional = optional;
        this.relations = relations;
        this.parts = parts;
        this.optionalParts = optionalParts;
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    Set<String> requiredFields() {
        var all = new TreeSet<>(COMMON);
        all.addAll(required);
        return all;
    }

    Set<String> knownFields() {
        Set<String> all = requiredFields();
        all.addAll(optional);
        all.addAll(relations.keySet());
        return all;
    }

    /** Field name to the kind it points at. */
    Map<String, String> relations() {
        return relations;
    }

    boolean hasParts() {
        return !parts.isEmpty();
    }

    List<String> requiredParts() {
        return parts;
    }

    List<String> knownParts() {
        return java.util.stream.Stream.concat(parts.stream(), optionalParts.stream())
                .toList();
    }
}
