package app.ajar.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/** What stands in the tables of a store, whichever it is. */
public final class Stored {

    private Stored() {}

    /** The names of all tables, in lower case. */
    public static List<String> tables(DataSource store) {
        try (Connection connection = store.getConnection()) {
            return tables(connection).stream().map(String::toLowerCase).toList();
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** Every value of every table on a line of its own, bytes as hexadecimal digits. */
    public static String everything(DataSource store) {
        var all = new StringBuilder("\n");
        try (Connection connection = store.getConnection();
                var statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            all.append(text(rows, column)).append('\n');
                        }
                    }
                }
            }
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
        return all.toString();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        String schema = TestStore.onPostgres() ? "public" : "PUBLIC";
        var tables = new ArrayList<String>();
        try (ResultSet names = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (names.next()) {
                tables.add(names.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : rows.getString(column);
    }
}
