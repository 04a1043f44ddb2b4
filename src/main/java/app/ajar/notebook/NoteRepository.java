package app.ajar.notebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All notes, always asked for together with the notebook they belong to. */
interface NoteRepository extends Repository<Note, UUID> {

    /** What a list needs, without the bodies. */
    record Heading(UUID id, byte[] sealedHeading, Instant writtenAt, Instant deletedAt) {}

    @Query("""
            select new app.ajar.notebook.NoteRepository$Heading(n.id, n.sealedHeading, n.writtenAt, n.deletedAt)
            from Note n where n.notebookId = :notebookId order by n.writtenAt desc, n.id""")
    List<Heading> headings(UUID notebookId);

    @Query(
            "select n.id from Note n where n.notebookId = :notebookId and n.deletedAt is null order by n.writtenAt, n.id")
    List<UUID> idsIn(UUID notebookId);

    int countByNotebookId(UUID notebookId);

    Optional<Note> findByIdAndNotebookId(UUID id, UUID notebookId);

    Note save(Note note);

    @Modifying
    @Query("delete from Note n where n.deletedAt < :before")
    int purgeDeleted(Instant before);

    @Modifying
    @Query("delete from Note n where n.notebookId = :notebookId and n.deletedAt is not null")
    void purgeDeletedIn(UUID notebookId);

    @Modifying
    @Query("delete from Note n where n.notebookId = :notebookId")
    void eraseAllIn(UUID notebookId);
}
