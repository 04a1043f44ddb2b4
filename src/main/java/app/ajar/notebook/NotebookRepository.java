package app.ajar.notebook;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All notebooks. */
interface NotebookRepository extends Repository<Notebook, UUID> {

    Optional<Notebook> findByLocator(String locator);

    Notebook save(Notebook notebook);

    @Modifying
    @Query("delete from Notebook n where n.id = :id")
    void erase(UUID id);
}
