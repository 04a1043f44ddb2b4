package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LatelySavedTests {

    private static final NoteRows.State STATE =
            new NoteRows.State(new byte[] {1}, LocalDate.of(2026, 11, 22), 3, false);

    private final LatelySaved lately = new LatelySaved();
    private final UUID notebook = UUID.randomUUID();

    @Test
    void tellsThePlaceAfterTheLast() {
        assertThat(lately.nextPlace(notebook)).isEmpty();
        lately.placed(notebook, 7);
        assertThat(lately.nextPlace(notebook)).hasValue(8);
        assertThat(lately.nextPlace(UUID.randomUUID())).isEmpty();
        lately.forgetPlace(notebook);
        assertThat(lately.nextPlace(notebook)).isEmpty();
    }

    @Test
    void tellsHowANoteOfANotebookStood() {
        UUID id = UUID.randomUUID();
        lately.saved(notebook, id, STATE);
        assertThat(lately.state(notebook, id)).contains(STATE);
        assertThat(lately.state(UUID.randomUUID(), id)).isEmpty();
        assertThat(lately.state(notebook, UUID.randomUUID())).isEmpty();
    }

    @Test
    void forgetsTheOldestFirst() {
        List<UUID> ids = Stream.generate(UUID::randomUUID)
                .limit(LatelySaved.NOTEBOOKS + 1)
                .toList();
        ids.subList(0, LatelySaved.NOTEBOOKS).forEach(id -> lately.placed(id, 1));
        ids.subList(0, LatelySaved.NOTES).forEach(id -> lately.saved(notebook, id, STATE));
        assertThat(lately.nextPlace(ids.get(0)))
                .as("asked for, so no longer the oldest")
                .isPresent();
        assertThat(lately.state(notebook, ids.get(0))).isPresent();
        lately.placed(ids.get(LatelySaved.NOTEBOOKS), 1);
        lately.saved(notebook, ids.get(LatelySaved.NOTEBOOKS), STATE);
        assertThat(lately.nextPlace(ids.get(0))).isPresent();
        assertThat(lately.nextPlace(ids.get(1))).isEmpty();
        assertThat(lately.nextPlace(ids.get(2))).isPresent();
        assertThat(lately.state(notebook, ids.get(0))).isPresent();
        assertThat(lately.state(notebook, ids.get(1))).isEmpty();
        assertThat(lately.state(notebook, ids.get(2))).isPresent();
    }
}
