package app.ajar.notebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All notes, always asked for together with the notebook they belong to.
 *
 * <p>Two habits keep H2 on its indexes, and cost PostgreSQL nothing: lists are ordered by the notebook first, else H2 reads
 * and sorts all of it for a page; and a deleted note is one with any day, for H2 looks up no "is not null".
 */
interface NoteRepository extends Repository<Note, Note.Key> {

    /** Where a note stands in the order of the list. */
    record Place(LocalDate writtenOn, long place) {}

    /** What a list needs, without the bodies. */
    record Heading(UUID id, byte[] sealedHeading, LocalDate writtenOn, long place) {

        Place at() {
            return new Place(writtenOn, place);
        }
    }

    /** A whole note, for what reads one after the other. */
    record Whole(Heading heading, byte[] sealedBody) {}

    /** A month with notes in it. */
    record Month(int year, int month) {}

    /** The notes from {@code first} on that come after a place in the list, the newest first, without the deleted ones. */
    @Query("""
            select new app.ajar.notebook.NoteRepository$Heading(n.id, n.sealedHeading, n.writtenOn, n.place)
            from Note n where n.notebookId = :notebookId and n.writtenOn between :first and :day
            and (n.writtenOn < :day or n.place < :place) and n.deletedOn is null
            order by n.notebookId, n.writtenOn desc, n.place desc""")
    List<Heading> headings(UUID notebookId, LocalDate first, LocalDate day, long place, Limit limit);

    /** The same with their bodies, from the whole notebook. */
    @Query("""
            select new app.ajar.notebook.NoteRepository$Whole(
            new app.ajar.notebook.NoteRepository$Heading(n.id, n.sealedHeading, n.writtenOn, n.place), n.sealedBody)
            from Note n where n.notebookId = :notebookId and n.writtenOn <= :day
            and (n.writtenOn < :day or n.place < :place) and n.deletedOn is null
            order by n.notebookId, n.writtenOn desc, n.place desc""")
    List<Whole> whole(UUID notebookId, LocalDate day, long place, Limit limit);

    @Query("""
            select new app.ajar.notebook.NoteRepository$Heading(n.id, n.sealedHeading, n.writtenOn, n.place)
            from Note n where n.notebookId = :notebookId and n.deletedOn >= local date 1970-01-01
            order by n.writtenOn desc, n.place desc""")
    List<Heading> deleted(UUID notebookId, Limit limit);

    @Query("""
            select new app.ajar.notebook.NoteRepository$Place(n.writtenOn, n.place)
            from Note n where n.id = :id and n.notebookId = :notebookId""")
    Optional<Place> place(UUID id, UUID notebookId);

    @Query("""
            select distinct new app.ajar.notebook.NoteRepository$Month(year(n.writtenOn), month(n.writtenOn))
            from Note n where n.notebookId = :notebookId and n.deletedOn is null""")
    List<Month> months(UUID notebookId);

    @Query("""
            select n.id from Note n where n.notebookId = :notebookId and n.deletedOn is null
            order by n.writtenOn, n.place""")
    List<UUID> idsIn(UUID notebookId);

    @Query("select count(*) from Note n where n.notebookId = :notebookId")
    int countByNotebookId(UUID notebookId);

    Optional<Note> findByIdAndNotebookId(UUID id, UUID notebookId);

    Note save(Note note);

    @Modifying
    @Query("delete from Note n where n.notebookId = :notebookId and n.deletedOn < :day")
    void purgeDeletedBefore(UUID notebookId, LocalDate day);

    @Modifying
    @Query("delete from Note n where n.notebookId = :notebookId and n.id in :ids and n.deletedOn is not null")
    void purge(UUID notebookId, List<UUID> ids);

    @Modifying
    @Query("delete from Note n where n.notebookId = :notebookId and n.deletedOn >= local date 1970-01-01")
    void purgeDeletedIn(UUID notebookId);

    @Modifying
    @Query("delete from Note n where n.notebookId = :notebookId")
    void eraseAllIn(UUID notebookId);
}
