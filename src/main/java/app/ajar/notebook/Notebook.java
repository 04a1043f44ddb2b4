package app.ajar.notebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notebook as the store knows it: a number, a day, and how many notes were ever written in it. */
@Entity
@Table(name = "notebook")
class Notebook {

    @Id
    private UUID id = UUID.randomUUID();

    @Version
    private @Nullable Long revision;

    @Column(name = "opened_on")
    private LocalDate openedOn = LocalDate.EPOCH;

    @Column(name = "last_place")
    private long lastPlace;

    protected Notebook() {}

    Notebook(UUID id, LocalDate today) {
        this.id = id;
        this.openedOn = today;
    }

    UUID id() {
        return id;
    }
}
