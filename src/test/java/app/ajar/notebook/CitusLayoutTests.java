package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import app.ajar.support.Stored;
import app.ajar.support.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The store against the rules that Citus has for distributed tables: a unique constraint must hold the column that the
 * table is distributed by, and a foreign key must too, on both sides, and stay among tables that lie together.
 */
@AjarTest
class CitusLayoutTests {

    private static final Path LAYOUT = Path.of("src", "deploy", "citus.sql");
    private static final Pattern DISTRIBUTED =
            Pattern.compile("create_distributed_table\\('(\\w+)', '(\\w+)'(?:, colocate_with => '(\\w+)')?\\)");
    private static final Pattern REFERENCE = Pattern.compile("create_reference_table\\('(\\w+)'\\)");

    @Autowired
    private DataSource store;

    /** Table to the column it is distributed by. */
    private final Map<String, String> column = new HashMap<>();

    /** Table to the one it lies with. */
    private final Map<String, String> together = new HashMap<>();

    private final Set<String> everywhere = new HashSet<>();

    @BeforeEach
    void readLayout() throws IOException {
        String layout = Files.readString(LAYOUT);
        DISTRIBUTED.matcher(layout).results().forEach(found -> {
            column.put(found.group(1), found.group(2));
            String with = found.group(3);
            together.put(found.group(1), with == null || with.equals("none") ? found.group(1) : with);
        });
        REFERENCE.matcher(layout).results().forEach(found -> everywhere.add(found.group(1)));
    }

    @Test
    void namesEveryTableOnce() {
        assertThat(column).containsKeys("notebook", "note", "pass", "way_in");
        var named = new ArrayList<>(column.keySet());
        named.addAll(everywhere);
        named.add("flyway_schema_history");
        assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(Stored.tables(store));
    }

    @Test
    void everyUniqueConstraintHoldsTheColumnItsTableIsDistributedBy() throws SQLException {
        try (Connection connection = store.getConnection()) {
            for (String table : column.keySet()) {
                Map<String, Set<String>> unique = uniqueIndexes(connection.getMetaData(), table);
                assertThat(unique).as(table).isNotEmpty();
                assertThat(unique.values())
                        .as(table)
                        .allSatisfy(columns -> assertThat(columns).contains(column.get(table)));
            }
        }
    }

    @Test
    void everyForeignKeyStaysWithinANotebook() throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = store.getConnection()) {
            for (String table : column.keySet()) {
                try (ResultSet key = connection.getMetaData().getImportedKeys(null, null, cased(connection, table))) {
                    while (key.next()) {
                        String other = lower(key.getString("PKTABLE_NAME"));
                        keys.add(table + " → " + other);
                        assertThat(lower(key.getString("FKCOLUMN_NAME"))).isEqualTo(column.get(table));
                        assertThat(lower(key.getString("PKCOLUMN_NAME"))).isEqualTo(column.get(other));
                        assertThat(together.get(table)).isEqualTo(together.get(other));
                    }
                }
            }
        }
        // R__layout.sql says why PostgreSQL has only one of them.
        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(
                        TestStore.onPostgres()
                                ? List.of("pass → notebook")
                                : List.of("note → notebook", "pass → notebook"));
    }

    private static Map<String, Set<String>> uniqueIndexes(DatabaseMetaData store, String table) throws SQLException {
        var unique = new HashMap<String, Set<String>>();
        try (ResultSet index = store.getIndexInfo(null, null, cased(store.getConnection(), table), true, false)) {
            while (index.next()) {
                if (index.getString("COLUMN_NAME") != null) {
                    unique.computeIfAbsent(index.getString("INDEX_NAME"), name -> new HashSet<>())
                            .add(lower(index.getString("COLUMN_NAME")));
                }
            }
        }
        return unique;
    }

    private static String cased(Connection connection, String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
