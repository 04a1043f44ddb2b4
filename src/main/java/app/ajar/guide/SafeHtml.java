package app.ajar.guide;

/**
 * HTML that came out of the sanitiser, the only kind a template may print unescaped. Only {@link Markdown} makes it.
 */
public final class SafeHtml {

    private final String html;

    SafeHtml(String html) {
        this.html = html;
    }

    public boolean isEmpty() {
        return html.isEmpty();
    }

    @Override
    public String toString() {
        return html;
    }
}
