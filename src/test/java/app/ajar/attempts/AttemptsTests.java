package app.ajar.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ajar.support.MovingClock;
import app.ajar.support.Stored;
import app.ajar.support.TestStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tries on the real migrations, with a clock that the test moves. */
@Tag(TestStore.TAG)
@DataJpaTest(properties = "spring.test.database.replace=none")
@ContextConfiguration(initializers = TestStore.class)
@ActiveProfiles(resolver = TestStore.Profile.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class AttemptsTests {

    private static final String HOME = "198.51.100.7";
    private static final String ELSEWHERE = "203.0.113.40";

    private final MovingClock clock = new MovingClock("2026-11-22T21:40:00Z");

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcTemplate jdbc;

    private Attempts attempts;

    @BeforeEach
    void start() {
        jdbc.update("delete from attempt_bucket");
        jdbc.update("delete from attempt_secret");
        attempts = freshProgram();
    }

    /** What a restart leaves, or what another node has: the store, and nothing in memory. */
    private Attempts freshProgram() {
        return program(3, 8);
    }

    private Attempts program(int atOnce, int allAtOnce) {
        var settings = new AttemptSettings(atOnce, Duration.ofSeconds(20), allAtOnce, Duration.ofSeconds(1));
        return new Attempts(new AddressNumbers(jdbc, clock), dataSource, jdbc, settings, clock);
    }

    @Test
    void givesAnAddressItsTriesAndThenSaysHowLongToWait() {
        take(attempts, HOME, 3);
        assertThat(refusal(attempts, HOME).retryAfterSeconds()).isEqualTo(20);
        clock.move(Duration.ofSeconds(15));
        assertThat(refusal(attempts, HOME).retryAfterSeconds()).isEqualTo(5);
        attempts.take(ELSEWHERE);
    }

    @Test
    void givesOneMoreTryEachTwentySecondsAndNeverMoreThanItsHandful() {
        take(attempts, HOME, 3);
        clock.move(Duration.ofSeconds(20));
        attempts.take(HOME);
        refusal(attempts, HOME);
        clock.move(Duration.ofHours(5));
        take(attempts, HOME, 3);
        refusal(attempts, HOME);
    }

    @Test
    void limitsEverybodyTogether() {
        for (int sender = 1; sender <= 8; sender++) {
            attempts.take("198.51.100." + sender);
        }
        assertThat(refusal(attempts, ELSEWHERE).retryAfterSeconds()).isOne();
        clock.move(Duration.ofSeconds(1));
        attempts.take(ELSEWHERE);
        refusal(attempts, ELSEWHERE);
    }

    @Test
    void turnsAnAddressAwayWithoutTakingFromEverybody() {
        take(attempts, HOME, 3);
        for (int more = 0; more < 50; more++) {
            refusal(attempts, HOME);
            refusal(freshProgram(), HOME);
        }
        for (int sender = 1; sender <= 5; sender++) {
            attempts.take("203.0.113." + sender);
        }
    }

    @Test
    void remembersAcrossARestart() {
        take(attempts, HOME, 2);
        Attempts restarted = freshProgram();
        restarted.take(HOME);
        refusal(restarted, HOME);
        clock.move(Duration.ofSeconds(20));
        freshProgram().take(HOME);
        refusal(freshProgram(), HOME);
    }

    @Test
    void countsOverSeveralNodes() {
        Attempts other = freshProgram();
        attempts.take(HOME);
        other.take(HOME);
        attempts.take(HOME);
        refusal(other, HOME);
        refusal(attempts, HOME);
    }

    @Test
    void letsNoTryThroughTwiceWhenManyComeAtOnce() throws InterruptedException {
        Attempts one = program(10, 100);
        Attempts two = program(10, 100);
        var through = new AtomicInteger();
        var refused = new AtomicInteger();
        var go = new CountDownLatch(1);
        try (var crowd = new Crowd()) {
            for (int sender = 0; sender < 16; sender++) {
                Attempts node = sender % 2 == 0 ? one : two;
                crowd.add(() -> {
                    go.await();
                    for (int time = 0; time < 4; time++) {
                        try {
                            node.take(HOME);
                            through.incrementAndGet();
                        } catch (TooManyAttemptsException tooMany) {
                            refused.incrementAndGet();
                        }
                    }
                    return null;
                });
            }
            go.countDown();
        }
        assertThat(through).hasValue(10);
        assertThat(refused).hasValue(54);
    }

    @Test
    void takesAFloodFromMemoryAndAsksTheStoreNothing() {
        take(attempts, HOME, 3);
        refusal(attempts, HOME);
        jdbc.execute("alter table attempt_bucket rename to attempt_bucket_away");
        try {
            for (int more = 0; more < 1_000; more++) {
                refusal(attempts, HOME);
            }
            assertThatExceptionOfType(DataAccessResourceFailureException.class)
                    .as("and whoever has tries left has none as long as they cannot be counted")
                    .isThrownBy(() -> attempts.take(ELSEWHERE));
        } finally {
            jdbc.execute("alter table attempt_bucket_away rename to attempt_bucket");
        }
    }

    @Test
    void countsWithTheSettingsOfTheProgramThatWasStartedLast() {
        take(attempts, HOME, 1);
        clock.move(Duration.ofSeconds(1));
        Attempts stricter = program(1, 8);
        stricter.take(HOME);
        refusal(stricter, HOME);
        refusal(attempts, HOME);
    }

    @Test
    void takesAnIpv6NetworkForOneAddressAndAMappedOneForIpv4() {
        var numbers = new AddressNumbers(jdbc, clock);
        assertThat(numbers.of("2001:db8:1:2::7"))
                .isEqualTo(numbers.of("2001:0DB8:1:2:aaaa:bbbb:cccc:dddd"))
                .isEqualTo(numbers.of("2001:db8:1:2::7%eth0"));
        assertThat(Stream.of(2, 3, 4, 5).map(network -> numbers.of("2001:db8:1:" + network + "::7")))
                .as("four networks")
                .isNotEqualTo(Collections.nCopies(4, numbers.of("2001:db8:1:2::7")));
        assertThat(numbers.of("::ffff:198.51.100.7")).isEqualTo(numbers.of(HOME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown", "localhost", "a.example", "999.1.1.1", ".:", ":::", "1:2", "%", "\u0000", "\ud800"
            })
    void makesANumberOfAnyText(String address) {
        assertThat(new AddressNumbers(jdbc, clock).of(address)).isBetween(1, AddressNumbers.MOST);
    }

    @Test
    void looksNoNameUp() {
        var numbers = new AddressNumbers(jdbc, clock);
        assertThat(Stream.of("localhost", "LOCALHOST").map(numbers::of))
                .isNotEqualTo(Collections.nCopies(2, numbers.of("127.0.0.1")))
                .isNotEqualTo(Collections.nCopies(2, numbers.of("::1")));
    }

    @Test
    void spreadsAddressesAlikeOverBothHalvesOfTheNumbers() {
        var numbers = new AddressNumbers(jdbc, clock);
        Map<Boolean, Long> halves = IntStream.range(0, 20_000)
                .map(sender -> numbers.of("10." + sender / 250 + ".3." + sender % 250))
                .boxed()
                .collect(Collectors.partitioningBy(number -> number <= AddressNumbers.MOST / 2, Collectors.counting()));
        assertThat(halves.values()).allSatisfy(half -> assertThat(half).isBetween(9_500L, 10_500L));
    }

    @Test
    void sharesTheSecretOfTheDayAndKeepsNoOther() {
        var today = new AddressNumbers(jdbc, clock);
        int number = today.of(HOME);
        List<String> before = secrets();
        assertThat(new AddressNumbers(jdbc, clock).of(HOME)).as("another node").isEqualTo(number);
        clock.move(Duration.ofDays(1));
        today.of(HOME);
        assertThat(secrets()).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(Stream.of("192.0.2.1", "192.0.2.2", "192.0.2.3", HOME).map(today::of))
                .as("nothing leads from one day's numbers to the next day's")
                .isNotEqualTo(Stream.of("192.0.2.1", "192.0.2.2", "192.0.2.3", HOME)
                        .map(new AddressNumbers(jdbc, Clock.offset(clock, Duration.ofDays(-1)))::of)
                        .toList());
    }

    @Test
    void drawsOneSecretHoweverManyAskFirst() {
        var numbers = IntStream.range(0, 16)
                .parallel()
                .map(node -> new AddressNumbers(jdbc, clock).of(HOME))
                .distinct()
                .toArray();
        assertThat(numbers).hasSize(1);
    }

    @Test
    void forgetsARowOnceItMeansNothing() {
        attempts.take(HOME);
        attempts.take(ELSEWHERE);
        attempts.take(ELSEWHERE);
        assertThat(rows()).isEqualTo(3);
        clock.move(Duration.ofSeconds(19));
        attempts.tidy();
        assertThat(rows()).as("the one for everybody is full again").isEqualTo(2);
        clock.move(Duration.ofSeconds(2));
        attempts.tidy();
        assertThat(rows()).isEqualTo(1);
        clock.move(Duration.ofDays(1));
        attempts.tidy();
        assertThat(rows()).isZero();
        assertThat(secrets()).isEmpty();
        take(attempts, HOME, 3);
        refusal(attempts, HOME);
    }

    @Test
    void keepsNoAddressInTheStore() {
        String network = "2001:db8:77:1234:5678:9abc:def0:1111";
        take(attempts, HOME, 3);
        refusal(attempts, HOME);
        attempts.take(network);
        String numbered = String.valueOf(new AddressNumbers(jdbc, clock).of(HOME));
        String dump = Stored.everything(dataSource);
        assertThat(dump)
                .as("it did read the tables, bytes among them")
                .contains("\n" + numbered + "\n", "\n" + secrets().get(0) + "\n");
        assertThat(dump)
                .doesNotContain(HOME, network, "2001:db8")
                .doesNotContainIgnoringCase(
                        HexFormat.of().formatHex(new byte[] {(byte) 198, 51, 100, 7}), "20010db800771234");
        assertThat(jdbc.queryForList("select number from attempt_bucket", Integer.class))
                .allSatisfy(number -> assertThat(number).isBetween(0, AddressNumbers.MOST));
        assertThat(catchThrowableOfType(TooManyAttemptsException.class, () -> attempts.take(HOME)))
                .asString()
                .doesNotContain(HOME);
    }

    @Test
    void letsNobodyThroughWhileTheStoreIsAway() {
        var away = new AwayStore();
        var settings = new AttemptSettings(3, Duration.ofSeconds(20), 8, Duration.ofSeconds(1));
        var cutOff = new Attempts(new AddressNumbers(jdbc, clock), away, jdbc, settings, clock);
        for (int time = 0; time < 30; time++) {
            assertThatExceptionOfType(DataAccessResourceFailureException.class)
                    .isThrownBy(() -> cutOff.take(HOME))
                    .withMessageNotContaining(HOME);
        }
        assertThat(away.asked).hasValue(30);
    }

    @Test
    void turnsACrowdAwayAtOnceWhenTheStoreHangs() throws InterruptedException {
        var hanging = new AwayStore();
        hanging.hold();
        var settings = new AttemptSettings(100, Duration.ofSeconds(20), 800, Duration.ofSeconds(1));
        var slow = new Attempts(new AddressNumbers(jdbc, clock), hanging, jdbc, settings, clock);
        var failed = new CountDownLatch(100 - 4 - 60);
        try (var crowd = new Crowd()) {
            try {
                for (int sender = 0; sender < 100; sender++) {
                    crowd.add(() -> {
                        try {
                            slow.take(HOME);
                        } catch (DataAccessResourceFailureException trouble) {
                            failed.countDown();
                        }
                        return null;
                    });
                }
                assertThat(failed.await(1, TimeUnit.SECONDS))
                        .as("all but those at the store, and the few who may wait")
                        .isTrue();
            } finally {
                // The crowd waits for all of them.
                hanging.letGo();
            }
        }
    }

    private static void take(Attempts attempts, String address, int times) {
        for (int time = 0; time < times; time++) {
            attempts.take(address);
        }
    }

    private static TooManyAttemptsException refusal(Attempts attempts, String address) {
        return Objects.requireNonNull(
                catchThrowableOfType(TooManyAttemptsException.class, () -> attempts.take(address)),
                "There was a try left");
    }

    private int rows() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from attempt_bucket", Integer.class));
    }

    private List<String> secrets() {
        return jdbc.queryForList("select secret from attempt_secret", byte[].class).stream()
                .map(HexFormat.of()::formatHex)
                .toList();
    }

    /** Many at the same time; closing waits for all of them. */
    private static final class Crowd implements AutoCloseable {

        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final List<Future<?>> all = new ArrayList<>();

        void add(Callable<?> one) {
            all.add(threads.submit(one));
        }

        @Override
        public void close() throws InterruptedException {
            try {
                for (Future<?> one : all) {
                    one.get();
                }
            } catch (ExecutionException problem) {
                throw new AssertionError(problem.getCause());
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** A store that nobody gets a connection to, at once or after a wait. */
    private static final class AwayStore extends AbstractDataSource {

        private final AtomicInteger asked = new AtomicInteger();
        private volatile CountDownLatch held = new CountDownLatch(0);

        void hold() {
            held = new CountDownLatch(1);
        }

        void letGo() {
            held.countDown();
        }

        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            try {
                held.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new SQLException("away");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
