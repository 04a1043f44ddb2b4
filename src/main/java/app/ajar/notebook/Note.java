package app.ajar.notebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A note as the store knows it: two seals and three times. */
@Entity
@Table(name = "note")
class Note {

    @Id
    private UUID id = UUID.randomUUID();

    @Version
    private @Nullable Long revision;

    @Column(name = "notebook_id")
    private UUID notebookId = new UUID(0, 0);

    @Column(name = "sealed_heading")
    private byte[] sealedHeading = new byte[0];

    @Column(name = "sealed_body")
    private byte[] sealedBody = new byte[0];

    @Column(name = "written_at")
    private Instant writtenAt = Instant.EPOCH;

    @Column(name = "changed_at")
    private Instant changedAt = Instant.EPOCH;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    protected Note() {}

    Note(UUID id, UUID notebookId, Instant now) {
        this.id = id;
        this.notebookId = notebookId;
        this.writtenAt = now;
    }

    void keep(byte[] heading, byte[] body, Instant now) {
        sealedHeading = heading.clone();
        sealedBody = body.clone();
        changedAt = now;
    }

    void delete(Instant now) {
        deletedAt = now;
    }

    void restore() {
        deletedAt = null;
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision == null ? 0 : revision;
    }

    byte[] sealedHeading() {
        return sealedHeading.clone();
    }

    byte[] sealedBody() {
        return sealedBody.clone();
    }

    Instant writtenAt() {
        return writtenAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    boolean deleted() {
        return deletedAt != null;
    }
}
