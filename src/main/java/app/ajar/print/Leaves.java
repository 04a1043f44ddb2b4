package app.ajar.print;

import app.ajar.guide.Edition;
import app.ajar.guide.ExerciseView;
import app.ajar.guide.SectionView;
import app.ajar.print.Leaf.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The whole sheets that can be printed, as the guide has them. */
@Component
class Leaves {

    /** Words of the reader's, from another page of the site: a plan, or a summary of notes. */
    static final String PLAN = "plan";

    /** More cannot stand on a page however small. It stays in one piece, to be cut down. */
    static final int MOST_IN_A_PLAN = 6_000;

    private final MessageSource messages;

    Leaves(MessageSource messages) {
        this.messages = messages;
    }

    /** All sheets of an edition, in the order of the form. A plan is among them if the form brings one. */
    List<Leaf> of(Edition edition, Fields fields, Locale locale) {
        Stream<Optional<Leaf>> all = Stream.of(
                exercise(edition, "check-in-together"),
                exercise(edition, "check-in-solo"),
                pad(edition, "check-in-together", "pad-together", locale),
                pad(edition, "check-in-solo", "pad-solo", locale),
                exercise(edition, "limits-sheet"),
                exercise(edition, "control-map"),
                exercise(edition, "both-are-true"),
                exercise(edition, "if-then-plan"),
                exercise(edition, "first-visit-questions"),
                edition.section("/for-them").map(section -> leaflet(section, locale)),
                plan(fields, locale));
        return all.flatMap(Optional::stream).toList();
    }

    private static Optional<Leaf> exercise(Edition edition, String slug) {
        return Optional.ofNullable(edition.exercises().get(slug)).map(exercise -> {
            Layout layout = switch (exercise.form()) {
                case "columns" -> Layout.PAIRS;
                case "checklist" -> Layout.TICKS;
                default -> Layout.ROWS;
            };
            boolean agenda = exercise.form().equals("agenda");
            return new Leaf(
                    slug,
                    layout,
                    exercise.title(),
                    orBlank(exercise.leftHeading()),
                    orBlank(exercise.rightHeading()),
                    exercise.items().stream()
                            .map(item -> part(item, layout, agenda))
                            .toList(),
                    agenda);
        });
    }

    /** Steps and checks have a name and a hint; lines and pairs have their words alone. */
    private static Part part(ExerciseView.Item item, Layout layout, boolean agenda) {
        boolean named = agenda || layout == Layout.TICKS;
        return named
                ? new Part(item.text(), orBlank(item.hint()), "", item.lines())
                : new Part("", item.text(), orBlank(item.other()), item.lines());
    }

    /** The steps of a check-in four times over, a week in each quarter of the page. */
    private Optional<Leaf> pad(Edition edition, String from, String slug, Locale locale) {
        return Optional.ofNullable(edition.exercises().get(from))
                .map(exercise -> new Leaf(
                        slug,
                        Layout.PAD,
                        messages.getMessage("print.sheet." + slug, null, locale),
                        "",
                        "",
                        exercise.items().stream()
                                .map(item -> new Part(withoutMinutes(item.text()), "", "", 1))
                                .toList(),
                        true));
    }

    private static String withoutMinutes(String step) {
        return step.replaceAll(" \\([^)]*\\)$", "");
    }

    private Leaf leaflet(SectionView section, Locale locale) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("", section.lead(), "", 0));
        parts.addAll(Leaflet.parts(section.body(), messages.getMessage("print.leaflet.safety", null, locale)));
        return new Leaf("for-them", Layout.TEXT, section.title(), "", "", parts, false);
    }

    /** Blocks with blank lines between. The first line of each is its heading, unless it is the only one. */
    private Optional<Leaf> plan(Fields fields, Locale locale) {
        return fields.words(PLAN).filter(text -> !text.isBlank()).map(text -> {
            List<Part> parts = text.length() > MOST_IN_A_PLAN
                    ? List.of(new Part("", text, "", 0))
                    : Stream.of(text.split("\n\n"))
                            .map(Leaves::block)
                            .filter(part -> !part.isBlank())
                            .toList();
            String title = messages.getMessage("print.sheet.plan", null, locale);
            return new Leaf(PLAN, Layout.TEXT, title, "", "", parts, false);
        });
    }

    private static Part block(String block) {
        String[] both = block.strip().split("\n", 2);
        return both.length == 2 ? new Part(both[0].strip(), both[1].strip(), "", 0) : new Part("", both[0], "", 0);
    }

    private static String orBlank(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
