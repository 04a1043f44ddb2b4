package app.ajar.support;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What comes out of the printer for the page in front.
 *
 * @param pages the words of each page, with single spaces
 * @param sizes width and height of each page in points
 * @param title what the file calls itself
 */
public record Paper(List<String> pages, List<List<Integer>> sizes, String title) {

    /** Would tell whoever finds the paper where it is from. */
    public static final List<String> GIVE_AWAY = List.of("Ajar", "localhost", "127.0.0.1", "http", "Leave this site");

    private static final Map<String, List<Integer>> SIZES =
            Map.of("A4", List.of(595, 842), "Letter", List.of(612, 792));

    /** Prints with the browser's own settings: no margins but the style sheet's, no header or footer. */
    public static Paper of(Page page, String format) {
        try (PDDocument document = Loader.loadPDF(pdf(page, format))) {
            List<String> pages = new ArrayList<>();
            List<List<Integer>> sizes = new ArrayList<>();
            var words = new PDFTextStripper();
            for (PDPage sheet : document.getPages()) {
                words.setStartPage(pages.size() + 1);
                words.setEndPage(pages.size() + 1);
                pages.add(clean(words.getText(document)));
                PDRectangle size = sheet.getMediaBox();
                sizes.add(List.of(Math.round(size.getWidth()), Math.round(size.getHeight())));
            }
            String title = document.getDocumentInformation().getTitle();
            return new Paper(pages, sizes, title == null ? "" : title);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A picture of the first page, in shades of grey. */
    public static BufferedImage picture(Page page, String format, int dotsAnInch) {
        try (PDDocument document = Loader.loadPDF(pdf(page, format))) {
            return new PDFRenderer(document).renderImageWithDPI(0, dotsAnInch, ImageType.GRAY);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Whether every page has this size, but for the point that browsers round up. */
    public boolean is(String format) {
        List<Integer> size = SIZES.get(format);
        return sizes.stream()
                .allMatch(page -> Math.abs(page.get(0) - size.get(0)) <= 1 && Math.abs(page.get(1) - size.get(1)) <= 1);
    }

    public String words() {
        return String.join(" ", pages);
    }

    /** The words of a page as they read on paper: with single spaces. */
    public static String clean(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static byte[] pdf(Page page, String format) {
        return page.pdf(new Page.PdfOptions().setFormat(format).setPreferCSSPageSize(true));
    }
}
