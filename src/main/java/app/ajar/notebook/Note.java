package app.ajar.notebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A note as the store knows it: two seals, the day it was written, and its place in the order of writing. */
@Entity
@Table(name = "note")
@IdClass(Note.Key.class)
class Note {

    /** Which note of which notebook: no statement finds one by half of it. */
    record Key(UUID notebookId, UUID id) {}

    @Id
    @Column(name = "notebook_id")
    private UUID notebookId = new UUID(0, 0);

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long revision;

    @Column(name = "sealed_heading")
    private byte[] sealedHeading = new byte[0];

    @Column(name = "sealed_body")
    private byte[] sealedBody = new byte[0];

    @Column(name = "written_on")
    private LocalDate writtenOn = LocalDate.EPOCH;

    private long place;

    @Column(name = "deleted_on")
    private @Nullable LocalDate deletedOn;

    protected Note() {}

    /** @param heading the same heading, with the moment of deletion sealed in it */
    void delete(byte[] heading, LocalDate today) {
        sealedHeading = heading.clone();
        deletedOn = today;
    }

    void restore(byte[] heading) {
        sealedHeading = heading.clone();
        deletedOn = null;
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

    LocalDate writtenOn() {
        return writtenOn;
    }

    boolean deleted() {
        return deletedOn != null;
    }
}
