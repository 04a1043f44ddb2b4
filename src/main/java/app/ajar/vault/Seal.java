package app.ajar.vault;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens bytes with AES-256-GCM (NIST SP 800-38D). Sealed bytes are the version {@code 0x01}, a random nonce of 12
 * bytes, the ciphertext, which is as long as the clear bytes, and a tag of 16 bytes.
 *
 * <p>The context is sealed along, not stored: bytes that were sealed for one place do not open in another, so pass what the
 * bytes belong to, such as the table and the row's id. One key may seal at most 2<sup>32</sup> times, the standard's bound
 * for random nonces.
 */
public final class Seal {

    static final int KEY_BYTES = 32;

    private static final byte VERSION = 0x01;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEAD_BYTES = 1 + NONCE_BYTES;

    private static final String CIPHER = "AES/GCM/NoPadding";

    private static final SecureRandom NONCES = new SecureRandom();

    /** Looked for once: Java asks all its providers anew for each cipher, which takes as long as sealing. */
    private static final Provider PROVIDER = provider();

    private Seal() {}

    /**
     * Seals the clear bytes, which are left as they are, with a fresh nonce.
     *
     * @param key 32 bytes of AES
     * @param context what the bytes belong to; may be empty
     * @return 29 bytes more than the clear bytes
     * @throws IllegalArgumentException if the key is not an AES-256 key
     */
    public static byte[] seal(SecretKey key, byte[] clear, byte[] context) {
        requireAes256(key);
        byte[] sealed = new byte[HEAD_BYTES + clear.length + TAG_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        NONCES.nextBytes(nonce);
        sealed[0] = VERSION;
        System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
        try {
            Cipher cipher = Cipher.getInstance(CIPHER, PROVIDER);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(context);
            cipher.doFinal(clear, 0, clear.length, sealed, HEAD_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot seal with AES-256-GCM", e);
        }
        return sealed;
    }

    /**
     * Opens what {@link #seal} made with the same key and context.
     *
     * @throws BrokenSealException if even one bit differs, the bytes are too short, or their version is unknown
     * @throws IllegalArgumentException if the key is not an AES-256 key
     */
    public static byte[] open(SecretKey key, byte[] sealed, byte[] context) {
        requireAes256(key);
        if (sealed.length < HEAD_BYTES + TAG_BYTES) {
            throw new BrokenSealException("Too short to be sealed bytes");
        }
        if (sealed[0] != VERSION) {
            throw new BrokenSealException("Sealed in a version that is not known here");
        }
        try {
            Cipher cipher = Cipher.getInstance(CIPHER, PROVIDER);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, sealed, 1, NONCE_BYTES));
            cipher.updateAAD(context);
            return cipher.doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
        } catch (AEADBadTagException e) {
            throw new BrokenSealException("The seal does not open with this key and context");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot open AES-256-GCM", e);
        }
    }

    /** A fresh AES-256 key for what one notebook holds. */
    public static SecretKey newDataKey(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        try {
            return new SecretKeySpec(bytes, "AES");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * Seals a data key with a wrapping key: 61 bytes. Give it a context that no sealed text has, so that the one is never
     * taken for the other.
     *
     * @throws IllegalArgumentException if either is not an AES-256 key
     */
    public static byte[] wrap(SecretKey wrappingKey, SecretKey dataKey, byte[] context) {
        requireAes256(dataKey);
        byte[] bytes = dataKey.getEncoded();
        try {
            return seal(wrappingKey, bytes, context);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * Opens what {@link #wrap} made.
     *
     * @throws BrokenSealException as {@link #open}, or if what was sealed is no AES-256 key
     * @throws IllegalArgumentException if the wrapping key is not an AES-256 key
     */
    public static SecretKey unwrap(SecretKey wrappingKey, byte[] wrapped, byte[] context) {
        byte[] bytes = open(wrappingKey, wrapped, context);
        try {
            if (bytes.length != KEY_BYTES) {
                throw new BrokenSealException("The seal holds something other than a key");
            }
            return new SecretKeySpec(bytes, "AES");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The one that Java prefers, among those that take a key of this kind. */
    private static Provider provider() {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[KEY_BYTES], "AES"));
            return cipher.getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no AES-256-GCM", e);
        }
    }

    // The JDK takes shorter AES keys without a word; a 128-bit key here would be a mistake nobody sees.
    private static void requireAes256(SecretKey key) {
        byte[] bytes = key.getEncoded();
        boolean fits = "AES".equals(key.getAlgorithm()) && bytes != null && bytes.length == KEY_BYTES;
        if (bytes != null) {
            Arrays.fill(bytes, (byte) 0);
        }
        if (!fits) {
            throw new IllegalArgumentException("Sealing takes an AES key of 32 bytes");
        }
    }
}
