package app.ajar.notebook;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All notebooks. The three look-ups of ids by day, for housekeeping, are the only statements on private tables that are not
 * about one notebook.
 */
interface NotebookRepository extends Repository<Notebook, UUID> {

    Notebook save(Notebook notebook);

    void flush();

    /** One notebook, and nobody else changes its ways in until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select n from Notebook n where n.id = :id")
    Optional<Notebook> lock(UUID id);

    boolean existsByIdAndPhraseLocatorIsNotNull(UUID id);

    @Query("select n.wordsLocator from Notebook n where n.id = :id")
    Optional<String> wordsLocator(UUID id);

    /** Notes the day it is open; once a day, whatever happens in it. */
    @Modifying
    @Query("""
            update Notebook n set n.openedOn = :today
            where n.id = :id and n.openedOn < :today and n.wordsLocator is not null""")
    void openedOn(UUID id, LocalDate today);

    /** Notebooks that nobody opened since a day; those that hold nothing go sooner. Without what is erased already. */
    @Query("""
            select n.id from Notebook n where n.openedOn < :before and n.wordsLocator is not null
            union select n.id from Notebook n where n.openedOn < :emptyBefore and n.wordsLocator is not null
            and not exists (select 1 from Note t where t.notebookId = n.id)""")
    List<UUID> unopenedSince(LocalDate before, LocalDate emptyBefore, Limit limit);

    /** Notebooks with a pass that was last used, or a note that was deleted, before these days. */
    @Query("""
            select p.notebookId from Pass p where p.usedOn < :usedBefore
            union select n.notebookId from Note n where n.deletedOn < :deletedBefore""")
    List<UUID> withSomethingDue(LocalDate usedBefore, LocalDate deletedBefore, Limit limit);

    /** Notebooks that nothing opens any more ({@link Notebook#forget()}), whose rows still stand. */
    @Query("select n.id from Notebook n where n.openedOn = local date 1970-01-01 and n.wordsLocator is null")
    List<UUID> erased(Limit limit);

    @Modifying
    @Query("delete from Notebook n where n.id = :id")
    void erase(UUID id);
}
