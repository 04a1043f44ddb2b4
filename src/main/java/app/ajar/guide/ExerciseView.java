package app.ajar.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to do, on a page or on paper.
 *
 * @param form columns, ladder, agenda, lines or checklist: which fields of the items are filled
 */
public record ExerciseView(
        String slug,
        String title,
        String form,
        SafeHtml introduction,
        @Nullable String leftHeading,
        @Nullable String rightHeading,
        List<Item> items,
        @Nullable String noteQuestion,
        List<EvidenceView> evidence) {

    /** One row. {@code lines} is how many blank lines it gets on paper. */
    public record Item(
            String text,
            @Nullable String other,
            @Nullable String hint,
            @Nullable String cost,
            @Nullable String time,
            @Nullable String offer,
            int lines) {}
}
