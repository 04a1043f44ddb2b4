package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LatelySavedTests {

    private static final NoteRows.State STATE =
            new NoteRows.State(new byte[] {1}, LocalDate.of(2026, 11, 22), 3, false);

    private static final Instant NOW = Instant.parse("2026-11-22T21:40:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final LatelySaved lately = new LatelySaved();
    private final UUID notebook = UUID.randomUUID();

    @Test
    void tellsThePlaceAfterTheLast() {
        assertThat(nextPlace(notebook)).isEmpty();
        lately.counted(notebook, 12, NOW, DAY, 7);
        assertThat(nextPlace(notebook)).hasValue(8);
        lately.placed(notebook, DAY, 8);
        assertThat(nextPlace(notebook)).hasValue(9);
        assertThat(nextPlace(UUID.randomUUID())).isEmpty();
        lately.forgetPlace(notebook);
        assertThat(nextPlace(notebook)).isEmpty();
        lately.placed(notebook, DAY, 9);
        assertThat(nextPlace(notebook)).as("nobody counted").isEmpty();
    }

    @Test
    void knowsNoPlaceOfAnotherDay() {
        lately.counted(notebook, 12, NOW, DAY, 7);
        assertThat(lately.nextPlace(notebook, NOW, DAY.plusDays(1))).isEmpty();
        assertThat(lately.nextPlace(notebook, NOW, DAY.minusDays(1))).isEmpty();
    }

    @Test
    void knowsOfNoRoomThatWasNotCountedWithinTenMinutes() {
        lately.counted(notebook, Notes.MOST - 2, NOW, DAY, 7);
        assertThat(lately.nextPlace(notebook, NOW.plusSeconds(600), DAY)).isPresent();
        assertThat(lately.nextPlace(notebook, NOW.plusSeconds(601), DAY)).isEmpty();
        lately.placed(notebook, DAY, 8);
        assertThat(nextPlace(notebook)).as("the last place").isPresent();
        lately.placed(notebook, DAY, 9);
        assertThat(nextPlace(notebook)).isEmpty();
    }

    private OptionalLong nextPlace(UUID of) {
        return lately.nextPlace(of, NOW, DAY);
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
        ids.subList(0, LatelySaved.NOTEBOOKS).forEach(id -> lately.counted(id, 1, NOW, DAY, 1));
        ids.subList(0, LatelySaved.NOTES).forEach(id -> lately.saved(notebook, id, STATE));
        assertThat(nextPlace(ids.get(0)))
                .as("asked for, so no longer the oldest")
                .isPresent();
        assertThat(lately.state(notebook, ids.get(0))).isPresent();
        lately.counted(ids.get(LatelySaved.NOTEBOOKS), 1, NOW, DAY, 1);
        lately.saved(notebook, ids.get(LatelySaved.NOTEBOOKS), STATE);
        assertThat(nextPlace(ids.get(0))).isPresent();
        assertThat(nextPlace(ids.get(1))).isEmpty();
        assertThat(nextPlace(ids.get(2))).isPresent();
        assertThat(lately.state(notebook, ids.get(0))).isPresent();
        assertThat(lately.state(notebook, ids.get(1))).isEmpty();
        assertThat(lately.state(notebook, ids.get(2))).isPresent();
    }
}
