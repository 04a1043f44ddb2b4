package app.ajar.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The guide as it is published at one moment, in one language: immutable, held in memory, shared by all requests.
 */
public final class Edition {

    private final String language;
    private final List<PartView> parts;
    private final List<SectionView> sitePages;
    private final Map<String, SectionView> byPath = new HashMap<>();
    private final List<PromptGroup> promptGroups;
    private final List<PitfallView> pitfalls;
    private final List<EvidenceView> evidence;
    private final List<SectionView> readingOrder = new ArrayList<>();

    Edition(
            String language,
            List<SectionView> sections,
            List<PromptGroup> promptGroups,
            List<PitfallView> pitfalls,
            List<EvidenceView> evidence) {
        this.language = language;
        this.promptGroups = List.copyOf(promptGroups);
        this.pitfalls = List.copyOf(pitfalls);
        this.evidence = List.copyOf(evidence);
        sections.forEach(section -> byPath.put(section.path(), section));
        this.parts = List.of("understand", "words", "own").stream()
                .map(key -> new PartView(
                        key,
                        sections.stream()
                                .filter(section -> section.part().equals(key))
                                .toList()))
                .filter(part -> !part.sections().isEmpty())
                .toList();
        this.sitePages = sections.stream()
                .filter(section -> section.part().equals("site"))
                .toList();
        parts.forEach(part -> readingOrder.addAll(part.sections()));
    }

    public String language() {
        return language;
    }

    /** The three parts a reader goes through, in order. */
    public List<PartView> parts() {
        return parts;
    }

    /** The part a page belongs to; empty for pages about the site. */
    public Optional<PartView> partOf(SectionView section) {
        return parts.stream().filter(part -> part.key().equals(section.part())).findFirst();
    }

    /** Pages about the site itself. */
    public List<SectionView> sitePages() {
        return sitePages;
    }

    /** @param path such as {@code /guide/my-limits} or {@code /safety} */
    public Optional<SectionView> section(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /**
     * The page that an exercise stands on.
     *
     * @param exercise its slug
     */
    public Optional<SectionView> sectionWith(String exercise) {
        return byPath.values().stream()
                .filter(section ->
                        section.exercises().stream().anyMatch(one -> one.slug().equals(exercise)))
                .findFirst();
    }

    /** The page after this one in reading order; empty after the last. */
    public Optional<SectionView> after(SectionView section) {
        int place = readingOrder.indexOf(section);
        return place < 0 || place + 1 == readingOrder.size()
                ? Optional.empty()
                : Optional.of(readingOrder.get(place + 1));
    }

    public List<PromptGroup> promptGroups() {
        return promptGroups;
    }

    public int promptCount() {
        return promptGroups.stream().mapToInt(group -> group.prompts().size()).sum();
    }

    public Optional<PromptView> prompt(String slug) {
        return promptGroups.stream()
                .flatMap(group -> group.prompts().stream())
                .filter(prompt -> prompt.slug().equals(slug))
                .findFirst();
    }

    /** Every barrier, in reading order. */
    public List<BarrierView> barriers() {
        var barriers = new LinkedHashMap<String, BarrierView>();
        readingOrder.forEach(
                section -> section.barriers().forEach(barrier -> barriers.putIfAbsent(barrier.slug(), barrier)));
        return List.copyOf(barriers.values());
    }

    public List<PitfallView> pitfalls() {
        return pitfalls;
    }

    public List<EvidenceView> evidence() {
        return evidence;
    }

    /** Every exercise, by slug. */
    public Map<String, ExerciseView> exercises() {
        return byPath.values().stream()
                .flatMap(section -> section.exercises().stream())
                .collect(Collectors.toMap(ExerciseView::slug, exercise -> exercise, (one, same) -> one));
    }
}
