package app.ajar.guide;

import java.util.List;

/** A pitfall to read or to put on a card. Before and after are plain text with their quotation marks. */
public record PitfallView(
        String slug,
        String title,
        String summary,
        SafeHtml soundsLike,
        SafeHtml why,
        SafeHtml advice,
        String before,
        String after,
        SafeHtml caution,
        List<Link> prompts,
        List<EvidenceView> evidence) {}
