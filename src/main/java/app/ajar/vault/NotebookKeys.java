package app.ajar.vault;

import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * What the key words become.
 *
 * @param locator 32 bytes under which the notebook is found; tells nothing about the wrapping key
 * @param wrappingKey AES-256 key that wraps the notebook's data key; never stored
 */
public record NotebookKeys(byte[] locator, SecretKey wrappingKey) {

    static final int LOCATOR_BYTES = 32;

    /** @throws IllegalArgumentException if the locator is not 32 bytes long */
    public NotebookKeys {
        if (locator.length != LOCATOR_BYTES) {
            throw new IllegalArgumentException("A locator has 32 bytes");
        }
        locator = locator.clone();
    }

    @Override
    public byte[] locator() {
        return locator.clone();
    }

    // A record compares arrays by identity, and two stretches of the same words are equal.
    @Override
    public boolean equals(Object other) {
        return other instanceof NotebookKeys that
                && MessageDigest.isEqual(locator, that.locator)
                && wrappingKey.equals(that.wrappingKey);
    }

    // The locator alone: the wrapping key's hash code would carry bits of the key.
    @Override
    public int hashCode() {
        return Arrays.hashCode(locator);
    }

    @Override
    public String toString() {
        return "NotebookKeys[hidden]";
    }
}
