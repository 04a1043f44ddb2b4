package app.ajar.guide;

import java.util.List;

/** A barrier with all its parts, and links to the prompts and pitfalls that belong to it. */
public record BarrierView(
        String slug,
        String title,
        SafeHtml soundsLike,
        SafeHtml protecting,
        SafeHtml helps,
        SafeHtml worse,
        SafeHtml oneThing,
        String noteQuestion,
        List<Link> prompts,
        List<Link> pitfalls,
        List<EvidenceView> evidence) {}
