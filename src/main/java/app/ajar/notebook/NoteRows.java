package app.ajar.notebook;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * What saving asks of the store at each pause, as plain JDBC: Hibernate's way to these few statements took longer than
 * all the rest of a save. Each is about one row, and but for {@link #insert} needs no transaction around it.
 */
@Component
class NoteRows {

    /** What must be known of a note before it can be changed. */
    record State(byte[] sealedHeading, LocalDate writtenOn, long revision, boolean deleted) {

        boolean isAt(long wanted) {
            return !deleted && revision == wanted;
        }
    }

    private static final String NEW =
            "insert into note (notebook_id,id,revision,sealed_heading,sealed_body,written_on,place)";

    private static final String ITS_VALUES = "cast(? as uuid),0,cast(? as bytea),cast(? as bytea),cast(? as date)";

    private static final String INSERT = NEW + " select cast(? as uuid)," + ITS_VALUES + ",coalesce(max(t.place),0)+1"
            + " from note t where t.notebook_id=? and t.written_on=?";

    private static final String INSERT_IF_OPEN = NEW + " select p.notebook_id," + ITS_VALUES + ",cast(? as bigint)"
            + " from pass p where p.notebook_id=? and p.locator=? and p.revision=?";

    private static final String STATE =
            "select sealed_heading,written_on,revision,deleted_on from note where notebook_id=? and id=?";

    private static final String CHANGE = "update note set sealed_heading=?,sealed_body=?,revision=revision+1"
            + " where notebook_id=? and id=? and revision=? and deleted_on is null";

    private static final String CHANGE_IF_OPEN =
            CHANGE + " and exists (select 1 from pass p where p.notebook_id=? and p.locator=? and p.revision=?)";

    private static final PreparedStatementCreatorFactory INSERT_RETURNING_PLACE = insertReturningPlace();

    private final JdbcOperations jdbc;

    NoteRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    private static PreparedStatementCreatorFactory insertReturningPlace() {
        var types = new int[7];
        Arrays.fill(types, SqlTypeValue.TYPE_UNKNOWN);
        var factory = new PreparedStatementCreatorFactory(INSERT, types);
        factory.setGeneratedKeysColumnNames("place");
        return factory;
    }

    /**
     * Puts a new note in, at the place after the newest of its day. The caller holds the lock on its notebook: nothing else
     * sees to it that there is one.
     *
     * @return its place
     * @throws org.springframework.dao.DuplicateKeyException if there is a note with this id, or another save took the same
     *     place in this very moment
     */
    long insert(UUID notebookId, UUID id, byte[] heading, byte[] body, LocalDate writtenOn) {
        var arguments = new Object[] {notebookId, id, heading, body, writtenOn, notebookId, writtenOn};
        var keys = new GeneratedKeyHolder();
        jdbc.update(INSERT_RETURNING_PLACE.newPreparedStatementCreator(arguments), keys);
        return Objects.requireNonNull(keys.getKey()).longValue();
    }

    /**
     * Puts a new note in at a place of its day, if its notebook is still open as it was a moment ago.
     *
     * @return false if it is not; then nothing happened
     * @throws org.springframework.dao.DuplicateKeyException if there is a note with this id, or at this place
     */
    boolean insertIfOpen(RecentlyOpen recent, UUID id, byte[] heading, byte[] body, LocalDate writtenOn, long place) {
        UUID notebookId = recent.notebook().id();
        return jdbc.update(
                        INSERT_IF_OPEN,
                        id,
                        heading,
                        body,
                        writtenOn,
                        place,
                        notebookId,
                        recent.locator(),
                        recent.revision())
                == 1;
    }

    /** How a note stands now. */
    Optional<State> state(UUID notebookId, UUID id) {
        ResultSetExtractor<Optional<State>> first = rows -> rows.next()
                ? Optional.of(new State(
                        rows.getBytes(1),
                        rows.getObject(2, LocalDate.class),
                        rows.getLong(3),
                        rows.getObject(4) != null))
                : Optional.empty();
        return Optional.ofNullable(jdbc.query(STATE, first, notebookId, id)).flatMap(found -> found);
    }

    /**
     * Replaces both seals of a note.
     *
     * @return false if it was deleted or is no more at this revision; then nothing happened
     */
    boolean change(UUID notebookId, UUID id, long revision, byte[] heading, byte[] body) {
        return jdbc.update(CHANGE, heading, body, notebookId, id, revision) == 1;
    }

    /**
     * The same, if the notebook is still open as it was a moment ago.
     *
     * @return false if it is not, or as {@link #change}; then nothing happened
     */
    boolean changeIfOpen(RecentlyOpen recent, UUID id, long revision, byte[] heading, byte[] body) {
        UUID notebookId = recent.notebook().id();
        return jdbc.update(
                        CHANGE_IF_OPEN,
                        heading,
                        body,
                        notebookId,
                        id,
                        revision,
                        notebookId,
                        recent.locator(),
                        recent.revision())
                == 1;
    }
}
