package app.ajar.guide;

import jakarta.persistence.Column;
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

/** Words to borrow, with why, when, two other sizes and what may come back. */
@Entity
@Table(name = "prompt")
@PrimaryKeyJoinColumn(name = "piece_id")
@DiscriminatorValue("prompt")
class Prompt extends Piece {

    private String purpose = "";

    @Column(name = "card_line")
    private String cardLine = "";

    @ManyToMany
    @JoinTable(
            name = "prompt_barrier",
            joinColumns = @JoinColumn(name = "prompt_id"),
            inverseJoinColumns = @JoinColumn(name = "barrier_id"))
    @OrderColumn(name = "place")
    private List<Barrier> suits = new ArrayList<>();

    @Override
    void take(PackPiece source, String newLanguage) {
        super.take(source, newLanguage);
        purpose = source.front().text("group");
        cardLine = source.front().text("card");
    }

    @Override
    void relate(PackPiece source, Finder finder) {
        super.relate(source, finder);
        replace(suits, all(source, "suits", Barrier.class, Kind.BARRIER, finder));
    }

    @Override
    void unrelate() {
        super.unrelate();
        suits.clear();
    }

    @Override
    void forget(Collection<Piece> gone) {
        super.forget(gone);
        suits.removeIf(gone::contains);
    }

    @Override
    Kind kind() {
        return Kind.PROMPT;
    }

    /** The key of its group: what the words are for, such as {@code to-ask}. */
    String purpose() {
        return purpose;
    }

    String cardLine() {
        return Typography.curly(cardLine);
    }

    List<Barrier> suits() {
        return List.copyOf(suits);
    }
}
