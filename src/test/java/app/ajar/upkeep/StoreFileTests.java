package app.ajar.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the store's file, byte by byte, once rows were deleted or changed. */
class StoreFileTests {

    private static final String THE_KEPT = "mod(id, 3) = 2 and id < 1000";
    private static final long LONG_ENOUGH = TimeUnit.SECONDS.toNanos(1);

    @TempDir
    private Path folder;

    private final Random random = new Random(5);

    @Test
    void nothingOfADeletedOrChangedRowIsLeftInTheFileAndTheOthersAre() throws SQLException, IOException {
        List<String> all = new ArrayList<>();
        try (Connection connection = open()) {
            // No block is too young to be touched.
            execute(connection, "set retention_time 0");
            execute(connection, "create table note (id int primary key, sealed varchar(20000))");
            for (int id = 0; id < 400; id++) {
                // Some fit in a page of the file, some need more than one.
                all.add(insert(connection, id, id % 7 == 0 ? 9_000 : 600));
            }
            execute(connection, "delete from note where mod(id, 3) = 0");
            execute(connection, "update note set sealed = 'changed' where mod(id, 3) = 1");
            assertThat(found(all)).as("before: H2 leaves them where they were").hasSizeGreaterThan(200);

            StoreFile file = StoreFile.behind(connection).orElseThrow();
            // Once is enough, unless the machine stood still meanwhile: then it goes on the next time.
            for (int turn = 0; turn < 10 && found(all).size() > kept(all).size(); turn++) {
                file.sweep(LONG_ENOUGH);
            }

            for (int id = 0; id < all.size(); id++) {
                assertThat(found(List.of(all.get(id))).isEmpty())
                        .as("gone, " + id)
                        .isEqualTo(id % 3 != 2);
            }
            // Nothing comes back from a buffer that is used again.
            for (int id = 1_000; id < 1_050; id++) {
                execute(connection, "insert into note values (" + id + ", 'after')");
            }
            assertThat(found(all)).containsExactlyElementsOf(kept(all));
            assertThat(readBack(connection, THE_KEPT)).containsExactlyElementsOf(kept(all));
        }
        try (Connection again = open()) {
            assertThat(readBack(again, THE_KEPT)).containsExactlyElementsOf(kept(all));
        }
    }

    @Test
    void whatIsWrittenWhileItSweepsIsThereAndWhatWasErasedBeforeIsGone() throws Exception {
        List<String> gone = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        try (Connection connection = open()) {
            execute(connection, "set retention_time 0");
            execute(connection, "create table note (id int primary key, sealed varchar(100000))");
            // What stays is more than is wiped in one go, with gaps between.
            for (int id = 0; id < 100; id++) {
                (id % 2 == 0 ? gone : kept).add(insert(connection, id, 100_000));
            }
            execute(connection, "delete from note where mod(id, 2) = 0");

            StoreFile file = StoreFile.behind(connection).orElseThrow();
            var writing = new AtomicBoolean(true);
            var sweeper = CompletableFuture.runAsync(() -> {
                do {
                    file.sweep(LONG_ENOUGH);
                } while (writing.get());
            });
            for (int id = 100; id < 600; id++) {
                kept.add(insert(connection, id, 600));
            }
            writing.set(false);
            sweeper.get(60, TimeUnit.SECONDS);

            for (int turn = 0; turn < 10 && !found(gone).isEmpty(); turn++) {
                file.sweep(LONG_ENOUGH);
            }
            assertThat(found(gone)).isEmpty();
        }
        try (Connection again = open()) {
            assertThat(readBack(again, "true")).containsExactlyElementsOf(kept);
        }
    }

    @Test
    void anotherDatabaseOrOneInMemoryHasNoFile() throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:h2:mem:", "ajar", "")) {
            assertThat(StoreFile.behind(memory)).isEmpty();
        }
    }

    private static List<String> kept(List<String> all) {
        var kept = new ArrayList<String>();
        for (int id = 2; id < all.size(); id += 3) {
            kept.add(all.get(id));
        }
        return kept;
    }

    private static List<String> readBack(Connection connection, String which) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select sealed from note where " + which + " order by id")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    /** Those whose beginning or end is somewhere in the file. */
    private List<String> found(List<String> seals) throws IOException {
        String file = Files.readString(folder.resolve("ajar.mv.db"), StandardCharsets.ISO_8859_1);
        return seals.stream()
                .filter(seal ->
                        file.contains(seal.substring(0, 40)) || file.contains(seal.substring(seal.length() - 40)))
                .toList();
    }

    private String insert(Connection connection, int id, int length) throws SQLException {
        String seal = seal(length);
        try (var insert = connection.prepareStatement("insert into note values (?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, seal);
            insert.execute();
        }
        return seal;
    }

    private String seal(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes).substring(0, length);
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("ajar") + ";WRITE_DELAY=0", "ajar", "");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
