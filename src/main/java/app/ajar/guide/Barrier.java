package app.ajar.guide;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
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

/** A reason that may lie under a no, the prompts that suit it and the pitfalls near it. */
@Entity
@Table(name = "barrier")
@PrimaryKeyJoinColumn(name = "piece_id")
@DiscriminatorValue("barrier")
class Barrier extends Piece {

    /**
     * Something heard or seen that makes this barrier a little more likely.
     *
     * @param said true for words they said, false for something they did
     * @param weight 1 to 3
     */
    @Embeddable
    record Sign(boolean said, String text, int weight) {}

    @ElementCollection
    @CollectionTable(name = "barrier_sign", joinColumns = @JoinColumn(name = "barrier_id"))
    @OrderColumn(name = "place")
    private List<Sign> signs = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "barrier_prompt",
            joinColumns = @JoinColumn(name = "barrier_id"),
            inverseJoinColumns = @JoinColumn(name = "prompt_id"))
    @OrderColumn(name = "place")
    private List<Prompt> prompts = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "barrier_pitfall",
            joinColumns = @JoinColumn(name = "barrier_id"),
            inverseJoinColumns = @JoinColumn(name = "pitfall_id"))
    @OrderColumn(name = "place")
    private List<Pitfall> pitfalls = new ArrayList<>();

    @Override
    void take(PackPiece source, String newLanguage) {
        super.take(source, newLanguage);
        replace(
                signs,
                source.front().items("signs").stream()
                        .map(item -> new Sign(
                                item.text("says").isPresent(),
                                item.text("says").or(() -> item.text("does")).orElseThrow(),
                                Integer.parseInt(item.text("weight").orElseThrow())))
                        .toList());
    }

    @Override
    void relate(PackPiece source, Finder finder) {
        super.relate(source, finder);
        replace(prompts, all(source, "prompts", Prompt.class, Kind.PROMPT, finder));
        replace(pitfalls, all(source, "pitfalls", Pitfall.class, Kind.PITFALL, finder));
    }

    @Override
    void unrelate() {
        super.unrelate();
        prompts.clear();
        pitfalls.clear();
    }

    @Override
    void forget(Collection<Piece> gone) {
        super.forget(gone);
        prompts.removeIf(gone::contains);
        pitfalls.removeIf(gone::contains);
    }

    @Override
    Kind kind() {
        return Kind.BARRIER;
    }

    List<Sign> signs() {
        return List.copyOf(signs);
    }

    List<Prompt> prompts() {
        return List.copyOf(prompts);
    }

    List<Pitfall> pitfalls() {
        return List.copyOf(pitfalls);
    }
}
