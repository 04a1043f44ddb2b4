package app.ajar.guide;

import java.util.List;

/**
 * A prompt to read or to put on a card. The three sizes of the words are plain text without quotation marks.
 *
 * @param group the key of what the words are for, such as {@code to-ask}
 */
public record PromptView(
        String slug,
        String title,
        String group,
        String say,
        String softer,
        String shorter,
        SafeHtml why,
        SafeHtml when,
        List<Exchange> answers,
        String cardLine,
        List<Link> suits,
        List<EvidenceView> evidence) {

    /** What they might say, and a curious reply; both with their quotation marks. */
    public record Exchange(String they, String you) {}
}
