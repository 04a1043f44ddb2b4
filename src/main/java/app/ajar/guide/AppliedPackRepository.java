package app.ajar.guide;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The packs taken over so far, one a language. */
interface AppliedPackRepository extends Repository<AppliedPack, String> {

    Optional<AppliedPack> findById(String language);

    AppliedPack save(AppliedPack pack);
}
