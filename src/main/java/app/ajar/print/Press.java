package app.ajar.print;

import app.ajar.shared.Turns;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes PDFs out of templates: tagged to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), fonts inside, no address, no
 * name but "Reading notes". It reads nothing but what it is given, and keeps nothing.
 */
@Component
public class Press {

    private static final List<String> HEADINGS = List.of("h1", "h2", "h3", "h4", "h5", "h6");

    static {
        // It would log the letters and addresses it stumbles over, and those may be private.
        XRLog.setLoggingEnabled(false);
    }

    private final SpringTemplateEngine templates;
    private final Faces faces;
    private final PaperStyle style;
    private final Turns turns;
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    Press(SpringTemplateEngine templates, Faces faces, PaperStyle style, PressSettings settings) {
        this.templates = templates;
        this.faces = faces;
        this.style = style;
        this.turns = new Turns(settings.atOnce(), settings.waiting(), settings.patience());
    }

    /**
     * Fills a template and lays it out.
     *
     * @param template a whole page, well-formed as XML, with a title, a language and a description; no address is followed
     * @param model what the template asks for
     * @return the bytes of the file
     * @throws PressBusyException if no turn came free in time, or too many wait already
     */
    public byte[] print(String template, Map<String, Object> model, PaperSize paper, Locale locale) {
        if (!turns.take()) {
            throw new PressBusyException();
        }
        try {
            return layOut(page(templates.process(template, new Context(locale, model))), paper);
        } finally {
            turns.giveBack();
        }
    }

    /**
     * The letters that the fonts of the paper do not have, each once and in order: they would come out as boxes.
     *
     * @param text any text; line ends are no letters
     */
    public List<String> missingLetters(String text) {
        return faces.missing(text);
    }

    private byte[] layOut(Document page, PaperSize paper) {
        Element sheet = page.createElement("style");
        sheet.setTextContent(paper.rule() + style.css());
        page.getElementsByTagName("head").item(0).appendChild(sheet);
        var file = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = builder();
            builder.withW3cDocument(page, null);
            builder.toStream(file);
            builder.run();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return file.toByteArray();
    }

    private PdfRendererBuilder builder() {
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.useColorProfile(colours);
        // The library's own line here would be its address.
        builder.withProducer("Reading notes");
        builder.useUriResolver((base, address) -> null);
        for (Face face : Face.values()) {
            builder.useFont(() -> faces.open(face), face.family(), face.weight(), face.style(), true);
        }
        return builder;
    }

    private static Document page(String html) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document page = factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
            liftHeadings(page);
            return page;
        } catch (ParserConfigurationException | IOException problem) {
            throw new IllegalStateException("No XML parser", problem);
        } catch (SAXException malformed) {
            // Its message would quote the page.
            throw new IllegalStateException("The page is not well-formed");
        }
    }

    /** On the site, sheets stand below two levels of headings. On paper there is nothing above them. */
    private static void liftHeadings(Document page) {
        int top = 0;
        while (top < HEADINGS.size()
                && page.getElementsByTagName(HEADINGS.get(top)).getLength() == 0) {
            top++;
        }
        for (int level = top; top > 0 && level < HEADINGS.size(); level++) {
            NodeList found = page.getElementsByTagName(HEADINGS.get(level));
            List<Node> headings =
                    IntStream.range(0, found.getLength()).mapToObj(found::item).toList();
            // Renamed apart from the list, which may or may not notice.
            for (Node heading : headings) {
                page.renameNode(heading, null, HEADINGS.get(level - top));
            }
        }
    }
}
