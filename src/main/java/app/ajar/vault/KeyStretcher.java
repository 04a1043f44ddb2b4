package app.ajar.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Turns key words, or a passphrase, into keys, slowly on purpose: Argon2id version 1.3 (RFC 9106) makes 64 bytes out of
 * them, and HKDF-SHA256 (RFC 5869) a locator and a wrapping key of 32 bytes each out of those.
 *
 * <p>For words the text is their spelling in the list, joined by single spaces; the salt {@code ajar/key-words/1}, 47,104
 * KiB, one pass; the labels {@code ajar/notebook/locator/v1} and {@code ajar/notebook/wrap/v1}. For a passphrase it is
 * {@link Passphrase#text()}; {@code ajar/passphrase1}, 65,536 KiB, three passes; {@code ajar/notebook/phrase/locator/v1} and
 * {@code ajar/notebook/phrase/wrap/v1}. Texts go in as UTF-8, salts and labels as ASCII; one lane, no secret, no associated
 * data; HKDF has no salt.
 *
 * <p>Safe for use by many threads; each call
 * holds the stretcher's memory (46 MiB for words, 64 MiB for a passphrase, at the real cost) while it runs, so whoever
 * calls it bounds how many run at once.
 */
public final class KeyStretcher {

    private static final int STRETCHED_BYTES = 64;

    /**
     * What stretching costs.
     *
     * @param memoryKib in KiB
     * @param passes over that memory; there is one lane
     */
    record Cost(int memoryKib, int passes) {}

    // The OWASP Password Storage Cheat Sheet's Argon2id minimum with one pass: 46 MiB, t=1, p=1.
    private static final Cost FOR_WORDS = new Cost(46 * 1024, 1);

    // A person's own sentence is easier to guess than drawn words, so each guess costs about four times as much.
    private static final Cost FOR_A_PHRASE = new Cost(64 * 1024, 3);

    /*
     * The same 16 bytes for everyone. A notebook has no account, name or address to hang a salt on: it must be found from
     * the words alone, so the locator has to come out of the words alone. What a salt would prevent, a table computed once
     * and used against everyone, is out of reach here: the words are drawn by machine and carry at least 64 random bits. For
     * a passphrase it is the reason why guessable ones are refused, and why it costs more.
     */
    private static final byte[] WORDS_SALT = "ajar/key-words/1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PHRASE_SALT = "ajar/passphrase1".getBytes(StandardCharsets.US_ASCII);

    private final Cost forWords;
    private final Cost forAPhrase;

    /** Stretches at the real cost. */
    public KeyStretcher() {
        this(FOR_WORDS, FOR_A_PHRASE);
    }

    /** For tests, which cannot wait. A notebook made at one cost is not found at another. */
    KeyStretcher(int memoryKib, int passes) {
        this(new Cost(memoryKib, passes), new Cost(memoryKib, passes));
    }

    private KeyStretcher(Cost forWords, Cost forAPhrase) {
        this.forWords = forWords;
        this.forAPhrase = forAPhrase;
    }

    /**
     * Stretches the words. Incomplete words are stretched just the same, so that the time taken does not tell what was wrong
     * with them; their keys belong to no notebook.
     */
    public NotebookKeys stretch(KeyWords words) {
        return stretch(String.join(" ", words.words()), WORDS_SALT, forWords, "ajar/notebook/");
    }

    /** Stretches a passphrase. */
    public NotebookKeys stretch(Passphrase phrase) {
        return stretch(phrase.text(), PHRASE_SALT, forAPhrase, "ajar/notebook/phrase/");
    }

    private static NotebookKeys stretch(String secret, byte[] salt, Cost cost, String label) {
        byte[] password = secret.getBytes(StandardCharsets.UTF_8);
        byte[] stretched = argon2id(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memoryKib())
                        .withIterations(cost.passes())
                        .withParallelism(1)
                        .withSalt(salt)
                        .build(),
                password,
                STRETCHED_BYTES);
        byte[] locator = Hkdf.derive(stretched, label + "locator/v1", NotebookKeys.LOCATOR_BYTES);
        byte[] wrapping = Hkdf.derive(stretched, label + "wrap/v1", Seal.KEY_BYTES);
        try {
            return new NotebookKeys(locator, new SecretKeySpec(wrapping, "AES"));
        } finally {
            Arrays.fill(password, (byte) 0);
            Arrays.fill(stretched, (byte) 0);
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    // Package-private so that the RFC's vector goes through the very same calls.
    static byte[] argon2id(Argon2Parameters parameters, byte[] password, int bytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] out = new byte[bytes];
        generator.generateBytes(password, out);
        return out;
    }
}
