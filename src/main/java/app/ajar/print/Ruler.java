package app.ajar.print;

import org.springframework.stereotype.Component;

/**
 * Tells how much room words take before they are laid out, in millimetres. It breaks lines as browsers and the PDF do:
 * at spaces, and inside a word only where the word is wider than the line.
 */
@Component
class Ruler {

    static final double MM_A_POINT = 25.4 / 72;

    /** Kerning and rounding differ a little between outputs; lines are measured this much shorter than they are. */
    private static final double CARE = .985;

    private final Faces faces;

    Ruler(Faces faces) {
        this.faces = faces;
    }

    /**
     * How high a text stands.
     *
     * @param points type size
     * @param leading line height as a factor of the size
     * @param width of the column, in millimetres
     */
    double height(String text, Face face, double points, double leading, double width) {
        return lines(text, face, points, width) * points * leading * MM_A_POINT;
    }

    /** How many lines a text takes; none if it is blank. Each of its own lines begins a new one. */
    int lines(String text, Face face, double points, double width) {
        if (text.isBlank()) {
            return 0;
        }
        double room = width * CARE / (points * MM_A_POINT);
        return text.strip()
                .lines()
                .mapToInt(line -> broken(line.strip(), face, room))
                .sum();
    }

    private int broken(String line, Face face, double room) {
        double space = faces.width(" ", face);
        int lines = 1;
        double used = 0;
        for (String word : line.split(" +")) {
            double width = faces.width(word, face);
            if (used > 0 && used + space + width > room) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? space : 0) + width;
            while (used > room) {
                lines++;
                used -= room;
            }
        }
        return lines;
    }
}
