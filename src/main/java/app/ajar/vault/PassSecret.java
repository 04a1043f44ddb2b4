package app.ajar.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret in a browser's cookie: 32 random bytes, of which the server keeps only the locator. It is random already, so
 * it needs no stretching; HKDF-SHA256 (RFC 5869) makes a locator and a wrapping key of it.
 */
public final class PassSecret {

    private static final int SECRET_BYTES = 32;
    private static final int COOKIE_CHARACTERS = 43;

    private static final Base64.Encoder COOKIE_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final byte[] secret;

    private PassSecret(byte[] secret) {
        this.secret = secret;
    }

    /** A new secret. */
    public static PassSecret fresh(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new PassSecret(secret);
    }

    /** Reads {@link #cookieText()} back; empty for anything that is not exactly one. */
    public static Optional<PassSecret> fromCookie(String text) {
        if (text.length() != COOKIE_CHARACTERS) {
            return Optional.empty();
        }
        try {
            PassSecret pass = new PassSecret(Base64.getUrlDecoder().decode(text));
            // 43 characters carry two bits more than 32 bytes, which the decoder drops: only one spelling is the right
            // one.
            return pass.cookieText().equals(text) ? Optional.of(pass) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What goes into the cookie: 43 characters of base64url without padding (RFC 4648, section 5). */
    public String cookieText() {
        return COOKIE_TEXT.encodeToString(secret);
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
