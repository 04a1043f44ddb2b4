package app.ajar.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The fonts of the paper: their bytes, how wide their letters are, and which letters they have. Read once at start. They
 * are cut without ligatures: Literata's have no way back to letters, so that "office" would be read out as "oce".
 */
@Component
class Faces {

    private static final String FOLDER = "print/fonts/";

    private final Map<Face, byte[]> files = new EnumMap<>(Face.class);
    private final Map<Face, Map<Integer, Double>> widths = new EnumMap<>(Face.class);

    Faces() {
        for (Face face : Face.values()) {
            byte[] file = read(face);
            files.put(face, file);
            widths.put(face, widths(file));
        }
    }

    /** A fresh stream over the font file; the caller closes it. */
    InputStream open(Face face) {
        return new ByteArrayInputStream(files.get(face));
    }

    /** The advance of a text in parts of the type size (em). A letter that no face has counts as one em. */
    double width(String text, Face face) {
        Map<Integer, Double> own = widths.get(face);
        Map<Integer, Double> other = widths.get(face.fallback());
        return text.codePoints()
                .mapToDouble(letter -> own.getOrDefault(letter, other.getOrDefault(letter, 1.0)))
                .sum();
    }

    /** The letters of a text that would come out as boxes, each once and in order. Line ends are no letters. */
    List<String> missing(String text) {
        List<String> missing = new ArrayList<>();
        text.codePoints()
                .filter(letter -> letter != '\n')
                .filter(letter -> !widths.get(Face.SERIF).containsKey(letter)
                        || !widths.get(Face.SPEECH).containsKey(letter))
                .distinct()
                .forEach(letter -> missing.add(Character.toString(letter)));
        return missing;
    }

    private static byte[] read(Face face) {
        try {
            return new ClassPathResource(FOLDER + face.file()).getContentAsByteArray();
        } catch (IOException problem) {
            throw new UncheckedIOException("No font " + face.file(), problem);
        }
    }

    private static Map<Integer, Double> widths(byte[] file) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            CmapLookup letters = font.getUnicodeCmapLookup();
            double em = font.getUnitsPerEm();
            Map<Integer, Double> widths = new HashMap<>();
            for (int letter = ' '; letter <= 0xFFFF; letter++) {
                int glyph = letters.getGlyphId(letter);
                if (glyph != 0) {
                    widths.put(letter, font.getAdvanceWidth(glyph) / em);
                }
            }
            return widths;
        } catch (IOException problem) {
            throw new UncheckedIOException("A font cannot be read", problem);
        }
    }
}
