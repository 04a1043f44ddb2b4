package app.ajar.guide;

import java.util.List;

/**
 * A part of the guide with its pages in reading order.
 *
 * @param key understand, words or own
 */
public record PartView(String key, List<SectionView> sections) {

    public int minutes() {
        return sections.stream().mapToInt(SectionView::minutes).sum();
    }

    /** Where the part begins for a reader who comes by its name: its first page that is not about safety. */
    public SectionView first() {
        return sections.stream()
                .filter(section -> !section.path().equals("/safety"))
                .findFirst()
                .orElseThrow();
    }
}
