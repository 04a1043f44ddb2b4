package app.ajar.vault;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * What a program needs that opens a notebook with nothing but ADR 9 in hand. It calls none of Ajar's classes, and takes
 * another implementation of each primitive than Ajar does: AES-GCM from Bouncy Castle, HKDF from its definition on the
 * JDK's HMAC, Argon2id from Password4j.
 */
final class AnotherProgram {

    private AnotherProgram() {}

    /** RFC 9106: version 0x13, one lane, 64 bytes. */
    static byte[] argon2id(String secret, String salt, int kib, int passes) {
        return Argon2Function.getInstance(kib, passes, 1, 64, Argon2.ID, 0x13)
                .hash(secret.getBytes(StandardCharsets.UTF_8), salt.getBytes(StandardCharsets.US_ASCII))
                .getBytes();
    }

    /** RFC 5869, section 2, with SHA-256 and no salt, which is a salt of 32 zeros. */
    static byte[] hkdf(byte[] secret, String info, int bytes) {
        return hkdf(secret, new byte[32], info.getBytes(StandardCharsets.US_ASCII), bytes);
    }

    static byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int bytes) {
        byte[] key = hmac(salt, secret);
        var made = new ByteArrayOutputStream();
        byte[] block = {};
        for (int counter = 1; made.size() < bytes; counter++) {
            byte[] input = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, input, block.length, info.length);
            input[input.length - 1] = (byte) counter;
            block = hmac(key, input);
            made.writeBytes(block);
        }
        return Arrays.copyOf(made.toByteArray(), bytes);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] seal(byte[] key, byte[] nonce, byte[] clear, String context) {
        var sealed = new ByteArrayOutputStream();
        sealed.write(0x01);
        sealed.writeBytes(nonce);
        sealed.writeBytes(gcm(true, key, nonce, clear, context));
        return sealed.toByteArray();
    }

    static byte[] open(byte[] key, byte[] sealed, String context) {
        if (sealed[0] != 0x01) {
            throw new IllegalStateException("Another version");
        }
        return gcm(
                false, key, Arrays.copyOfRange(sealed, 1, 13), Arrays.copyOfRange(sealed, 13, sealed.length), context);
    }

    private static byte[] gcm(boolean sealing, byte[] key, byte[] nonce, byte[] in, String context) {
        var cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(
                sealing,
                new AEADParameters(new KeyParameter(key), 128, nonce, context.getBytes(StandardCharsets.US_ASCII)));
        byte[] out = new byte[cipher.getOutputSize(in.length)];
        try {
            cipher.doFinal(out, cipher.processBytes(in, 0, in.length, out, 0));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
        return out;
    }

    static byte[] withoutPadding(byte[] padded) throws IOException {
        int mark = padded.length - 1;
        while (padded[mark] == 0) {
            mark--;
        }
        if (padded[mark] != (byte) 0x80) {
            throw new IOException("No padding");
        }
        return Arrays.copyOf(padded, mark);
    }
}
