package app.ajar.notebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All notes, always asked for together with the notebook they belong to. */
interface NoteRepository extends Repository<Note, UUID> {

    /** What a list needs, without the bodies. */
    record Heading(
            UUID id,
            byte[] sealedHeading,
            LocalDate writtenOn,
            @Nullable LocalDate deletedOn) {}

    @Query("""
            select new app.ajar.notebook.NoteRepository$Heading(n.id, n.sealedHeading, n.writtenOn, n.deletedOn)
            from Note n where n.notebookId = :notebookId order by n.writtenOn desc, n.place desc""")
    List<Heading> headings(UUID notebookId);

    @Query("""
            select n.id from Note n where n.notebookId = :notebookId and n.deletedOn is null
            order by n.writtenOn, n.place""")
    List<UUID> idsIn(UUID notebookId);

    int countByNotebookId(UUID notebookId);

    Optional<Note> findByIdAndNotebookId(UUID id, UUID notebookId);

    Note save(Note note);

    void flush();

    @Modifying
    @Query("delete from Note n where n.deletedOn < :day")
    int purgeDeletedBefore(LocalDate day);

    @Modifying
    @Query("delete from Note n where n.notebookId = :notebookId and n.id in :ids and n.deletedOn is not null")
    void purge(UUID notebookId, List<UUID> ids);

    @Modifying
    @Query("delete from Note n where n.notebookId = :notebookId and n.deletedOn is not null")
    void purgeDeletedIn(UUID notebookId);

    @Modifying
    @Query("delete from Note n where n.notebookId = :notebookId")
    void eraseAllIn(UUID notebookId);
}
