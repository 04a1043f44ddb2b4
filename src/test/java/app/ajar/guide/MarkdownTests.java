package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

    private final Markdown markdown = new Markdown();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<style>body{display:none}</style>",
                "<p onclick=\"alert(1)\">Hi</p>",
                "<p style=\"color:red\" class=\"care\" id=\"main\">Hi</p>",
                "<img src=x onerror=alert(1)>",
                "![picture](https://example.org/x.png)",
                "<iframe src=\"/safety\"></iframe>",
                "<form action=\"/exit\"><input name=x></form>",
                "[go](javascript:alert(1))",
                "[go](JaVaScRiPt:alert(1))",
                "[go](data:text/html,x)",
                "[go](//example.org/)",
                "[go](https://example.org/)",
                "[go](/guide?x=1)",
                "<a href=\"/safety\" target=\"_blank\" onfocus=\"x\">go</a>",
                "<svg><script>alert(1)</script></svg>"
            })
    void letsNothingThroughThatActsOrLooksDifferent(String hostile) {
        assertThat(html(hostile))
                .doesNotContainIgnoringCase(
                        "<script",
                        "<style",
                        "style=",
                        "<img",
                        "<iframe",
                        "<form",
                        "<input",
                        "<svg",
                        "target=",
                        "class=",
                        "id=",
                        "javascript:",
                        "data:",
                        "example.org",
                        "?x")
                .doesNotContainPattern("(?i)<[^>]*\\son[a-z]+=");
    }

    @Test
    void keepsLinksThatStayInside() {
        assertThat(html("[a](/safety) [b](/safety#lines) [c](#here) [d](/guide/my-limits)"))
                .contains("href=\"/safety\"", "href=\"/safety#lines\"", "href=\"#here\"", "href=\"/guide/my-limits\"");
    }

    @Test
    void putsASayingIntoQuotationMarks() {
        assertThat(html("> We are *not* that bad."))
                .contains("<blockquote class=\"say\">", "<p>“We are <em>not</em> that bad.”</p>");
    }

    @Test
    void givesEachParagraphOfASayingItsOwnMarks() {
        assertThat(html("> One.\n>\n> Two.")).contains("<p>“One.”</p>", "<p>“Two.”</p>");
    }

    @Test
    void readsAQuoteThatBeginsInBoldAsACalmSideNote() {
        assertThat(html("> **A pause.** Take one."))
                .contains("<blockquote class=\"calm\">")
                .doesNotContain("“");
    }

    @Test
    void namesSecondLevelHeadingsSoThatAPageCanPointAtThem() {
        assertThat(html("## What's theirs, and \"yours\"\n\n### Deeper"))
                .contains("<h2 id=\"whats-theirs-and-yours\">", "<h3>");
        assertThat(markdown.places("## What's theirs\n\ntext\n\n### Deeper\n\n## Next"))
                .containsExactly(
                        new Markdown.Place("whats-theirs", "What’s theirs"), new Markdown.Place("next", "Next"));
    }

    @Test
    void usesOneIdForAHeadingOnThePageAndInItsNavigation() {
        String heading = "## If it's a *firm* no (today)";
        String id = markdown.places(heading).get(0).id();
        assertThat(html(heading)).contains("id=\"" + id + "\"");
    }

    @Test
    void curlsQuotesAndApostrophesAcrossEmphasis() {
        assertThat(html("Don't say \"*never*\". It's 'a threat'."))
                .isEqualTo("<p>Don’t say “<em>never</em>”. It’s ‘a threat’.</p>\n");
    }

    @Test
    void curlsThemInHeadingsToo() {
        assertThat(html("He left\n\n## \"No\" isn't never")).contains(">“No” isn’t never</h2>");
    }

    @Test
    void startsEachParagraphWithAnOpeningQuote() {
        assertThat(html("He left\n\n\"No,\" they said\n\"Yes\"")).contains("<p>“No,” they said\n“Yes”</p>");
    }

    @Test
    void takesTheParagraphOffOneLine() {
        assertThat(markdown.toInlineHtml("*Family Process*, 54.")).hasToString("<em>Family Process</em>, 54.");
    }

    @Test
    void makesNothingOfNothing() {
        assertThat(markdown.toHtml("").isEmpty()).isTrue();
    }

    private String html(String text) {
        return markdown.toHtml(text).toString();
    }
}
