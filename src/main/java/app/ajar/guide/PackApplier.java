package app.ajar.guide;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a pack into the store, all of it or nothing. Pieces that an editor changed are left as they are, and named in
 * the log; so are those that an editor changed and the pack no longer has.
 */
@Component
class PackApplier {

    private static final Logger log = LoggerFactory.getLogger(PackApplier.class);

    private final PieceRepository pieces;
    private final AppliedPackRepository packs;
    private final Clock clock;

    PackApplier(PieceRepository pieces, AppliedPackRepository packs, Clock clock) {
        this.pieces = pieces;
        this.packs = packs;
        this.clock = clock;
    }

    /** Whether a pack with this checksum was the last one taken over: then its files need not even be read as pieces. */
    @Transactional(readOnly = true)
    public boolean isCurrent(String language, String checksum) {
        return packs.findById(language)
                .filter(applied -> applied.checksum().equals(checksum))
                .isPresent();
    }

    /** Takes the pack over in one transaction. An older pack than the store's own changes nothing. */
    @Transactional
    public void apply(Pack pack) {
        AppliedPack applied = packs.findById(pack.language()).orElseGet(() -> new AppliedPack(pack.language()));
        if (pack.version() < applied.version()) {
            log.warn(
                    "The guide's pack {} has version {}, the store already has {}: nothing was changed",
                    pack.language(),
                    pack.version(),
                    applied.version());
            return;
        }
        Map<String, Piece> stored = pieces.findByLanguage(pack.language()).stream()
                .collect(Collectors.toMap(PackApplier::key, Function.identity()));
        var kept = new ArrayList<String>();
        var changed = new HashMap<PackPiece, Piece>();
        int added = 0;
        for (PackPiece source : pack.pieces()) {
            Piece piece = stored.get(source.key());
            if (piece == null) {
                piece = Piece.of(source.kind());
                added++;
            } else if (piece.packChecksum().equals(source.checksum())) {
                continue;
            } else if (piece.editedByHand()) {
                kept.add(source.key());
                continue;
            }
            piece.take(source, pack.language());
            stored.put(source.key(), pieces.save(piece));
            changed.put(source, stored.get(source.key()));
        }
        int removed = removeMissing(pack, stored, kept);
        pieces.flush();
        changed.forEach((source, piece) -> piece.relate(source, finder(stored)));
        applied.applied(pack, clock.instant());
        packs.save(applied);
        log.info(
                "The guide's pack {} version {}: {} added, {} updated, {} removed",
                pack.language(),
                pack.version(),
                added,
                changed.size() - added,
                removed);
        if (!kept.isEmpty()) {
            log.warn("Left alone because an editor changed them: {}", String.join(", ", kept));
        }
    }

    private int removeMissing(Pack pack, Map<String, Piece> stored, List<String> kept) {
        var wanted = pack.pieces().stream().map(PackPiece::key).collect(Collectors.toSet());
        var gone = new ArrayList<Piece>();
        stored.forEach((key, piece) -> {
            if (!wanted.contains(key)) {
                if (piece.editedByHand()) {
                    kept.add(key);
                } else {
                    gone.add(piece);
                }
            }
        });
        gone.forEach(piece -> stored.remove(key(piece)));
        gone.forEach(Piece::unrelate);
        // Whatever still points at a piece that goes must let go of it first.
        stored.values().forEach(piece -> piece.forget(gone));
        pieces.flush();
        gone.forEach(pieces::delete);
        return gone.size();
    }

    private static Piece.Finder finder(Map<String, Piece> stored) {
        return new Piece.Finder() {
            @Override
            public <T extends Piece> T find(Class<T> type, Kind kind, String slug) {
                return Optional.ofNullable(stored.get(kind.word() + "/" + slug))
                        .map(type::cast)
                        .orElseThrow(() -> new IllegalStateException("A checked pack names a missing " + kind.word()));
            }
        };
    }

    private static String key(Piece piece) {
        return piece.kind().word() + "/" + piece.slug();
    }
}
