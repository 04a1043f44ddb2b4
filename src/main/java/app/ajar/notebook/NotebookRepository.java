package app.ajar.notebook;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All notebooks. */
interface NotebookRepository extends Repository<Notebook, UUID> {

    Notebook save(Notebook notebook);

    /** Notes the day it is open; once a day, whatever happens in it. */
    @Modifying
    @Query("update Notebook n set n.openedOn = :today where n.id = :id and n.openedOn < :today")
    void openedOn(UUID id, LocalDate today);

    /** Gives the next note its place. The row stays locked until the note is in, so no two notes get the same. */
    @Modifying
    @Query("update Notebook n set n.lastPlace = n.lastPlace + 1 where n.id = :id")
    int takePlace(UUID id);

    /** The same for so many notes at once: they get the last of these places and the ones before it. */
    @Modifying
    @Query("update Notebook n set n.lastPlace = n.lastPlace + :count where n.id = :id")
    int takePlaces(UUID id, long count);

    @Query("select n.lastPlace from Notebook n where n.id = :id")
    long lastPlace(UUID id);

    /** Notebooks that nobody opened since a day; those that hold nothing go sooner. */
    @Query("""
            select n.id from Notebook n where n.openedOn < :before or (n.openedOn < :emptyBefore
            and not exists (select 1 from Note t where t.notebookId = n.id))""")
    List<UUID> unopenedSince(LocalDate before, LocalDate emptyBefore, Limit limit);

    /** Notebooks to which no way leads any more: their keys were destroyed, and the rows were left for later. */
    @Query("select n.id from Notebook n where not exists (select 1 from WayIn w where w.notebookId = n.id)")
    List<UUID> withoutAWayIn(Limit limit);

    @Modifying
    @Query("delete from Notebook n where n.id = :id")
    void erase(UUID id);
}
