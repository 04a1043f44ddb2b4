package app.ajar.vault;

import java.security.SecureRandom;
import java.util.Random;

/**
 * Chance for tests that try many inputs. Another seed each time, printed, so that a failure can be had again: {@code
 * -Dajar.seed=N}.
 */
final class Seeds {

    private static final long SEED = Long.getLong("ajar.seed", new SecureRandom().nextLong());

    static {
        System.out.println("Seed of the vault's tests: -Dajar.seed=" + SEED);
    }

    private Seeds() {}

    static Random random() {
        return new Random(SEED);
    }
}
