package app.ajar.print;

import java.util.Arrays;
import java.util.Optional;

/** The sheets of paper that printers hold. Every page is drawn 190 by 258 mm, which fits both. */
public enum PaperSize {
    A4("a4", "210mm 297mm", "19.5mm 10mm 19.5mm 10mm"),
    LETTER("letter", "215.9mm 279.4mm", "10.7mm 12.95mm 10.7mm 12.95mm");

    private final String key;
    private final String size;
    private final String margin;

    PaperSize(String key, String size, String margin) {
        this.key = key;
        this.size = size;
        this.margin = margin;
    }

    /** As it stands in the form and in message keys. */
    public String key() {
        return key;
    }

    /** The rule of a style sheet that makes pages of this size, with what is drawn in their middle. */
    String rule() {
        return "@page{size:" + size + ";margin:" + margin + "}";
    }

    /** The size of that {@link #key()}, if there is one. */
    public static Optional<PaperSize> of(String key) {
        return Arrays.stream(values()).filter(paper -> paper.key.equals(key)).findFirst();
    }
}
