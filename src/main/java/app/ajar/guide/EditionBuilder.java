package app.ajar.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads every piece of a language from the store and renders it once, into an {@link Edition}. */
@Component
class EditionBuilder {

    private static final String PROMPTS = "/prompts";
    private static final String BREAK = "\n***\n";
    private static final int WORDS_A_MINUTE = 200;
    private static final List<String> PART_ORDER = List.of("understand", "words", "own", "site");
    static final List<String> GROUP_ORDER =
            List.of("to-open", "to-ask", "to-listen", "to-own", "if-it-heats-up", "if-it-is-no");

    private final PieceRepository pieces;
    private final Markdown markdown;

    EditionBuilder(PieceRepository pieces, Markdown markdown) {
        this.pieces = pieces;
        this.markdown = markdown;
    }

    @Transactional(readOnly = true)
    public Edition build(String language) {
        List<Piece> all = pieces.findByLanguage(language).stream()
                .sorted(Comparator.comparingInt(Piece::place).thenComparing(Piece::slug))
                .toList();
        List<Section> sections = only(all, Section.class).stream()
                .sorted(Comparator.comparingInt(section -> PART_ORDER.indexOf(section.inPart())))
                .toList();
        Map<Piece, Link> links = links(all, sections);

        // Their page shows what to say; all else about a prompt is folded away.
        int promptWords = only(all, Prompt.class).stream()
                .mapToInt(prompt -> words(prompt.title()) + words(prompt.part("say")))
                .sum();
        var numbers = new HashMap<String, Integer>();
        var sectionViews = new ArrayList<SectionView>();
        for (Section section : sections) {
            int number = numbers.merge(section.inPart(), 1, Integer::sum);
            sectionViews.add(view(section, number, promptWords, links));
        }
        var groups = new LinkedHashMap<String, List<PromptView>>();
        GROUP_ORDER.forEach(group -> groups.put(group, new ArrayList<>()));
        for (Prompt prompt : only(all, Prompt.class)) {
            groups.computeIfAbsent(prompt.purpose(), group -> new ArrayList<>()).add(view(prompt, links));
        }
        return new Edition(
                language,
                sectionViews,
                groups.entrySet().stream()
                        .filter(group -> !group.getValue().isEmpty())
                        .map(group -> new PromptGroup(group.getKey(), List.copyOf(group.getValue())))
                        .toList(),
                only(all, Pitfall.class).stream()
                        .map(pitfall -> view(pitfall, links, new HashSet<>()))
                        .toList(),
                only(all, EvidenceNote.class).stream().map(this::view).toList());
    }

    /** Where each piece stands: on the first page that shows it. */
    private static Map<Piece, Link> links(List<Piece> all, List<Section> sections) {
        var links = new HashMap<Piece, Link>();
        for (Section section : sections) {
            links.put(section, new Link(section.title(), section.path()));
            var shown = new ArrayList<Piece>(section.barriers());
            shown.addAll(section.pitfalls());
            shown.addAll(section.exercises());
            shown.forEach(
                    piece -> links.putIfAbsent(piece, new Link(piece.title(), section.path() + "#" + piece.slug())));
        }
        for (Piece piece : all) {
            if (piece.kind() == Kind.PROMPT) {
                links.put(piece, new Link(piece.title(), PROMPTS + "#" + piece.slug()));
            } else if (piece.kind() == Kind.EVIDENCE) {
                links.put(piece, new Link(piece.title(), "/evidence#" + piece.slug()));
            }
        }
        return links;
    }

    /** @param prompts how many words all prompts have, as they stand on a page of their own */
    private SectionView view(Section section, int number, int prompts, Map<Piece, Link> links) {
        String body = section.part(Kind.WHOLE_BODY);
        // A page says each finding once, beside the first text that rests on it.
        var shown = new HashSet<EvidenceNote>();
        List<EvidenceView> evidence = evidence(section, shown);
        List<BarrierView> barriers = section.barriers().stream()
                .map(barrier -> view(barrier, links, shown))
                .toList();
        List<PitfallView> pitfalls = section.pitfalls().stream()
                .map(pitfall -> view(pitfall, links, shown))
                .toList();
        List<ExerciseView> exercises = section.exercises().stream()
                .map(exercise -> view(exercise, shown))
                .toList();
        int words = words(body)
                + section.barriers().stream().mapToInt(EditionBuilder::words).sum()
                + section.pitfalls().stream().mapToInt(EditionBuilder::words).sum()
                + section.exercises().stream().mapToInt(EditionBuilder::words).sum()
                + (section.path().equals(PROMPTS) ? prompts : 0);
        return new SectionView(
                section.slug(),
                section.path(),
                section.inPart(),
                number,
                section.title(),
                section.summary(),
                section.lead(),
                markdown.toHtml(beforeBreak(body)),
                markdown.toHtml(afterBreak(body)),
                markdown.places(body).stream()
                        .map(place -> new Link(place.title(), "#" + place.id()))
                        .toList(),
                section.noteQuestion().orElse(null),
                barriers,
                pitfalls,
                exercises,
                evidence,
                Math.max(1, Math.round((float) words / WORDS_A_MINUTE)));
    }

