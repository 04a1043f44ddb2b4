package app.ajar.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the guide with everything that stands on it, ready to print into a template.
 *
 * @param part understand, words, own or site
 * @param number its place within the part, from 1
 * @param closing the text below the pieces the page shows; empty on most pages
 * @param minutes a reading time, to the nearest minute and at least one
 */
public record SectionView(
        String slug,
        String path,
        String part,
        int number,
        String title,
        String summary,
        String lead,
        SafeHtml body,
        SafeHtml closing,
        List<Link> places,
        @Nullable String noteQuestion,
        List<BarrierView> barriers,
        List<PitfallView> pitfalls,
        List<ExerciseView> exercises,
        List<EvidenceView> evidence,
        int minutes) {

    /** The names used in the page's own navigation: its headings, or the pieces it shows where it has those. */
    public List<Link> contents() {
        if (!barriers.isEmpty()) {
            return barriers.stream()
                    .map(barrier -> new Link(barrier.title(), "#" + barrier.slug()))
                    .toList();
        }
        if (!pitfalls.isEmpty()) {
            return pitfalls.stream()
                    .map(pitfall -> new Link(pitfall.title(), "#" + pitfall.slug()))
                    .toList();
        }
        return places;
    }
}
