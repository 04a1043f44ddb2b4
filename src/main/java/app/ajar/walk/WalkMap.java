package app.ajar.walk;

import app.ajar.guide.BarrierView;
import app.ajar.guide.Edition;
import app.ajar.walk.Question.Lean;
import app.ajar.walk.Question.Option;
import app.ajar.walk.Question.SignPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The questions and what each answer leads to, from {@code walk/en.yaml}. Immutable. */
@Component
class WalkMap {

    /** The answer that every question has, and that leads to nothing. */
    static final String UNSURE = "unsure";

    /**
     * A place in the plan for one prompt.
     *
     * @param groups which prompts may stand there
     * @param otherwise the prompt that stands there when no answer speaks for another
     */
    record Place(Set<String> groups, String otherwise) {}

    /** A sign that the edition has, with the barrier it speaks for. */
    record Heard(String id, String key, String barrier, BarrierView.Sign sign) {}

    private final List<Question> questions;
    private final List<Place> talk;
    private final List<Place> rest;
    private final Map<String, Set<String>> onlyAfter;
    private final String pitfall;
    private final String pitfallAtRest;

    WalkMap() {
        try (InputStream file = new ClassPathResource("walk/en.yaml").getInputStream()) {
            Map<String, Object> all = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
            questions = list(all.get("questions")).stream()
                    .map(WalkMap::map)
                    .map(WalkMap::question)
                    .toList();
            Map<String, Object> places = map(all.get("places"));
            talk = places(places.get("talk"));
            rest = places(places.get("rest"));
            onlyAfter = map(all.get("only-after")).entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> texts(entry.getValue())));
            pitfall = String.valueOf(all.get("pitfall"));
            pitfallAtRest = String.valueOf(all.get("pitfall-at-rest"));
        } catch (IOException problem) {
            throw new UncheckedIOException("walk/en.yaml cannot be read", problem);
        }
    }

    List<Question> questions() {
        return questions;
    }

    Stream<Option> options() {
        return questions.stream().flatMap(question -> question.options().stream());
    }

    Stream<SignPlace> signs() {
        return questions.stream().flatMap(question -> question.signs().stream());
    }

    /** The signs to ask about, in order. One that the edition no longer has is left out. */
    List<Heard> heard(Edition edition) {
        Map<String, BarrierView> barriers =
                edition.barriers().stream().collect(Collectors.toMap(BarrierView::slug, barrier -> barrier));
        return signs().filter(place -> barriers.containsKey(place.barrier()))
                .flatMap(place -> barriers.get(place.barrier()).signs().stream()
                        .filter(sign -> sign.text().equals(place.text()))
                        .limit(1)
                        .map(sign -> new Heard(place.id(), place.key(), place.barrier(), sign)))
                .toList();
    }

    List<Place> places(boolean resting) {
        return resting ? rest : talk;
    }

    /** Answers of which one must be given before a prompt can be true; empty for a prompt that is never untrue. */
    Set<String> onlyAfter(String prompt) {
        return onlyAfter.getOrDefault(prompt, Set.of());
    }

    Map<String, Set<String>> onlyAfter() {
        return onlyAfter;
    }

    /** The slug of the pitfall for a plan that rests on nothing. */
    String pitfall() {
        return pitfall;
    }

    /** The slug of the pitfall for a no that is settled. */
    String pitfallAtRest() {
        return pitfallAtRest;
    }

    private static Question question(Map<String, Object> entry) {
        String name = String.valueOf(entry.get("name"));
        return new Question(
                name,
                is(entry, "several"),
                list(entry.get("options")).stream()
                        .map(WalkMap::map)
                        .map(option -> option(name, option))
                        .toList(),
                list(entry.get("signs")).stream()
                        .map(WalkMap::map)
                        .map(sign -> new SignPlace(
                                name + "." + sign.get("key"),
                                String.valueOf(sign.get("key")),
                                String.valueOf(sign.get("barrier")),
                                String.valueOf(sign.get("sign"))))
                        .toList());
    }

    private static Option option(String question, Map<String, Object> entry) {
        String key = String.valueOf(entry.get("key"));
        String barrier = text(entry, "barrier");
        return new Option(
                question + "." + key,
                key,
                barrier == null ? null : new Lean(barrier, Integer.parseInt(String.valueOf(entry.get("weight")))),
                text(entry, "pitfall"),
                texts(entry.get("prompts")),
                text(entry, "moment"),
                is(entry, "fear"),
                is(entry, "road"),
                is(entry, "rest"),
                is(entry, "first"));
    }

    private static List<Place> places(@Nullable Object entries) {
        return list(entries).stream()
                .map(WalkMap::map)
                .map(entry -> new Place(texts(entry.get("groups")), String.valueOf(entry.get("otherwise"))))
                .toList();
    }

    private static @Nullable String text(Map<String, Object> entry, String name) {
        Object value = entry.get(name);
        return value == null ? null : value.toString();
    }

    private static boolean is(Map<String, Object> entry, String name) {
        return Boolean.TRUE.equals(entry.get(name));
    }

    private static Set<String> texts(@Nullable Object value) {
        return list(value).stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
