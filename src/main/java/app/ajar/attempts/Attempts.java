package app.ajar.attempts;

import app.ajar.shared.Turns;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLongArray;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tries at what is costly, counted for each address and for everybody together, in token buckets that all nodes share
 * and that a restart leaves as they were. Whoever is about to stretch key words takes one first.
 */
@Component
public class Attempts {

    /** The number of the bucket that everybody shares. */
    static final int EVERYBODY = 0;

    // A store that hangs must neither let tries through nor hold the threads that reading needs.
    private static final int AT_THE_STORE = 4;
    private static final int WAITING = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AddressNumbers numbers;
    private final StoredBuckets buckets;
    private final JdbcTemplate store;
    private final Clock clock;
    private final BucketConfiguration ofOne;
    private final BucketConfiguration ofAll;
    private final long version;

    private final Turns turns = new Turns(AT_THE_STORE, WAITING, PATIENCE);

    // For each number, in milliseconds since 1970, until when its bucket is known to be empty. Only time fills it, so
    // nobody needs to ask again before: a flood is turned away from memory and costs the store nothing.
    private final AtomicLongArray emptyUntil = new AtomicLongArray(1 + AddressNumbers.MOST);

    Attempts(AddressNumbers numbers, DataSource dataSource, JdbcTemplate store, AttemptSettings settings, Clock clock) {
        this.numbers = numbers;
        this.buckets = new StoredBuckets(dataSource, clock, PATIENCE);
        this.store = store;
        this.clock = clock;
        this.ofOne = bucket(settings.atOnce(), settings.oneMoreEach());
        this.ofAll = bucket(settings.allAtOnce(), settings.allOneMoreEach());
        // So that of the programs that share the buckets, the settings of the one that was started last count.
        this.version = clock.millis();
    }

    private static BucketConfiguration bucket(int capacity, Duration oneMoreEach) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(1, oneMoreEach))
                .build();
    }

    /**
     * Takes one of the tries that the sender of this request has left. The sender is the address that the connection comes
     * from or, if that is a proxy in a private network, the one that the proxy names.
     *
     * @throws TooManyAttemptsException if there is none left, for this address or for everybody
     * @throws DataAccessResourceFailureException if the store cannot count it in time; then there is none either
     */
    public void take(HttpServletRequest request) {
        take(request.getRemoteAddr());
    }

    void take(String address) {
        refuseWhileEmpty(EVERYBODY);
        if (!turns.take()) {
            throw new DataAccessResourceFailureException("Too many tries wait to be counted");
        }
        try {
            // Each on its own, the address first: whoever has none left costs everybody else nothing.
            take(numbers.of(address), ofOne);
            take(EVERYBODY, ofAll);
        } catch (BucketExecutionException trouble) {
            throw new DataAccessResourceFailureException("The tries cannot be counted", trouble);
        } finally {
            turns.giveBack();
        }
    }

    private void take(int number, BucketConfiguration bucket) {
        refuseWhileEmpty(number);
        ConsumptionProbe probe = buckets.builder()
                .withImplicitConfigurationReplacement(version, TokensInheritanceStrategy.AS_IS)
                .build(number, bucket)
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            emptyUntil.set(number, clock.millis() + wait.toMillis());
            throw new TooManyAttemptsException(wait);
        }
    }

    private void refuseWhileEmpty(int number) {
        long wait = emptyUntil.get(number) - clock.millis();
        if (wait > 0) {
            throw new TooManyAttemptsException(Duration.ofMillis(wait));
        }
    }

    /** Removes what means nothing any more: buckets that are full again, and secrets of days that are over. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void tidy() {
        store.update(
                "delete from attempt_bucket where full_at < ?", clock.instant().atOffset(ZoneOffset.UTC));
        numbers.tidy();
    }
}
