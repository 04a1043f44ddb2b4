package app.ajar.guide;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A page of the guide: its own text, and the pieces shown on it. */
@Entity
@Table(name = "section")
@PrimaryKeyJoinColumn(name = "piece_id")
@DiscriminatorValue("section")
class Section extends Piece {

    private String part = "";
    private String path = "";
    private String lead = "";

    @ManyToMany
    @JoinTable(
            name = "section_barrier",
            joinColumns = @JoinColumn(name = "section_id"),
            inverseJoinColumns = @JoinColumn(name = "barrier_id"))
    @OrderColumn(name = "place")
    private List<Barrier> barriers = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "section_pitfall",
            joinColumns = @JoinColumn(name = "section_id"),
            inverseJoinColumns = @JoinColumn(name = "pitfall_id"))
    @OrderColumn(name = "place")
    private List<Pitfall> pitfalls = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "section_exercise",
            joinColumns = @JoinColumn(name = "section_id"),
            inverseJoinColumns = @JoinColumn(name = "exercise_id"))
    @OrderColumn(name = "place")
    private List<Exercise> exercises = new ArrayList<>();

    static String pathOf(PackPiece source) {
        return source.front().optional("path").orElse("/guide/" + source.slug());
    }

    @Override
    void take(PackPiece source, String newLanguage) {
        super.take(source, newLanguage);
        part = source.front().text("part");
        path = pathOf(source);
        lead = source.front().text("lead");
    }

    @Override
    void relate(PackPiece source, Finder finder) {
        super.relate(source, finder);
        replace(barriers, all(source, "barriers", Barrier.class, Kind.BARRIER, finder));
        replace(pitfalls, all(source, "pitfalls", Pitfall.class, Kind.PITFALL, finder));
        replace(exercises, all(source, "exercises", Exercise.class, Kind.EXERCISE, finder));
    }

    @Override
    void unrelate() {
        super.unrelate();
        barriers.clear();
        pitfalls.clear();
        exercises.clear();
    }

    @Override
    void forget(Collection<Piece> gone) {
        super.forget(gone);
        barriers.removeIf(gone::contains);
        pitfalls.removeIf(gone::contains);
        exercises.removeIf(gone::contains);
    }

    @Override
    Kind kind() {
        return Kind.SECTION;
    }

    String inPart() {
        return part;
    }

    String path() {
        return path;
    }

    String lead() {
        return Typography.curly(lead);
    }

    List<Barrier> barriers() {
        return List.copyOf(barriers);
    }

    List<Pitfall> pitfalls() {
        return List.copyOf(pitfalls);
    }

    List<Exercise> exercises() {
        return List.copyOf(exercises);
    }
}
