package app.ajar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebThreadsTests {

    private static final int IN_MEMORY = 2;
    private static final int MOST = 5;

    private final WebThreads threads = new WebThreads(IN_MEMORY, MOST);
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        over.countDown();
        threads.close();
    }

    @Test
    void whoeverLeavesMemoryIsReplacedAtOnce() throws Exception {
        stay(MOST, threads::leave);
        assertThat(answered()).isTrue();
        assertThat(threads.getCorePoolSize()).isEqualTo(IN_MEMORY + MOST);
    }

    @Test
    void oneThatIsHeldWithoutSayingSoIsReplacedSoon() throws Exception {
        stay(IN_MEMORY, () -> {});
        assertThat(answered()).isTrue();
    }

    @Test
    void thereAreNeverMoreThanAllowed() throws Exception {
        stay(IN_MEMORY + MOST, threads::leave);
        var waits = new CountDownLatch(1);
        threads.execute(waits::countDown);
        threads.look();
        assertThat(threads.getPoolSize()).isEqualTo(IN_MEMORY + MOST);
        assertThat(waits.getCount()).isEqualTo(1);
        over.countDown();
        assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void thoseThatAreNoLongerNeededGo() throws Exception {
        stay(MOST, threads::leave);
        over.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        IntStream.range(0, 2 * WebThreads.LOOKS_UNTIL_FEWER).forEach(look -> threads.look());
        assertThat(threads.getCorePoolSize()).isEqualTo(IN_MEMORY);
    }

    @Test
    void isBusyUntilTheLastIsDone() throws Exception {
        assertThat(threads.isBusy()).isFalse();
        stay(1, threads::leave);
        assertThat(threads.isBusy()).isTrue();
        over.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(threads.isBusy()).isFalse();
    }

    @Test
    void aThreadOfAnotherPoolMayWalkThroughTheSameDoor() {
        threads.begin(System.nanoTime());
        threads.leave();
        threads.end();
        assertThat(threads.getCorePoolSize()).isEqualTo(IN_MEMORY);
    }

    /** Holds so many threads, each of which has begun a request and then did {@code first}. */
    private void stay(int count, Runnable first) throws InterruptedException {
        var begun = new CountDownLatch(count);
        for (int one = 0; one < count; one++) {
            threads.execute(() -> {
                threads.begin(System.nanoTime());
                first.run();
                begun.countDown();
                try {
                    over.await();
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
                threads.end();
            });
        }
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private boolean answered() throws InterruptedException {
        var answered = new CountDownLatch(1);
        threads.execute(answered::countDown);
        return answered.await(10, TimeUnit.SECONDS);
    }
}
