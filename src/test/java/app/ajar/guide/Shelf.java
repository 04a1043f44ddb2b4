package app.ajar.guide;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the pieces of one language in memory, for tests of what is done with them rather than of how they are stored. */
final class Shelf implements PieceRepository {

    static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final List<Piece> pieces = new ArrayList<>();
    private final Packs packs = new Packs();

    /** A shelf with this pack on it. */
    static Shelf of(Pack pack) {
        var shelf = new Shelf();
        shelf.applier().apply(pack);
        return shelf;
    }

    PackApplier applier() {
        return new PackApplier(this, packs, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    EditionBuilder builder() {
        return new EditionBuilder(this, new Markdown());
    }

    Edition edition() {
        return builder().build("en");
    }

    /** The piece with this kind and slug, such as {@code barrier/shame}. */
    <T extends Piece> T piece(Class<T> type, String key) {
        return pieces.stream()
                .filter(piece -> key(piece).equals(key))
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + key));
    }

    Optional<AppliedPack> applied() {
        return packs.findById("en");
    }

    List<String> keys() {
        return pieces.stream().map(Shelf::key).sorted().toList();
    }

    @Override
    public List<Piece> findByLanguage(String language) {
        return List.copyOf(pieces);
    }

    @Override
    public Piece save(Piece piece) {
        if (!pieces.contains(piece)) {
            pieces.add(piece);
        }
        return piece;
    }

    @Override
    public void delete(Piece piece) {
        pieces.remove(piece);
    }

    @Override
    public void flush() {}

    private static String key(Piece piece) {
        return piece.kind().word() + "/" + piece.slug();
    }

    private static final class Packs implements AppliedPackRepository {

        private @Nullable AppliedPack applied;

        @Override
        public Optional<AppliedPack> findById(String language) {
            return Optional.ofNullable(applied);
        }

        @Override
        public AppliedPack save(AppliedPack pack) {
            applied = pack;
            return pack;
        }
    }
}
