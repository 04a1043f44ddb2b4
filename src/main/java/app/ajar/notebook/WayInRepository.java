package app.ajar.notebook;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All ways into notebooks. */
interface WayInRepository extends Repository<WayIn, String> {

    Optional<WayIn> findById(String locator);

    Optional<WayIn> findByNotebookIdAndKind(UUID notebookId, WayIn.Kind kind);

    boolean existsByNotebookIdAndKind(UUID notebookId, WayIn.Kind kind);

    WayIn save(WayIn way);

    /** Removes one way, unless it was changed for another meanwhile. */
    @Modifying
    @Query("delete from WayIn w where w.notebookId = :notebookId and w.locator = :locator")
    int remove(UUID notebookId, String locator);

    @Modifying
    @Query("delete from WayIn w where w.notebookId = :notebookId and w.kind = :kind")
    int remove(UUID notebookId, WayIn.Kind kind);

    @Modifying
    @Query("delete from WayIn w where w.notebookId = :notebookId")
    void removeAllOf(UUID notebookId);
}
