package app.ajar.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Markdown to the small set of HTML that a piece may hold, sanitised whoever wrote it.
 *
 * <p>A blockquote is something a person might say and gets its quotation marks; one that begins with bold is a calm side
 * note. Second-level headings get an id, so that a page can point at them.
 */
@Component
class Markdown {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]+");
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "ul", "ol", "li", "blockquote", "strong", "em", "h2", "h3", "a", "br")
            .allowAttributes("href")
            .matching(Pattern.compile("(/[a-z0-9-]*)+(#[a-z0-9-]+)?|#[a-z0-9-]+"))
            .onElements("a")
            .allowAttributes("id")
            .matching(ID)
            .onElements("h2")
            .allowAttributes("class")
            .matching(Pattern.compile("say|calm"))
            .onElements("blockquote")
            .toFactory();

    /** A second-level heading: its words and the id it can be reached by. */
    record Place(String id, String title) {}

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .attributeProviderFactory(context -> Markdown::attributes)
            .build();

    SafeHtml toHtml(String markdown) {
        Node document = parser.parse(markdown);
        document.accept(new Curling());
        return new SafeHtml(POLICY.sanitize(renderer.render(document)));
    }

    /** One line of Markdown without the paragraph round it. */
    SafeHtml toInlineHtml(String markdown) {
        String html = toHtml(markdown).toString().strip();
        return new SafeHtml(
                html.startsWith("<p>") && html.endsWith("</p>") ? html.substring(3, html.length() - 4) : html);
    }

    List<Place> places(String markdown) {
        var places = new ArrayList<Place>();
        parser.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 2) {
                    places.add(new Place(idOf(heading), Typography.curly(textOf(heading))));
                }
            }
        });
        return List.copyOf(places);
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof BlockQuote quote) {
            attributes.put("class", isSideNote(quote) ? "calm" : "say");
        } else if (node instanceof Heading heading && heading.getLevel() == 2) {
            attributes.put("id", idOf(heading));
        }
    }

    private static boolean isSideNote(BlockQuote quote) {
        return quote.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof StrongEmphasis;
    }

    private static String idOf(Heading heading) {
        String id = textOf(heading)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019]", "")
                .replaceAll("[^a-z0-9]+", "-");
        return id.replaceAll("^-|-$", "");
    }

    private static String textOf(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                text.append(words.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak line) {
                text.append(' ');
            }
        });
        return text.toString();
    }

    /** Curls quotes across the text nodes of one block, and puts speech into quotation marks. */
    private static final class Curling extends AbstractVisitor {

        private char last = ' ';

        @Override
        public void visit(Paragraph paragraph) {
            last = ' ';
            visitChildren(paragraph);
            if (paragraph.getParent() instanceof BlockQuote quote && !isSideNote(quote)) {
                paragraph.prependChild(new Text("\u201c"));
                paragraph.appendChild(new Text("\u201d"));
            }
        }

        @Override
        public void visit(Heading heading) {
            last = ' ';
            visitChildren(heading);
        }

        @Override
        public void visit(SoftLineBreak line) {
            last = ' ';
        }

        @Override
        public void visit(Text text) {
            String curled = Typography.curly(text.getLiteral(), last);
            text.setLiteral(curled);
            if (!curled.isEmpty()) {
                last = curled.charAt(curled.length() - 1);
            }
        }
    }
}
