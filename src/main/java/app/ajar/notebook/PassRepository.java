package app.ajar.notebook;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All passes, always asked for together with the notebook that they open. */
interface PassRepository extends Repository<Pass, Pass.Key> {

    List<Pass> findByNotebookId(UUID notebookId);

    Pass save(Pass pass);

    /** Writes down a use, unless another request just did. */
    @Modifying
    @Query("""
            update Pass p set p.sealedUse = :sealedUse, p.usedOn = :today, p.revision = p.revision + 1
            where p.notebookId = :notebookId and p.locator = :locator and p.revision = :revision""")
    int used(UUID notebookId, String locator, long revision, byte[] sealedUse, LocalDate today);

    /** Is no use of it, so its revision stays: by that, each program knows whether a pass has rested since it saw it. */
    @Modifying
    @Query("""
            update Pass p set p.sealedWords = :sealedWords
            where p.notebookId = :notebookId and p.locator = :locator""")
    void words(UUID notebookId, String locator, byte[] sealedWords);

    @Modifying
    @Query("delete from Pass p where p.notebookId = :notebookId and p.locator = :locator")
    int close(UUID notebookId, String locator);

    /** Closes a pass that nobody used since it had this revision. */
    @Modifying
    @Query("delete from Pass p where p.notebookId = :notebookId and p.locator = :locator and p.revision = :revision")
    int closeUnused(UUID notebookId, String locator, long revision);

    @Modifying
    @Query("delete from Pass p where p.notebookId = :notebookId and p.locator <> :locator")
    int closeOthers(UUID notebookId, String locator);

    @Modifying
    @Query("delete from Pass p where p.notebookId = :notebookId")
    void closeAllOf(UUID notebookId);

    /** Closes what nobody used since a day, whichever program opened it. */
    @Modifying
    @Query("delete from Pass p where p.notebookId = :notebookId and p.usedOn < :day")
    void closeUnusedSince(UUID notebookId, LocalDate day);
}
