package app.ajar.guide;

import java.util.List;

/** A barrier with all its parts, the signs that speak for it, and links to the prompts and pitfalls that belong to it. */
public record BarrierView(
        String slug,
        String title,
        SafeHtml soundsLike,
        SafeHtml protecting,
        SafeHtml helps,
        SafeHtml worse,
        SafeHtml oneThing,
        String noteQuestion,
        List<Sign> signs,
        List<Link> prompts,
        List<Link> pitfalls,
        List<EvidenceView> evidence) {

    /**
     * Something heard or seen that makes this barrier a little more likely; plain text without quotation marks.
     *
     * @param said true for words they said, false for something they did
     * @param weight 1 to 3
     */
    public record Sign(boolean said, String text, int weight) {}
}
