package app.ajar.bench;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;

/** A row as a tutorial would make it. */
@Entity
class Entry {

    @Id
    @GeneratedValue
    private Long id;

    @Column(columnDefinition = "text", nullable = false)
    private String text;

    @Column(nullable = false)
    private Instant created;

    protected Entry() {}

    Entry(String text, Instant created) {
        this.text = text;
        this.created = created;
    }
}
