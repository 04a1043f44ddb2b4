package app.ajar.guide;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All pieces of the guide, in every language. */
interface PieceRepository extends Repository<Piece, UUID> {

    List<Piece> findByLanguage(String language);

    Piece save(Piece piece);

    void delete(Piece piece);

    void flush();
}
