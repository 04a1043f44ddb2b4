package app.ajar.vault;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret in a browser's cookie: 32 random bytes, of which the server keeps only the locator. It is random already, so
 * it needs no stretching; HKDF-SHA256 (RFC 5869) makes a locator and a wrapping key of it. Beside it stands the id of the
 * notebook, which says in which part of a large store the pass is to be looked for, and opens nothing.
 */
public final class PassSecret {

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final int COOKIE_CHARACTERS = 64;

    private static final Base64.Encoder COOKIE_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final UUID notebookId;
    private final byte[] secret;

    private PassSecret(UUID notebookId, byte[] secret) {
        this.notebookId = notebookId;
        this.secret = secret;
    }

    /** A new secret for this notebook. */
    public static PassSecret fresh(UUID notebookId, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new PassSecret(notebookId, secret);
    }

    /** Reads {@link #cookieText()} back; empty for anything that is not exactly one. */
    public static Optional<PassSecret> fromCookie(String text) {
        if (text.length() != COOKIE_CHARACTERS) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != ID_BYTES + SECRET_BYTES) {
                // Padding: a few of the characters stood for nothing.
                return Optional.empty();
            }
            var notebookId = new UUID(bytes.getLong(), bytes.getLong());
            byte[] secret = new byte[SECRET_BYTES];
            bytes.get(secret);
            return Optional.of(new PassSecret(notebookId, secret));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * What goes into the cookie: the 16 bytes of the notebook's id, then the 32 of the secret, as 64 characters of
     * base64url (RFC 4648, section 5). They fill the characters exactly, so a pass has one spelling.
     */
    public String cookieText() {
        return COOKIE_TEXT.encodeToString(ByteBuffer.allocate(ID_BYTES + SECRET_BYTES)
                .putLong(notebookId.getMostSignificantBits())
                .putLong(notebookId.getLeastSignificantBits())
                .put(secret)
                .array());
    }

    /** The notebook that the browser says it has open; only the store knows whether it has. */
    public UUID notebookId() {
        return notebookId;
    }

    /** The 32 bytes that the server stores and finds the pass by; they tell nothing about the wrapping key. */
    public byte[] locator() {
        return Hkdf.derive(secret, "ajar/pass/locator/v1", NotebookKeys.LOCATOR_BYTES);
    }

    /** The AES-256 key that wraps the notebook's data key for this browser; never stored. */
    public SecretKey wrappingKey() {
        byte[] wrapping = Hkdf.derive(secret, "ajar/pass/wrap/v1", Seal.KEY_BYTES);
        try {
            return new SecretKeySpec(wrapping, "AES");
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "PassSecret[hidden]";
    }
}
