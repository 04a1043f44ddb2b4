package app.ajar.guide;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;

/** One finding, where it stands, and what it cannot tell. */
@Entity
@Table(name = "evidence_note")
@PrimaryKeyJoinColumn(name = "piece_id")
@DiscriminatorValue("evidence")
class EvidenceNote extends Piece {

    @Column(name = "citation")
    private String citation = "";

    @Column(name = "limits")
    private String limits = "";

    @Override
    void take(PackPiece source, String newLanguage) {
        super.take(source, newLanguage);
        citation = source.front().text("cite");
        limits = source.front().text("limits");
    }

    @Override
    Kind kind() {
        return Kind.EVIDENCE;
    }

    String citation() {
        return citation;
    }

    String limits() {
        return Typography.curly(limits);
    }
}
