package app.ajar.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The lines of help by country, from {@code safety/helplines.yaml}. Only the two best grades of evidence are shown, and
 * nothing that was last checked more than six months ago, except emergency numbers.
 */
@Component
class Helplines {

    static final int MONTHS_TO_TRUST = 6;

    private static final Set<String> GRADES_SHOWN = Set.of("operator-or-press", "several-lists");
    private static final List<String> KIND_ORDER =
            List.of("emergency", "domestic-abuse", "crisis-suicide", "men", "lgbt", "relationship-support");

    /** The lines of one country, emergency first. */
    record Country(String code, String name, Optional<Helpline> emergency, List<Helpline> lines) {}

    /** A directory that covers many countries. */
    record Directory(String name, String web, String use) {}

    private record Entry(String country, Helpline line, LocalDate checked) {}

    private final Clock clock;
    private final LocalDate compiled;
    private final List<Directory> directories;
    private final List<Entry> entries;

    Helplines(Clock clock) {
        this.clock = clock;
        try (InputStream file = new ClassPathResource("safety/helplines.yaml").getInputStream()) {
            Map<String, Object> all = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
            this.compiled = LocalDate.parse(text(map(all.get("meta")), "compiled"));
            this.directories = list(all.get("international")).stream()
                    .map(Helplines::map)
                    .map(entry -> new Directory(text(entry, "name"), text(entry, "web"), text(entry, "use")))
                    .toList();
            this.entries = list(all.get("lines")).stream()
                    .map(Helplines::map)
                    .filter(entry -> GRADES_SHOWN.contains(text(entry, "evidence")))
                    .map(this::entry)
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException("safety/helplines.yaml cannot be read", problem);
        }
    }

    /** The day the list was put together. */
    LocalDate compiled() {
        return compiled;
    }

    List<Directory> directories() {
        return directories;
    }

    /** Every country with something to show, by its name in the reader's language and in its order. */
    List<Country> countries(Locale locale) {
        LocalDate oldest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusMonths(MONTHS_TO_TRUST);
        Map<String, List<Helpline>> byCountry = entries.stream()
                .filter(entry -> isEmergency(entry.line()) || !entry.checked().isBefore(oldest))
                .collect(Collectors.groupingBy(Entry::country, Collectors.mapping(Entry::line, Collectors.toList())));
        return byCountry.entrySet().stream()
                .map(country -> new Country(
                        country.getKey(),
                        new Locale.Builder().setRegion(country.getKey()).build().getDisplayCountry(locale),
                        country.getValue().stream()
                                .filter(Helplines::isEmergency)
                                .findFirst(),
                        country.getValue().stream()
                                .filter(line -> !isEmergency(line))
                                .sorted(Comparator.comparingInt(line -> KIND_ORDER.indexOf(line.kind())))
                                .toList()))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(locale)))
                .toList();
    }

    private static boolean isEmergency(Helpline line) {
        return line.kind().equals("emergency");
    }

    private Entry entry(Map<String, Object> entry) {
        Object checked = entry.get("human_checked");
        return new Entry(
                text(entry, "country"),
                new Helpline(
                        text(entry, "name"),
                        text(entry, "kind"),
                        optional(entry, "phone"),
                        optional(entry, "text"),
                        optional(entry, "web"),
                        optional(entry, "hours"),
                        list(entry.get("languages")).stream()
                                .map(String::valueOf)
                                .toList(),
                        text(entry, "audience")),
                checked == null ? compiled : LocalDate.parse(checked.toString()));
    }

    private static String text(Map<String, Object> entry, String field) {
        return Objects.requireNonNull(entry.get(field), () -> "helplines.yaml: an entry has no " + field)
                .toString();
    }

    private static @Nullable String optional(Map<String, Object> entry, String field) {
        Object value = entry.get(field);
        return value == null ? null : value.toString();
    }

    @SuppressWarnings("unchecked") // YAML gives maps with text keys here; anything else fails loudly at the first get
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value, "helplines.yaml: a block is missing");
    }

    @SuppressWarnings("unchecked") // as above
    private static List<Object> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
