package app.ajar.notebook;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/**
 * What saving asks of the store at each pause, as plain JDBC: Hibernate's way to these few statements took longer than
 * all the rest of a save. Each is about one row, and on PostgreSQL needs no transaction around it.
 */
@Component
class NoteRows {

    /** What must be known of a note before it can be changed. */
    record State(byte[] sealedHeading, LocalDate writtenOn, long revision, boolean deleted) {

        boolean isAt(long wanted) {
            return !deleted && revision == wanted;
        }
    }

    // Ordered by the notebook too, else H2 sorts all its notes.
    private static final String INSERT =
            "insert into note (notebook_id,id,revision,sealed_heading,sealed_body,written_on,place)"
                    + " select n.id,cast(? as uuid),0,cast(? as bytea),cast(? as bytea),cast(? as date),coalesce("
                    + "(select t.place from note t where t.notebook_id=? order by t.notebook_id,t.place desc limit 1),0)+1"
                    + " from notebook n where n.id=?"
                    + " and not exists (select 1 from note t where t.notebook_id=? and t.place>=?)";

    private static final String STATE =
            "select sealed_heading,written_on,revision,deleted_on from note where notebook_id=? and id=?";

    private static final String CHANGE = "update note set sealed_heading=?,sealed_body=?,revision=revision+1"
            + " where notebook_id=? and id=? and revision=? and deleted_on is null";

    private final JdbcOperations jdbc;

    NoteRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts a new note in, at the place after the newest. No place is held twice, so there are never more notes than places.
     *
     * @param places how many may be given
     * @return false if there is no notebook, or no place left; then nothing happened
     * @throws org.springframework.dao.DuplicateKeyException if there is a note with this id, or another save took the same
     *     place in this very moment
     */
    boolean insert(UUID notebookId, UUID id, byte[] heading, byte[] body, LocalDate writtenOn, long places) {
        return jdbc.update(INSERT, id, heading, body, writtenOn, notebookId, notebookId, notebookId, places) == 1;
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
}
