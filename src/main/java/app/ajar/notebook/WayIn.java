package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
import app.ajar.vault.NotebookKeys;
import app.ajar.vault.Seal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** One way into a notebook: where words or a passphrase lead, and the notebook's key in the seal that they open. */
@Entity
@Table(name = "way_in")
class WayIn {

    /** What a person keeps in hand; the names stand in the store and in what the seals are bound to. */
    enum Kind {
        words,
        phrase
    }

    @Id
    private String locator = "";

    @Version
    private @Nullable Long revision;

    @Column(name = "notebook_id")
    private UUID notebookId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.words;

    @Column(name = "wrapped_key")
    private byte[] wrappedKey = new byte[0];

    protected WayIn() {}

    WayIn(OpenNotebook notebook, Kind kind, NotebookKeys keys) {
        this.locator = locator(keys);
        this.notebookId = notebook.id();
        this.kind = kind;
        this.wrappedKey = Seal.wrap(keys.wrappingKey(), notebook.key(), context(kind, notebook.id()));
    }

    String locator() {
        return locator;
    }

    static String locator(NotebookKeys keys) {
        return HexFormat.of().formatHex(keys.locator());
    }

    /** @throws BrokenSealException if the row was damaged */
    OpenNotebook open(NotebookKeys keys) {
        SecretKey key = Seal.unwrap(keys.wrappingKey(), wrappedKey, context(kind, notebookId));
        return new OpenNotebook(notebookId, key);
    }

    private static byte[] context(Kind kind, UUID notebookId) {
        return ("ajar/notebook/1/" + kind + "/" + notebookId).getBytes(StandardCharsets.US_ASCII);
    }
}
