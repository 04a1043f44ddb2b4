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

/** An open notebook on one device: its key, sealed under the secret that only that device's cookie holds. */
@Entity
@Table(name = "pass")
@IdClass(Pass.Key.class)
class Pass {

    /** Which pass of which notebook: no statement finds one by half of it. */
    record Key(UUID notebookId, String locator) {}

    @Id
    @Column(name = "notebook_id")
    private UUID notebookId = new UUID(0, 0);

    @Id
    private String locator = "";

    @Version
    private @Nullable Long revision;

    @Column(name = "wrapped_key")
    private byte[] wrappedKey = new byte[0];

    @Column(name = "sealed_use")
    private byte[] sealedUse = new byte[0];

    @Column(name = "sealed_words")
    private byte[] sealedWords = new byte[0];

    @Column(name = "used_on")
    private LocalDate usedOn = LocalDate.EPOCH;

    protected Pass() {}

    Pass(String locator, UUID notebookId, byte[] wrappedKey, byte[] sealedUse, byte[] sealedWords, LocalDate usedOn) {
        this.locator = locator;
        this.notebookId = notebookId;
        this.wrappedKey = wrappedKey.clone();
        this.sealedUse = sealedUse.clone();
        this.sealedWords = sealedWords.clone();
        this.usedOn = usedOn;
    }

    /** One that is in the store. */
    Pass(String locator, UUID notebookId, byte[] wrappedKey, byte[] sealedUse, byte[] sealedWords, long revision) {
        this(locator, notebookId, wrappedKey, sealedUse, sealedWords, LocalDate.EPOCH);
        this.revision = revision;
    }

    /** The same, as it is once a use of it was written down. */
    Pass used(byte[] newSealedUse) {
        return new Pass(locator, notebookId, wrappedKey, newSealedUse, sealedWords, revision() + 1);
    }

    String locator() {
        return locator;
    }

    long revision() {
        return revision == null ? 0 : revision;
    }

    UUID notebookId() {
        return notebookId;
    }

    byte[] wrappedKey() {
        return wrappedKey.clone();
    }

    byte[] sealedUse() {
        return sealedUse.clone();
    }

    byte[] sealedWords() {
        return sealedWords.clone();
    }
}
