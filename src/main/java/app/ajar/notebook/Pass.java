package app.ajar.notebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open notebook on one device: its key, sealed under the secret that only that device's cookie holds. */
@Entity
@Table(name = "pass")
class Pass {

    @Id
    private String locator = "";

    @Version
    private @Nullable Long revision;

    @Column(name = "notebook_id")
    private UUID notebookId = new UUID(0, 0);

    @Column(name = "wrapped_key")
    private byte[] wrappedKey = new byte[0];

    @Column(name = "last_used_at")
    private Instant lastUsedAt = Instant.EPOCH;

    protected Pass() {}

    Pass(String locator, UUID notebookId, byte[] wrappedKey, Instant now) {
        this.locator = locator;
        this.notebookId = notebookId;
        this.wrappedKey = wrappedKey.clone();
        this.lastUsedAt = now;
    }

    UUID notebookId() {
        return notebookId;
    }

    byte[] wrappedKey() {
        return wrappedKey.clone();
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }
}
