package app.ajar.notebook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All passes. */
interface PassRepository extends Repository<Pass, String> {

    Optional<Pass> findById(String locator);

    Pass save(Pass pass);

    @Modifying
    @Query("update Pass p set p.lastUsedAt = :now where p.locator = :locator")
    void used(String locator, Instant now);

    @Modifying
    @Query("delete from Pass p where p.locator = :locator")
    void close(String locator);

    @Modifying
    @Query("delete from Pass p where p.notebookId = :notebookId")
    void closeAllOf(UUID notebookId);

    @Modifying
    @Query("delete from Pass p where p.lastUsedAt < :before")
    int closeRested(Instant before);
}
