package app.ajar.upkeep;

import app.ajar.shared.CommitConfirmation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Answers no commit before the disk has it. H2 writes a commit to its file and leaves the rest to the system: a save that
 * was answered would survive a kill, but not a power cut. One force serves everybody who was waiting when it began; who
 * comes later waits for the next. What changed nothing waits for nothing. Other databases do this themselves.
 */
@Component
class Durability implements TransactionExecutionListener, CommitConfirmation {

    private record Forced(MVStore store, long upTo) {}

    private final DataSource source;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable Forced forced;
    // So that another database is not asked for a connection each time.
    private volatile boolean elsewhere;

    Durability(DataSource source) {
        this.source = source;
    }

    /** @throws DataAccessResourceFailureException if the disk did not take it; the commit must not be acknowledged */
    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && !transaction.isReadOnly()) {
            confirmed();
        }
    }

    @Override
    public void confirm() {
        // Within a transaction nothing is committed yet.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            confirmed();
        }
    }

    private void confirmed() {
        if (elsewhere) {
            return;
        }
        // The transaction's own connection: asking the pool for a second could leave everybody waiting.
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            Optional<StoreFile> file = StoreFile.behind(connection);
            elsewhere = file.isEmpty();
            if (file.isPresent()) {
                await(file.get());
            }
        } catch (SQLException | MVStoreException trouble) {
            throw new DataAccessResourceFailureException("The disk did not confirm a commit", trouble);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private void await(StoreFile file) {
        long mine = file.written();
        if (covered(file, mine)) {
            return;
        }
        oneAtATime.lock();
        try {
            if (!covered(file, mine)) {
                // Asked before the force: whatever was in the file by then is on the disk after it.
                long upTo = file.written();
                file.force();
                forced = new Forced(file.store(), upTo);
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private boolean covered(StoreFile file, long version) {
        Forced last = forced;
        return last != null && last.store() == file.store() && last.upTo() >= version;
    }
}
