package app.ajar.notebook;

import app.ajar.notebook.NoteRepository.Place;
import app.ajar.notebook.NoteRepository.Whole;
import app.ajar.vault.BrokenSealException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Looks for words in an open notebook. Notes are opened one by one, in memory, and let go again: there is no index of
 * their words, and nothing of a search is kept. What one search reads and gives is bounded, whatever the notebook holds.
 */
@Component
class NoteSearch {

    static final int MOST_HITS = 20;

    /** In memory at once: even the longest notes, of 20,000 characters, are a few megabytes together. */
    private static final int BATCH = 100;

    /** One search reads about this many sealed bytes: 5,000 notes of some pages each. */
    private final long mostBytes;

    /**
     * What was found, the newest first.
     *
     * @param damaged how many notes could not be opened, and were passed over
     * @param next the last note that was read, where there are older ones to look through; else none
     */
    record Found(List<Hit> hits, int damaged, @Nullable UUID next) {}

    /** A note that has every word. */
    record Hit(UUID id, LocalDate writtenOn, List<Snippet.Piece> title, List<Snippet.Piece> snippet) {

        @Override
        public String toString() {
            return "Hit[…]";
        }
    }

    private final NoteRepository notes;
    private final NoteLists lists;
    private final NoteWords words;

    @Autowired
    NoteSearch(NoteRepository notes, NoteLists lists, NoteWords words) {
        this(notes, lists, words, 64L << 20);
    }

    NoteSearch(NoteRepository notes, NoteLists lists, NoteWords words, long mostBytes) {
        this.notes = notes;
        this.lists = lists;
        this.words = words;
        this.mostBytes = mostBytes;
    }

    /**
     * Looks through the notebook, or further after a note.
     *
     * @param form without a {@link SearchForm#problem()}
     */
    Found look(OpenNotebook notebook, SearchForm form, @Nullable UUID after, Locale locale) {
        List<String> wanted = form.words();
        var hits = new ArrayList<Hit>();
        int damaged = 0;
        long read = 0;
        Place from = lists.after(notebook, after);
        List<Whole> batch;
        do {
            batch = notes.whole(notebook.id(), from.writtenOn(), from.place(), Limit.of(BATCH));
            for (Whole note : batch) {
                from = note.heading().at();
                read += note.sealedBody().length;
                try {
                    Hit hit = hit(notebook, note, form, wanted, locale);
                    if (hit != null) {
                        hits.add(hit);
                    }
                } catch (BrokenSealException broken) {
                    damaged++;
                }
                if (hits.size() == MOST_HITS || read >= mostBytes) {
                    boolean more = !notes.headings(
                                    notebook.id(), NoteLists.FIRST_DAY, from.writtenOn(), from.place(), Limit.of(1))
                            .isEmpty();
                    return new Found(hits, damaged, more ? note.heading().id() : null);
                }
            }
        } while (batch.size() == BATCH);
        return new Found(hits, damaged, null);
    }

    private @Nullable Hit hit(OpenNotebook notebook, Whole note, SearchForm form, List<String> wanted, Locale locale) {
        NoteRepository.Heading row = note.heading();
        NoteSealer.Heading heading = NoteSealer.openHeading(notebook, row.id(), row.writtenOn(), row.sealedHeading());
        if (!form.takes(heading)) {
            return null;
        }
        NoteText text = NoteSealer.openBody(notebook, row.id(), heading, note.sealedBody());
        var texts = new ArrayList<Snippet.Text>();
        texts.add(Snippet.Text.of(text.title()));
        words.of(text, locale).forEach(part -> texts.add(Snippet.Text.of(part.text())));
        boolean hasAll = wanted.stream()
                .allMatch(word -> texts.stream().anyMatch(one -> one.folded().contains(word)));
        if (!hasAll) {
            return null;
        }
        return new Hit(
                row.id(),
                row.writtenOn(),
                Snippet.whole(texts.get(0), wanted),
                texts.stream()
                        .skip(1)
                        .map(one -> Snippet.around(one, wanted))
                        .filter(pieces -> !pieces.isEmpty())
                        .findFirst()
                        .orElse(List.of()));
    }
}
