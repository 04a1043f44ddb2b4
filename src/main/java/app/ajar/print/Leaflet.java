package app.ajar.print;

import app.ajar.guide.SafeHtml;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Turns a page of the guide into plain parts, so that it can stand on paper and be put in other words. */
final class Leaflet {

    private Leaflet() {}

    /**
     * A part for each heading: paragraphs are lines, points begin with a dash, sayings stand in quotation marks, and links
     * keep their words alone.
     *
     * @param inPlaceOfLinks stands in for each sentence that sends the reader to another page: paper has no other page
     */
    static List<Part> parts(SafeHtml body, String inPlaceOfLinks) {
        List<Part> parts = new ArrayList<>();
        String heading = "";
        List<String> lines = new ArrayList<>();
        Element root = root(body);
        withoutLinks(root, inPlaceOfLinks);
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (name(element).matches("h[1-6]")) {
                    add(parts, heading, lines);
                    heading = words(element);
                    lines = new ArrayList<>();
                } else {
                    read(element, lines);
                }
            }
        }
        add(parts, heading, lines);
        return parts;
    }

    private static void read(Element element, List<String> lines) {
        switch (name(element)) {
            case "ul", "ol" -> children(element).forEach(item -> lines.add("- " + words(item)));
            case "blockquote" -> lines.add(quoted(words(element)));
            default -> lines.add(words(element));
        }
    }

    private static String quoted(String words) {
        return words.startsWith("“") ? words : '“' + words + '”';
    }

    private static void add(List<Part> parts, String heading, List<String> lines) {
        if (!heading.isEmpty() || !lines.isEmpty()) {
            parts.add(new Part(heading, String.join("\n", lines), "", 0));
        }
    }

    private static void withoutLinks(Element root, String instead) {
        for (Element block : children(root)) {
            var links = block.getElementsByTagName("a");
            String text = block.getTextContent().replaceAll("\\s+", " ");
            for (int link = links.getLength() - 1; link >= 0; link--) {
                String name = Pattern.quote(links.item(link).getTextContent());
                text = text.replaceAll("[^.!?]*" + name + "[^.!?]*[.!?]", Matcher.quoteReplacement(' ' + instead));
            }
            if (links.getLength() > 0) {
                block.setTextContent(text);
            }
        }
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static String name(Element element) {
        return element.getTagName().toLowerCase(Locale.ROOT);
    }

    private static String words(Element element) {
        return Fields.clean(element.getTextContent().replaceAll("\\s+", " "));
    }

    /** What the sanitiser lets through is well-formed, and only the guide's own pages come here. */
    private static Element root(SafeHtml body) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<div>" + body + "</div>")))
                    .getDocumentElement();
        } catch (ParserConfigurationException | IOException | SAXException problem) {
            throw new IllegalStateException("A page of the guide cannot be read as XML", problem);
        }
    }
}
