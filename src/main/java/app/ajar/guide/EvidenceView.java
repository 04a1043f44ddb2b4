package app.ajar.guide;

/** One finding to print beside a text, with its source and what it cannot tell. */
public record EvidenceView(
        String slug, String title, String summary, SafeHtml finding, SafeHtml citation, String limits) {}
