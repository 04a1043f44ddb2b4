package app.ajar.notebook;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills a notebook quickly: sealed as the program seals, one note a day at noon, put in many at once. */
final class ManyNotes {

    private static final int AT_ONCE = 500;

    private ManyNotes() {}

    /**
     * @param first the day of the first note; one follows each day
     * @param text what each says, by its number from 0
     * @return the ids, the oldest first
     */
    static List<UUID> fill(
            JdbcTemplate jdbc, OpenNotebook notebook, int count, LocalDate first, IntFunction<NoteText> text) {
        Long last = jdbc.queryForObject(
                "select coalesce(max(place), 0) from note where notebook_id = ?", Long.class, notebook.id());
        var ids = new ArrayList<UUID>();
        var rows = new ArrayList<Object[]>();
        for (int number = 0; number < count; number++) {
            UUID id = UUID.randomUUID();
            LocalDate day = first.plusDays(number);
            Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
            NoteText note = text.apply(number);
            rows.add(new Object[] {
                id,
                notebook.id(),
                NoteSealer.sealHeading(notebook, id, NoteSealer.Heading.of(note, Times.first(noon))),
                NoteSealer.sealBody(notebook, id, note),
                Date.valueOf(day),
                last + number + 1
            });
            ids.add(id);
            if (rows.size() == AT_ONCE || number == count - 1) {
                jdbc.batchUpdate(
                        "insert into note (id, notebook_id, sealed_heading, sealed_body, written_on, place, revision)"
                                + " values (?, ?, ?, ?, ?, ?, 0)",
                        rows);
                rows.clear();
            }
        }
        return ids;
    }
}
