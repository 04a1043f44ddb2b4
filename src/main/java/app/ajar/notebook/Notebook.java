package app.ajar.notebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notebook as the store knows it: where to find it, and its key in a seal. */
@Entity
@Table(name = "notebook")
class Notebook {

    @Id
    private UUID id = UUID.randomUUID();

    @Version
    private @Nullable Long revision;

    private String locator = "";

    @Column(name = "wrapped_key")
    private byte[] wrappedKey = new byte[0];

    protected Notebook() {}

    Notebook(UUID id, String locator, byte[] wrappedKey) {
        this.id = id;
        this.locator = locator;
        this.wrappedKey = wrappedKey.clone();
    }

    UUID id() {
        return id;
    }

    byte[] wrappedKey() {
        return wrappedKey.clone();
    }
}
