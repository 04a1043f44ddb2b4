package app.ajar.guide;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The one way in which what readers see of the guide changes. A change and the number of its edition are one
 * transaction, so every copy of the program that reads from the same store notices it, and none sees half of it.
 */
@Component
public class Publishing {

    private final JdbcClient store;
    private final TransactionOperations transaction;
    private final PackApplier applier;

    Publishing(JdbcClient store, TransactionOperations transaction, PackApplier applier) {
        this.store = store;
        this.transaction = transaction;
        this.applier = applier;
    }

    /**
     * Makes a change, all of it or nothing. Two at once follow one another: the number's row is taken first.
     *
     * @param change writes to the pieces; what it throws undoes everything
     */
    public void publish(Runnable change) {
        transaction.executeWithoutResult(status -> {
            store.sql("update edition set number = number + 1 where id = 1").update();
            change.run();
        });
    }

    /** Takes a pack over, unless its checksum says that it is what the store has already. */
    void takeOver(String language, String checksum, Supplier<Pack> pack) {
        if (applier.isCurrent(language, checksum)) {
            return;
        }
        Pack read = pack.get();
        publish(() -> {
            // Another copy of the program may have started with the same pack a moment earlier.
            if (!applier.isCurrent(language, checksum)) {
                applier.apply(read);
            }
        });
    }

    /** Counts the changes so far: one read by primary key. */
    long number() {
        return store.sql("select number from edition where id = 1")
                .query(Long.class)
                .single();
    }
}
