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

/** A way of asking that tends to backfire, and prompts to use in its place. */
@Entity
@Table(name = "pitfall")
@PrimaryKeyJoinColumn(name = "piece_id")
@DiscriminatorValue("pitfall")
class Pitfall extends Piece {

    @ManyToMany
    @JoinTable(
            name = "pitfall_prompt",
            joinColumns = @JoinColumn(name = "pitfall_id"),
            inverseJoinColumns = @JoinColumn(name = "prompt_id"))
    @OrderColumn(name = "place")
    private List<Prompt> prompts = new ArrayList<>();

    @Override
    void relate(PackPiece source, Finder finder) {
        super.relate(source, finder);
        replace(prompts, all(source, "prompts", Prompt.class, Kind.PROMPT, finder));
    }

    @Override
    void unrelate() {
        super.unrelate();
        prompts.clear();
    }

    @Override
    void forget(Collection<Piece> gone) {
        super.forget(gone);
        prompts.removeIf(gone::contains);
    }

    @Override
    Kind kind() {
        return Kind.PITFALL;
    }

    List<Prompt> prompts() {
        return List.copyOf(prompts);
    }
}
