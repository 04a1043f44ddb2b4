package app.ajar.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;

/** The four faces that stand on paper. The style sheet asks for them by family, weight and style. */
enum Face {
    SERIF("literata.ttf", "Literata", 400, FontStyle.NORMAL),
    SPEECH("literata-italic.ttf", "Literata", 400, FontStyle.ITALIC),
    SMALL("atkinson-next.ttf", "Atkinson", 400, FontStyle.NORMAL),
    LABEL("atkinson-next-bold.ttf", "Atkinson", 700, FontStyle.NORMAL);

    private final String file;
    private final String family;
    private final int weight;
    private final FontStyle style;

    Face(String file, String family, int weight, FontStyle style) {
        this.file = file;
        this.family = family;
        this.weight = weight;
        this.style = style;
    }

    String file() {
        return file;
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    FontStyle style() {
        return style;
    }

    /** Atkinson has Latin letters only. The style sheet falls back to this face, and so does the measuring. */
    Face fallback() {
        return SERIF;
    }
}
