package app.ajar.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sheet with the type and the space that let its words fill one page and no more.
 *
 * @param size of the words in half points; 0 where nothing readable fits
 * @param gap between parts, in whole millimetres
 * @param left the parts of the left column of text; all parts elsewhere
 * @param spare empty rows that there is room for below pairs
 */
record PlacedLeaf(Leaf leaf, int size, int gap, List<Part> left, List<Part> right, int spare) {

    /** Longer ones would push the rest off the page. */
    private static final int LONGEST_HEADING = 80;

    private static final List<Integer> SIZES = List.of(24, 23, 22, 21, 20, 19, 18);
    private static final double PAGE = 232;
    private static final double LINE = 9;
    private static final double SMALL = 9.5;

    /** Lays a sheet out. The measures are those of the style sheet. */
    static PlacedLeaf of(Ruler ruler, Leaf leaf) {
        if (Stream.of(leaf.title(), leaf.left(), leaf.right())
                .anyMatch(heading -> heading.length() > LONGEST_HEADING)) {
            return tooLong(leaf);
        }
        return switch (leaf.layout()) {
            case TEXT -> columns(ruler, leaf);
            case PAD -> pad(ruler, leaf);
            default -> rows(ruler, leaf);
        };
    }

    public boolean fits() {
        return size > 0;
    }

    /** The four quarters of a pad. */
    public List<Integer> quarters() {
        return List.of(1, 2, 3, 4);
    }

    public List<Integer> spares() {
        return IntStream.rangeClosed(1, spare).boxed().toList();
    }

    private static PlacedLeaf rows(Ruler ruler, Leaf leaf) {
        int gaps = Math.max(1, leaf.parts().size());
        int least = leaf.layout() == Leaf.Layout.ROWS ? 4 : 3;
        int most = leaf.layout() == Leaf.Layout.PAIRS ? 9 : 12;
        for (int size : SIZES) {
            double height = leaf.parts().stream()
                    .mapToDouble(part -> row(ruler, leaf.layout(), part, size))
                    .sum();
            int gap = (int) ((PAGE - height) / gaps);
            if (gap >= least) {
                int used = Math.min(gap, most);
                return new PlacedLeaf(leaf, size, used, leaf.parts(), List.of(), spare(leaf, height, used));
            }
        }
        return tooLong(leaf);
    }

    private static int spare(Leaf leaf, double height, int gap) {
        double left = PAGE - height - gap * leaf.parts().size();
        return leaf.layout() == Leaf.Layout.PAIRS ? (int) Math.min(3, left / (LINE + 4)) : 0;
    }

    private static double row(Ruler ruler, Leaf.Layout layout, Part part, int size) {
        double points = size / 2.0;
        return switch (layout) {
            case PAIRS ->
                Math.max(
                        ruler.height(part.text(), Face.SERIF, points, 1.4, 84),
                        ruler.height(part.other(), Face.SERIF, points, 1.4, 84));
            case TICKS ->
                ruler.height(part.heading(), Face.SERIF, points, 1.4, 180)
                        + ruler.height(part.text(), Face.SMALL, SMALL, 1.4, 180);
            default ->
                ruler.height(part.heading(), Face.LABEL, 10.5, 1.35, 190)
                        + ruler.height(
                                part.text(),
                                part.heading().isBlank() ? Face.SERIF : Face.SMALL,
                                part.heading().isBlank() ? points : SMALL,
                                1.4,
                                190)
                        + LINE * part.lines();
        };
    }

    private static PlacedLeaf columns(Ruler ruler, Leaf leaf) {
        if (leaf.words().length() > 2 * Leaves.MOST_IN_A_PLAN) {
            // Measuring it would take long, and the answer is known.
            return tooLong(leaf);
        }
        for (int size : SIZES) {
            List<Double> heights =
                    leaf.parts().stream().map(part -> text(ruler, part, size)).toList();
            int middle = middle(heights);
            if (sum(heights.subList(0, middle)) <= PAGE && sum(heights.subList(middle, heights.size())) <= PAGE) {
                return new PlacedLeaf(
                        leaf,
                        size,
                        0,
                        leaf.parts().subList(0, middle),
                        leaf.parts().subList(middle, leaf.parts().size()),
                        0);
            }
        }
        return tooLong(leaf);
    }

    /** The first part of the right column, so that the taller of the two is as short as can be. */
    private static int middle(List<Double> heights) {
        int best = heights.size();
        double lowest = sum(heights);
        for (int middle = heights.size() - 1; middle > 0; middle--) {
            double tallest = Math.max(sum(heights.subList(0, middle)), sum(heights.subList(middle, heights.size())));
            if (tallest <= lowest) {
                lowest = tallest;
                best = middle;
            }
        }
        return best;
    }

    private static double text(Ruler ruler, Part part, int size) {
        double points = size / 2.0;
        double height = 5 + ruler.height(part.heading(), Face.LABEL, 10.5, 1.35, 90);
        for (TextLine line : TextLine.of(part.text())) {
            Face face = line.said() ? Face.SPEECH : Face.SERIF;
            height += 1.8 + ruler.height(line.text(), face, points, 1.42, line.point() ? 85 : 90);
        }
        return height;
    }

    private static PlacedLeaf pad(Ruler ruler, Leaf leaf) {
        double height = 15 + ruler.height(leaf.title(), Face.LABEL, 10.5, 1.35, 50);
        List<Part> parts = new ArrayList<>();
        for (Part part : leaf.parts()) {
            height += ruler.height(part.heading(), Face.SMALL, 9, 1.3, 80) + 7.5;
            parts.add(part);
        }
        int gap = (int) ((117 - height) / Math.max(1, parts.size()));
        return gap < 0 ? tooLong(leaf) : new PlacedLeaf(leaf, 18, Math.min(gap, 4), parts, List.of(), 0);
    }

    private static PlacedLeaf tooLong(Leaf leaf) {
        return new PlacedLeaf(leaf, 0, 0, List.of(), List.of(), 0);
    }

    private static double sum(List<Double> heights) {
        return heights.stream().mapToDouble(Double::doubleValue).sum();
    }
}