    private BarrierView view(Barrier barrier, Map<Piece, Link> links, Set<EvidenceNote> shown) {
        return new BarrierView(
                barrier.slug(),
                barrier.title(),
                html(barrier, "sounds-like"),
                html(barrier, "protecting"),
                html(barrier, "helps"),
                html(barrier, "worse"),
                html(barrier, "one-thing"),
                barrier.noteQuestion().orElse(""),
                barrier.signs().stream()
                        .map(sign -> new BarrierView.Sign(sign.said(), Typography.curly(sign.text()), sign.weight()))
                        .toList(),
                barrier.prompts().stream().map(links::get).toList(),
                barrier.pitfalls().stream().map(links::get).toList(),
                evidence(barrier, shown));
    }

    private PromptView view(Prompt prompt, Map<Piece, Link> links) {
        return new PromptView(
                prompt.slug(),
                prompt.title(),
                prompt.purpose(),
                PlainText.sayings(prompt.part("say")).get(0),
                PlainText.sayings(prompt.part("softer")).get(0),
                PlainText.sayings(prompt.part("shorter")).get(0),
                html(prompt, "why"),
                html(prompt, "when"),
                PlainText.exchanges(prompt.part("answers")).stream()
                        .map(pair -> new PromptView.Exchange(pair.first(), pair.second()))
                        .toList(),
                prompt.cardLine(),
                prompt.suits().stream().map(links::get).toList(),
                evidence(prompt, new HashSet<>()));
    }

    private PitfallView view(Pitfall pitfall, Map<Piece, Link> links, Set<EvidenceNote> shown) {
        PlainText.Pair pair = PlainText.beforeAfter(pitfall.part("instead")).orElse(new PlainText.Pair("", ""));
        return new PitfallView(
                pitfall.slug(),
                pitfall.title(),
                pitfall.summary(),
                html(pitfall, "sounds-like"),
                html(pitfall, "why"),
                markdown.toHtml(PlainText.withoutBeforeAfter(pitfall.part("instead"))),
                pair.first(),
                pair.second(),
                html(pitfall, "caution"),
                pitfall.prompts().stream().map(links::get).toList(),
                evidence(pitfall, shown));
    }

    private ExerciseView view(Exercise exercise, Set<EvidenceNote> shown) {
        return new ExerciseView(
                exercise.slug(),
                exercise.title(),
                exercise.form(),
                html(exercise, Kind.WHOLE_BODY),
                curly(exercise.leftHeading()),
                curly(exercise.rightHeading()),
                exercise.items().stream()
                        .map(item -> new ExerciseView.Item(
                                Typography.curly(item.text()),
                                curly(item.other()),
                                curly(item.hint()),
                                curly(item.cost()),
                                curly(item.duration()),
                                curly(item.offer()),
                                item.lines()))
                        .toList(),
                exercise.noteQuestion().orElse(null),
                evidence(exercise, shown));
    }

    private EvidenceView view(EvidenceNote note) {
        return new EvidenceView(
                note.slug(),
                note.title(),
                note.summary(),
                html(note, Kind.WHOLE_BODY),
                markdown.toInlineHtml(note.citation()),
                note.limits());
    }

    private List<EvidenceView> evidence(Piece piece, Set<EvidenceNote> shown) {
        return piece.evidence().stream().filter(shown::add).map(this::view).toList();
    }

    private SafeHtml html(Piece piece, String part) {
        return markdown.toHtml(piece.part(part));
    }

    /** A line of three stars in a section says: here stand the pieces that this page shows. */
    private static String beforeBreak(String body) {
        int at = body.indexOf(BREAK);
        return at < 0 ? body : body.substring(0, at);
    }

    private static String afterBreak(String body) {
        int at = body.indexOf(BREAK);
        return at < 0 ? "" : body.substring(at + BREAK.length());
    }

    private static @Nullable String curly(@Nullable String text) {
        return text == null ? null : Typography.curly(text);
    }

    private static int words(Piece piece) {
        return piece.kind().knownParts().stream()
                        .mapToInt(part -> words(piece.part(part)))
                        .sum()
                + words(piece.part(Kind.WHOLE_BODY));
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.trim().split("\\s+").length;
    }

    private static <T extends Piece> List<T> only(List<Piece> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
