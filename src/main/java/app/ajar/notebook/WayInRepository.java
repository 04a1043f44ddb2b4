package app.ajar.notebook;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The directory of all ways into notebooks, always asked by the locator. */
interface WayInRepository extends Repository<WayIn, String> {

    Optional<WayIn> findById(String locator);

    WayIn save(WayIn way);

    @Modifying
    @Query("delete from WayIn w where w.locator = :locator and w.notebookId = :notebookId")
    void remove(String locator, UUID notebookId);
}
