package app.ajar.notebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notebook as the store knows it: an id, the day it was last opened, and under which locators the ways into it stand. */
@Entity
@Table(name = "notebook")
class Notebook {

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long revision;

    @Column(name = "opened_on")
    private LocalDate openedOn = LocalDate.EPOCH;

    @Column(name = "words_locator")
    private @Nullable String wordsLocator;

    @Column(name = "phrase_locator")
    private @Nullable String phraseLocator;

    protected Notebook() {}

    Notebook(UUID id, String wordsLocator, LocalDate today) {
        this.id = id;
        this.wordsLocator = wordsLocator;
        this.openedOn = today;
    }

    UUID id() {
        return id;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    /** Whether anything still opens it; no more once its erasure has begun. */
    boolean opens() {
        return wordsLocator != null;
    }

    /** Where the way of this kind stands; empty if there is none. */
    Optional<String> way(WayIn.Kind kind) {
        return Optional.ofNullable(kind == WayIn.Kind.words ? wordsLocator : phraseLocator);
    }

    void leadHere(WayIn.Kind kind, @Nullable String locator) {
        if (kind == WayIn.Kind.words) {
            wordsLocator = locator;
        } else {
            phraseLocator = locator;
        }
    }

    /** Notes that it is being erased: its day is one on which there were no notebooks, by which what is left of it is found. */
    void forget() {
        wordsLocator = null;
        phraseLocator = null;
        openedOn = LocalDate.EPOCH;
    }
}
