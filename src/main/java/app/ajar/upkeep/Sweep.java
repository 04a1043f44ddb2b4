package app.ajar.upkeep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that what was erased leaves the store's file, and does not lie there until H2 happens to need the room: keys
 * that were destroyed, notes that were deleted, and the older text of notes that were changed.
 */
@Component
class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final long AT_MOST = TimeUnit.SECONDS.toNanos(10);

    /** A block is left alone for 45 s: what was written just before a sweep goes with one of the next. */
    private static final int AFTER_A_CHANGE = 3;

    private final DataSource source;
    private long seen = -1;
    private int left;

    Sweep(DataSource source) {
        this.source = source;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
    void sweep() {
        try (Connection connection = source.getConnection()) {
            Optional<StoreFile> file = StoreFile.behind(connection);
            if (file.isPresent()) {
                sweep(file.get());
            }
        } catch (SQLException | MVStoreException | IllegalStateException trouble) {
            LOG.warn("What was erased could not be taken out of the store's file; it is tried again in 30 seconds.");
        }
    }

    private void sweep(StoreFile file) {
        if (file.written() != seen) {
            left = AFTER_A_CHANGE;
        }
        if (left > 0) {
            file.sweep(AT_MOST);
            left--;
            seen = file.written();
        }
    }
}
