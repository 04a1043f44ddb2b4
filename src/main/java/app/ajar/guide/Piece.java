package app.ajar.guide;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every piece of the guide has, whatever its kind. Text is Markdown, kept part by part. */
@Entity
@Table(name = "piece")
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", length = 16)
abstract class Piece {

    @Id
    private UUID id = UUID.randomUUID();

    @Version
    private @Nullable Long revision;

    private String language = "";
    private String slug = "";
    private String title = "";
    private String summary = "";

    @Column(name = "note_question")
    private @Nullable String noteQuestion;

    private int place;

    @Column(name = "pack_checksum")
    private String packChecksum = "";

    @Column(name = "edited_at")
    private @Nullable Instant editedAt;

    @ElementCollection
    @CollectionTable(name = "piece_idea", joinColumns = @JoinColumn(name = "piece_id"))
    @OrderColumn(name = "place")
    @Column(name = "idea")
    private List<String> covers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "piece_part", joinColumns = @JoinColumn(name = "piece_id"))
    @MapKeyColumn(name = "name")
    @Column(name = "markdown")
    private Map<String, String> parts = new HashMap<>();

    @ManyToMany
    @JoinTable(
            name = "piece_evidence",
            joinColumns = @JoinColumn(name = "piece_id"),
            inverseJoinColumns = @JoinColumn(name = "evidence_id"))
    @OrderColumn(name = "place")
    private List<EvidenceNote> evidence = new ArrayList<>();

    /** Finds the piece that a relation names. */
    interface Finder {
        <T extends Piece> T find(Class<T> type, Kind kind, String slug);
    }

    static Piece of(Kind kind) {
        return switch (kind) {
            case SECTION -> new Section();
            case BARRIER -> new Barrier();
            case PROMPT -> new Prompt();
            case PITFALL -> new Pitfall();
            case EXERCISE -> new Exercise();
            case EVIDENCE -> new EvidenceNote();
        };
    }

    /** Takes over the text of a pack's file, but not yet its relations. */
    void take(PackPiece source, String newLanguage) {
        FrontMatter front = source.front();
        language = newLanguage;
        slug = source.slug();
        title = front.text("title");
        summary = front.text("summary");
        noteQuestion = front.optional("note").orElse(null);
        place = front.number("order");
        packChecksum = source.checksum();
        replace(covers, front.list("covers"));
        parts.keySet().retainAll(source.parts().keySet());
        parts.putAll(source.parts());
    }

    /** Takes over the relations, once every piece of the pack is there. */
    void relate(PackPiece source, Finder finder) {
        replace(evidence, all(source, "evidence", EvidenceNote.class, Kind.EVIDENCE, finder));
    }

    /** Forgets every relation, so that the piece or what it points at can go. */
    void unrelate() {
        evidence.clear();
    }

    /** Lets go of pieces that are about to be removed. */
    void forget(Collection<Piece> gone) {
        evidence.removeIf(gone::contains);
    }

    /** Changes one part by an editor's hand. From now on a pack leaves this piece alone. */
    void edit(String part, String markdown, Instant now) {
        parts.put(part, markdown);
        editedAt = now;
    }

    boolean editedByHand() {
        return editedAt != null;
    }

    abstract Kind kind();

    UUID id() {
        return id;
    }

    String slug() {
        return slug;
    }

    String title() {
        return Typography.curly(title);
    }

    String summary() {
        return Typography.curly(summary);
    }

    Optional<String> noteQuestion() {
        return Optional.ofNullable(noteQuestion).map(Typography::curly);
    }

    int place() {
        return place;
    }

    String packChecksum() {
        return packChecksum;
    }

    List<String> covers() {
        return List.copyOf(covers);
    }

    String part(String name) {
        return parts.getOrDefault(name, "");
    }

    List<EvidenceNote> evidence() {
        return List.copyOf(evidence);
    }

    static <T extends Piece> List<T> all(PackPiece source, String field, Class<T> type, Kind kind, Finder finder) {
        return source.related(field).stream()
                .map(name -> finder.find(type, kind, name))
                .toList();
    }

    /** Keeps Hibernate's own list, and leaves it untouched where nothing changed. */
    static <T> void replace(List<T> list, List<T> wanted) {
        if (!list.equals(wanted)) {
            list.clear();
            list.addAll(wanted);
        }
    }
}
