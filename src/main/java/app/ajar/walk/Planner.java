package app.ajar.walk;

import app.ajar.guide.BarrierView;
import app.ajar.guide.Edition;
import app.ajar.guide.Link;
import app.ajar.guide.PitfallView;
import app.ajar.guide.PromptView;
import app.ajar.walk.Plan.Guess;
import app.ajar.walk.Plan.Reason;
import app.ajar.walk.Question.Option;
import app.ajar.walk.WalkMap.Heard;
import app.ajar.walk.WalkMap.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules of the walk, the same answers always giving the same plan. Every answer speaks for one barrier at most and
 * never against one, so that one more sign cannot lower what it is a sign of.
 */
final class Planner {

    /** What a reader saw or was told counts for two, what they guess for one. */
    private static final int KNOWN = 2;

    private static final int GUESSED = 1;

    /** What it takes at least to be called most likely, and quite likely: one strong sign, told and guessed. */
    private static final int MOST_LIKELY = 6;

    private static final int QUITE_LIKELY = 3;

    private final WalkMap map;
    private final Edition edition;
    private final Answers answers;
    private final List<Option> given;

    Planner(WalkMap map, Edition edition, Answers answers) {
        this.map = map;
        this.edition = edition;
        this.answers = answers;
        this.given = map.options().filter(option -> answers.has(option.id())).toList();
    }

    Plan plan() {
        if (any(Option::fear)) {
            return Plan.SAFETY;
        }
        boolean resting = any(Option::rest);
        List<Guess> guesses = guesses();
        Optional<PitfallView> tried = tried(resting, guesses);
        return new Plan(
                resting ? "rest" : any(Option::first) ? "first" : "talk",
                guesses,
                prompts(resting, guesses),
                tried.or(() -> closest(resting, guesses)).orElse(null),
                tried.isPresent(),
                moments(),
                resting || any(Option::road));
    }

    /** How much speaks for each barrier. Pieces of the guide that are not there have no score. */
    Map<String, Integer> scores() {
        var scores = new HashMap<String, Integer>();
        for (Heard heard : map.heard(edition)) {
            if (answers.has(heard.id())) {
                scores.merge(heard.barrier(), heard.sign().weight() * worth(heard), Integer::sum);
            }
        }
        for (Option option : given) {
            if (option.lean() != null) {
                scores.merge(option.lean().barrier(), option.lean().weight() * KNOWN, Integer::sum);
            }
        }
        return scores;
    }

    /** Most likely, quite likely or perhaps a little: what a score is worth by itself, and beside the highest one. */
    static int level(int score, int highest) {
        int alone = score >= MOST_LIKELY ? 3 : score >= QUITE_LIKELY ? 2 : 1;
        int beside = score * 3 >= highest * 2 ? 3 : score * 3 >= highest ? 2 : 1;
        return Math.min(alone, beside);
    }

    private List<Guess> guesses() {
        Map<String, Integer> scores = scores();
        List<BarrierView> ranked = edition.barriers().stream()
                .filter(barrier -> scores.containsKey(barrier.slug()))
                .sorted(Comparator.comparing((BarrierView barrier) -> -scores.get(barrier.slug())))
                .limit(Plan.MOST_GUESSES)
                .toList();
        int highest = ranked.isEmpty() ? 0 : scores.get(ranked.get(0).slug());
        return ranked.stream()
                .map(barrier -> new Guess(barrier, level(scores.get(barrier.slug()), highest), reasons(barrier)))
                .toList();
    }

    private List<Reason> reasons(BarrierView barrier) {
        var reasons = new ArrayList<Reason>();
        for (Heard heard : map.heard(edition)) {
            if (answers.has(heard.id()) && heard.barrier().equals(barrier.slug())) {
                boolean guessed = worth(heard) == GUESSED;
                String key = (heard.sign().said() ? "said" : "did") + (guessed ? "-guess" : "-told");
                reasons.add(new Reason(key, heard.sign().text(), guessed));
            }
        }
        given.stream()
                .filter(option ->
                        option.lean() != null && option.lean().barrier().equals(barrier.slug()))
                .forEach(option -> reasons.add(new Reason(option.words(), "", false)));
        return List.copyOf(reasons.subList(0, Math.min(reasons.size(), Plan.MOST_REASONS)));
    }

    private int worth(Heard heard) {
        return answers.wasTold(heard.id()) ? KNOWN : GUESSED;
    }

    private List<PromptView> prompts(boolean resting, List<Guess> guesses) {
        var chosen = new ArrayList<PromptView>();
        for (Place place : map.places(resting)) {
            edition.promptGroups().stream()
                    .flatMap(group -> group.prompts().stream())
                    .filter(prompt -> place.groups().contains(prompt.group())
                            || prompt.slug().equals(place.otherwise()))
                    .filter(prompt -> !chosen.contains(prompt) && isTrue(prompt))
                    .max(Comparator.comparingInt((PromptView prompt) -> fit(prompt, guesses))
                            .thenComparing(prompt -> prompt.slug().equals(place.otherwise())))
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    private boolean isTrue(PromptView prompt) {
        var only = map.onlyAfter(prompt.slug());
        return only.isEmpty() || only.stream().anyMatch(answers::has);
    }

    /** The likeliest barrier counts most; a prompt that the barrier names counts twice one that only suits it. */
    private int fit(PromptView prompt, List<Guess> guesses) {
        int fit = 0;
        for (int place = 0; place < guesses.size(); place++) {
            BarrierView barrier = guesses.get(place).barrier();
            int weight = Plan.MOST_GUESSES - place;
            fit += leadsTo(barrier.prompts(), prompt.slug()) ? 2 * weight : 0;
            fit += leadsTo(prompt.suits(), barrier.slug()) ? weight : 0;
        }
        long asked = given.stream()
                .filter(option -> option.prompts().contains(prompt.slug()))
                .count();
        return fit + Plan.MOST_GUESSES * (int) asked;
    }

    /** What was tried; of several, the one nearest to the likeliest barrier, then the first in the question's order. */
    private Optional<PitfallView> tried(boolean resting, List<Guess> guesses) {
        List<String> tried = given.stream()
                .map(Option::pitfall)
                .filter(Objects::nonNull)
                .filter(slug -> !resting || slug.equals(map.pitfallAtRest()))
                .toList();
        return guesses.stream()
                .flatMap(guess ->
                        tried.stream().filter(slug -> leadsTo(guess.barrier().pitfalls(), slug)))
                .findFirst()
                .or(() -> tried.stream().findFirst())
                .flatMap(this::pitfall);
    }

    private Optional<PitfallView> closest(boolean resting, List<Guess> guesses) {
        if (resting) {
            return pitfall(map.pitfallAtRest());
        }
        return guesses.stream()
                .flatMap(guess -> guess.barrier().pitfalls().stream().map(Link::slug))
                .findFirst()
                .or(() -> Optional.of(map.pitfall()))
                .flatMap(this::pitfall);
    }

    private Optional<PitfallView> pitfall(String slug) {
        return edition.pitfalls().stream()
                .filter(pitfall -> pitfall.slug().equals(slug))
                .findFirst();
    }

    /** The general line, and at most one more for how it went, or how things are. */
    private List<String> moments() {
        var moments = new ArrayList<String>(List.of("general"));
        given.stream().map(Option::moment).filter(Objects::nonNull).findFirst().ifPresent(moments::add);
        return moments;
    }

    private boolean any(Predicate<Option> flag) {
        return given.stream().anyMatch(flag);
    }

    private static boolean leadsTo(List<Link> links, String slug) {
        return links.stream().anyMatch(link -> link.slug().equals(slug));
    }
}
