package app.ajar.vault;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** HKDF with SHA-256 (RFC 5869): several keys for several purposes out of one secret. */
final class Hkdf {

    private static final byte[] NO_SALT = {};

    private Hkdf() {}

    /** Derives that many bytes for the purpose, without a salt: the secret is already uniformly random (RFC 5869, 3.1). */
    static byte[] derive(byte[] secret, String purpose, int bytes) {
        return derive(secret, NO_SALT, purpose.getBytes(StandardCharsets.US_ASCII), bytes);
    }

    static byte[] derive(byte[] secret, byte[] salt, byte[] info, int bytes) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(secret, salt, info));
        byte[] out = new byte[bytes];
        generator.generateBytes(out, 0, bytes);
        return out;
    }
}
