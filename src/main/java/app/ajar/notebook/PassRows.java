package app.ajar.notebook;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/** The look-up of a pass, which every request in a notebook asks for: plain JDBC, and no transaction around it. */
@Component
class PassRows {

    private static final String FIND =
            "select wrapped_key,sealed_use,sealed_words,revision from pass where notebook_id=? and locator=?";

    private final JdbcOperations jdbc;

    PassRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Pass> find(UUID notebookId, String locator) {
        ResultSetExtractor<Optional<Pass>> first = rows -> rows.next()
                ? Optional.of(new Pass(
                        locator, notebookId, rows.getBytes(1), rows.getBytes(2), rows.getBytes(3), rows.getLong(4)))
                : Optional.empty();
        return Optional.ofNullable(jdbc.query(FIND, first, notebookId, locator)).flatMap(found -> found);
    }
}
