package app.ajar.print;

import app.ajar.guide.Edition;
import app.ajar.guide.ExerciseView;
import app.ajar.guide.PitfallView;
import app.ajar.guide.PromptView;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** What a reader picked for paper, in the order of the guide. It lives as long as one request. */
record Picks(List<PromptView> prompts, List<PitfallView> pitfalls, List<ExerciseView> checkIns, PaperForm form) {

    /** Eight pages of cards; a bound on the work of one request. */
    static final int MOST_CARDS = 64;

    static final Picks NONE = new Picks(List.of(), List.of(), List.of(), PaperForm.CARDS);

    private static final List<String> CHECK_INS = List.of("check-in-together", "check-in-solo");

    /** What the guide does not know is left out without a word: a piece may have gone since the page was opened. */
    static Picks of(Edition edition, MultiValueMap<String, String> fields) {
        Set<String> prompts = ticked(fields, "prompt");
        Set<String> pitfalls = ticked(fields, "pitfall");
        Set<String> sheets = ticked(fields, "sheet");
        return new Picks(
                edition.promptGroups().stream()
                        .flatMap(group -> group.prompts().stream())
                        .filter(prompt -> prompts.contains(prompt.slug()))
                        .toList(),
                edition.pitfalls().stream()
                        .filter(pitfall -> pitfalls.contains(pitfall.slug()))
                        .toList(),
                checkInsOf(edition).stream()
                        .filter(sheet -> sheets.contains(sheet.slug()))
                        .toList(),
                form(fields));
    }

    /** The check-ins that this edition has. */
    static List<ExerciseView> checkInsOf(Edition edition) {
        return CHECK_INS.stream()
                .map(edition.exercises()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The last one wins: on the preview, a button that names another form comes after the form that was shown. */
    private static PaperForm form(MultiValueMap<String, String> fields) {
        return fields.getOrDefault("form", List.of()).stream()
                .flatMap(key -> PaperForm.of(key).stream())
                .reduce(PaperForm.CARDS, (earlier, later) -> later);
    }

    private static Set<String> ticked(MultiValueMap<String, String> fields, String name) {
        return Set.copyOf(fields.getOrDefault(name, List.of()));
    }

    boolean isEmpty() {
        return prompts.isEmpty() && pitfalls.isEmpty() && checkIns.isEmpty();
    }

    /** Whether a prompt, a pitfall or a check-in is among them. */
    public boolean has(Object piece) {
        return prompts.contains(piece) || pitfalls.contains(piece) || checkIns.contains(piece);
    }

    /** Whether more was picked than there is room for. */
    public boolean tooMany() {
        return prompts.size() + pitfalls.size() > MOST_CARDS;
    }

    public List<Card> cards() {
        return Stream.concat(prompts.stream().map(Card::of), pitfalls.stream().map(Card::of))
                .limit(MOST_CARDS)
                .toList();
    }
}
