package app.ajar.guide;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Which pack the store last took over, in one language. */
@Entity
@Table(name = "pack")
class AppliedPack {

    @Id
    private String language = "";

    private int version;
    private String checksum = "";

    @Column(name = "applied_at")
    private Instant appliedAt = Instant.EPOCH;

    protected AppliedPack() {}

    AppliedPack(String language) {
        this.language = language;
    }

    void applied(Pack pack, Instant now) {
        version = pack.version();
        checksum = pack.checksum();
        appliedAt = now;
    }

    int version() {
        return version;
    }

    String checksum() {
        return checksum;
    }

    Instant appliedAt() {
        return appliedAt;
    }
}
