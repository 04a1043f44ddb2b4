package app.ajar.guide;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to do with a pen or with each other: columns, a ladder, an agenda, lines or a checklist. */
@Entity
@Table(name = "exercise")
@PrimaryKeyJoinColumn(name = "piece_id")
@DiscriminatorValue("exercise")
class Exercise extends Piece {

    /** One row of it. Which fields are filled depends on the form. */
    @Embeddable
    record Item(
            String text,
            @Nullable String other,
            @Nullable String hint,
            @Nullable String cost,
            @Nullable String duration,
            @Nullable String offer,
            @Column(name = "write_lines") int lines) {}

    private String form = "";

    @Column(name = "left_heading")
    private @Nullable String leftHeading;

    @Column(name = "right_heading")
    private @Nullable String rightHeading;

    @ElementCollection
    @CollectionTable(name = "exercise_item", joinColumns = @JoinColumn(name = "exercise_id"))
    @OrderColumn(name = "place")
    private List<Item> items = new ArrayList<>();

    @Override
    void take(PackPiece source, String newLanguage) {
        super.take(source, newLanguage);
        FrontMatter front = source.front();
        form = front.text("form");
        List<String> columns = front.list("columns");
        leftHeading = columns.isEmpty() ? null : columns.get(0);
        rightHeading = columns.size() < 2 ? null : columns.get(1);
        replace(
                items,
                front.items("items").stream()
                        .map(item -> new Item(
                                item.text("text").orElseThrow(),
                                item.text("other").orElse(null),
                                item.text("hint").or(() -> item.text("note")).orElse(null),
                                item.text("cost").orElse(null),
                                item.text("time").orElse(null),
                                item.text("offer").orElse(null),
                                Integer.parseInt(item.text("lines").orElse("0"))))
                        .toList());
    }

    @Override
    Kind kind() {
        return Kind.EXERCISE;
    }

    String form() {
        return form;
    }

    @Nullable String leftHeading() {
        return leftHeading;
    }

    @Nullable String rightHeading() {
        return rightHeading;
    }

    List<Item> items() {
        return List.copyOf(items);
    }
}
