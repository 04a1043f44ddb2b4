package app.ajar.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * A PDF, opened and looked at.
 *
 * @param pages the words of each page, with single spaces
 * @param sizes width and height of each page in whole points
 * @param loose fonts that are not inside the file
 * @param title what the file calls itself
 * @param tagged whether it says that it has tags, and has some
 */
public record PdfFile(
        byte[] bytes,
        List<String> pages,
        List<List<Integer>> sizes,
        List<String> loose,
        String title,
        String language,
        boolean tagged) {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    public static PdfFile of(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            List<String> pages = new ArrayList<>();
            List<List<Integer>> sizes = new ArrayList<>();
            List<String> loose = new ArrayList<>();
            var words = new PDFTextStripper();
            for (PDPage page : document.getPages()) {
                words.setStartPage(pages.size() + 1);
                words.setEndPage(pages.size() + 1);
                pages.add(words.getText(document).replaceAll("\\s+", " ").strip());
                sizes.add(List.of(
                        Math.round(page.getMediaBox().getWidth()),
                        Math.round(page.getMediaBox().getHeight())));
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    if (!font.isEmbedded()) {
                        loose.add(font.getName());
                    }
                }
            }
            var catalog = document.getDocumentCatalog();
            boolean tagged = catalog.getMarkInfo() != null
                    && catalog.getMarkInfo().isMarked()
                    && catalog.getStructureTreeRoot() != null
                    && !catalog.getStructureTreeRoot().getKids().isEmpty();
            return new PdfFile(
                    bytes,
                    pages,
                    sizes,
                    loose,
                    document.getDocumentInformation().getTitle(),
                    catalog.getLanguage(),
                    tagged);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public String words() {
        return String.join(" ", pages);
    }

    /** A picture of a page in shades of grey; pages count from 0. */
    public BufferedImage picture(int page, int dotsAnInch) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFRenderer(document).renderImageWithDPI(page, dotsAnInch, ImageType.GRAY);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What veraPDF finds wrong by the rules of a standard, each once: clause, test and message. */
    public List<String> faults(PDFAFlavour standard) {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), standard);
                var validator = Foundries.defaultInstance().createValidator(standard, false)) {
            var faults = new TreeSet<String>();
            var result = validator.validate(parser);
            for (TestAssertion test : result.getTestAssertions()) {
                if (test.getStatus() == TestAssertion.Status.FAILED) {
                    faults.add(test.getRuleId().getClause() + "-"
                            + test.getRuleId().getTestNumber() + " " + test.getMessage());
                }
            }
            if (faults.isEmpty() && !result.isCompliant()) {
                faults.add("not compliant");
            }
            return List.copyOf(faults);
        } catch (Exception problem) {
            throw new IllegalStateException("veraPDF could not read the file", problem);
        }
    }
}
