package app.ajar.notebook;

import app.ajar.notebook.NoteRepository.Place;
import app.ajar.vault.BrokenSealException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Lists of the notes of an open notebook, the newest first, without the deleted ones. Each is given a page at a time, so
 * that no answer grows with the notebook. A page is asked for by the id of the last note before it, which says nothing to
 * whoever finds it in an address; an id that is not in the notebook begins from the start.
 */
@Component
class NoteLists {

    static final int PAGE = 50;

    /** So many are read at once where a list has to look for what it shows. */
    private static final int BATCH = 250;

    /** Every day that a note can be from: years of four figures. */
    static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /**
     * A line of the list.
     *
     * @param heading none if its seal is damaged
     */
    record Entry(UUID id, NoteSealer.@Nullable Heading heading, LocalDate writtenOn) {

        @Override
        public String toString() {
            return "Entry[…]";
        }
    }

    /**
     * Some lines of a list.
     *
     * @param next the id after which the list goes on; none at its end
     */
    record Page(List<Entry> entries, @Nullable UUID next) {}

    private final NoteRepository notes;

    NoteLists(NoteRepository notes) {
        this.notes = notes;
    }

    /**
     * A page of all notes, or of one month.
     *
     * @param after the last note before this page; none for the first page
     */
    Page page(OpenNotebook notebook, @Nullable YearMonth month, @Nullable UUID after) {
        LocalDate first = month == null ? FIRST_DAY : month.atDay(1);
        LocalDate last = month == null ? LAST_DAY : month.atEndOfMonth();
        Place from = after(notebook, after, last);
        List<NoteRepository.Heading> rows =
                notes.headings(notebook.id(), first, from.writtenOn(), from.place(), Limit.of(PAGE + 1));
        List<Entry> entries =
                rows.stream().limit(PAGE).map(row -> entry(notebook, row)).toList();
        return new Page(entries, rows.size() > PAGE ? entries.get(PAGE - 1).id() : null);
    }

    /** A page of the talks alone. */
    Page talks(OpenNotebook notebook, @Nullable UUID after) {
        var talks = new ArrayList<Entry>();
        Place from = after(notebook, after, LAST_DAY);
        List<NoteRepository.Heading> rows;
        do {
            rows = notes.headings(notebook.id(), FIRST_DAY, from.writtenOn(), from.place(), Limit.of(BATCH));
            for (NoteRepository.Heading row : rows) {
                from = row.at();
                Entry entry = entry(notebook, row);
                if (entry.heading() != null && entry.heading().talk() != null) {
                    if (talks.size() == PAGE) {
                        return new Page(talks, talks.get(PAGE - 1).id());
                    }
                    talks.add(entry);
                }
            }
        } while (rows.size() == BATCH);
        return new Page(talks, null);
    }

    /** Goes through all of them, some at a time. */
    void forEach(OpenNotebook notebook, Consumer<Entry> use) {
        Place from = after(notebook, null);
        List<NoteRepository.Heading> rows;
        do {
            rows = notes.headings(notebook.id(), FIRST_DAY, from.writtenOn(), from.place(), Limit.of(BATCH));
            for (NoteRepository.Heading row : rows) {
                from = row.at();
                use.accept(entry(notebook, row));
            }
        } while (rows.size() == BATCH);
    }

    /** The months that have notes, the newest first. */
    List<YearMonth> months(OpenNotebook notebook) {
        return notes.months(notebook.id()).stream()
                .map(month -> YearMonth.of(month.year(), month.month()))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Where a list goes on after a note; its very start without one, or where there is no such note in the notebook. */
    Place after(OpenNotebook notebook, @Nullable UUID after) {
        return after(notebook, after, LAST_DAY);
    }

    private Place after(OpenNotebook notebook, @Nullable UUID after, LocalDate last) {
        var start = new Place(last, Long.MAX_VALUE);
        return after == null
                ? start
                : notes.place(after, notebook.id())
                        .filter(place -> !place.writtenOn().isAfter(last))
                        .orElse(start);
    }

    static Entry entry(OpenNotebook notebook, NoteRepository.Heading row) {
        try {
            return new Entry(
                    row.id(),
                    NoteSealer.openHeading(notebook, row.id(), row.writtenOn(), row.sealedHeading()),
                    row.writtenOn());
        } catch (BrokenSealException damaged) {
            // One damaged note must not keep the others from being read.
            return new Entry(row.id(), null, row.writtenOn());
        }
    }
}
