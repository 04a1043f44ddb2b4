package app.ajar.attempts;

import io.github.bucket4j.BucketExceptions;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.AbstractSelectForUpdateBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.LockAndGetResult;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Token buckets in the table {@code attempt_bucket}, in SQL that H2 and PostgreSQL both speak: the library has back ends
 * for some databases, each in its dialect, and none for H2. Every use of a bucket is one short transaction that locks its
 * row; the time is the node's own clock.
 */
class StoredBuckets extends AbstractSelectForUpdateBasedProxyManager<Integer> {

    private static final int MOST_RETRIES = 8;

    private final DataSource store;
    private final Clock clock;

    /** @param patience how long one use may take before it fails with the library's {@code TimeoutException} */
    StoredBuckets(DataSource store, Clock clock, Duration patience) {
        super(ClientSideConfig.getDefault()
                .withClientClock(meter(clock))
                .withRequestTimeout(patience)
                .withMaxRetries(MOST_RETRIES));
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected SelectForUpdateBasedTransaction allocateTransaction(Integer number, Optional<Long> nanosLeft) {
        try {
            return new Transaction(number, store.getConnection());
        } catch (SQLException problem) {
            throw BucketExceptions.executionException(problem);
        }
    }

    @Override
    public void removeProxy(Integer number) {
        throw new UnsupportedOperationException("Rows are removed when they mean nothing any more");
    }

    @Override
    public boolean isExpireAfterWriteSupported() {
        return false;
    }

    private static TimeMeter meter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos(clock.instant());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    private static long nanos(Instant moment) {
        return TimeUnit.MILLISECONDS.toNanos(moment.toEpochMilli());
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private final class Transaction implements SelectForUpdateBasedTransaction {

        private final int number;
        private final Connection connection;

        Transaction(int number, Connection connection) {
            this.number = number;
            this.connection = connection;
        }

        @Override
        public void begin(Optional<Long> nanosLeft) {
            run(() -> connection.setAutoCommit(false));
        }

        @Override
        public LockAndGetResult tryLockAndGet(Optional<Long> nanosLeft) {
            return statement("select state from attempt_bucket where number = ? for update", nanosLeft, select -> {
                select.setInt(1, number);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? LockAndGetResult.locked(rows.getBytes(1)) : LockAndGetResult.notLocked();
                }
            });
        }

        @Override
        public boolean tryInsertEmptyData(Optional<Long> nanosLeft) {
            return statement("insert into attempt_bucket (number, full_at) values (?, ?)", nanosLeft, insert -> {
                insert.setInt(1, number);
                // Long enough that nobody tidies it away before it is used, in a moment.
                insert.setObject(2, utc(clock.instant().plusSeconds(60)));
                try {
                    return insert.executeUpdate() > 0;
                } catch (SQLException problem) {
                    if (String.valueOf(problem.getSQLState()).startsWith("23")) {
                        // Somebody else made it meanwhile.
                        return false;
                    }
                    throw problem;
                }
            });
        }

        @Override
        public void update(byte[] bytes, RemoteBucketState state, Optional<Long> nanosLeft) {
            Instant now = clock.instant();
            Instant fullAt = now.plusNanos(state.calculateFullRefillingTime(nanos(now)));
            statement("update attempt_bucket set state = ?, full_at = ? where number = ?", nanosLeft, update -> {
                update.setBytes(1, bytes);
                update.setObject(2, utc(fullAt));
                update.setInt(3, number);
                return update.executeUpdate();
            });
        }

        @Override
        public void commit(Optional<Long> nanosLeft) {
            run(connection::commit);
        }

        @Override
        public void rollback() {
            run(connection::rollback);
        }

        @Override
        public void release() {
            // The pool takes it back as it gave it: it turns auto-commit on again.
            run(connection::close);
        }

        private <T> T statement(String sql, Optional<Long> nanosLeft, Work<T> work) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                applyTimeout(statement, nanosLeft);
                return work.with(statement);
            } catch (SQLException problem) {
                throw BucketExceptions.executionException(problem);
            }
        }

        private void run(Step step) {
            try {
                step.go();
            } catch (SQLException problem) {
                throw BucketExceptions.executionException(problem);
            }
        }
    }

    private interface Step {
        void go() throws SQLException;
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
