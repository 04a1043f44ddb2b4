package app.ajar.notebook;

import java.util.UUID;
import javax.crypto.SecretKey;

/** A notebook for the length of one request: its id and its key. Never stored, never printed. */
record OpenNotebook(UUID id, SecretKey key) {

    @Override
    public String toString() {
        return "OpenNotebook[…]";
    }
}
