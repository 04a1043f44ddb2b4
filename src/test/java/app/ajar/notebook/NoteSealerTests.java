package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.ajar.vault.BrokenSealException;
import app.ajar.vault.Seal;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoteSealerTests {

    private static final NoteText TEXT =
            new NoteText("Sunday, ten minutes", "They stayed in the room. Née, 你好, 🌙.", "/guide/my-limits", "hopeful");

    private final OpenNotebook notebook = notebook();
    private final UUID note = UUID.randomUUID();

    @Test
    void givesBackWhatWasSealed() {
        byte[] heading = NoteSealer.sealHeading(notebook, note, TEXT);
        byte[] body = NoteSealer.sealBody(notebook, note, TEXT);
        assertThat(NoteSealer.openHeading(notebook, note, heading))
                .isEqualTo(new NoteSealer.Heading("Sunday, ten minutes", "/guide/my-limits", "hopeful"));
        assertThat(NoteSealer.openBody(notebook, note, body)).isEqualTo(TEXT.body());
    }

    @Test
    void keepsAnEmptyBody() {
        byte[] body = NoteSealer.sealBody(notebook, note, new NoteText("t", "", "", ""));
        assertThat(NoteSealer.openBody(notebook, note, body)).isEmpty();
    }

    @Test
    void refusesANoteSealedWithAnotherKey() {
        byte[] body = NoteSealer.sealBody(notebook, note, TEXT);
        var sameIdOtherKey = new OpenNotebook(notebook.id(), notebook().key());
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> NoteSealer.openBody(sameIdOtherKey, note, body));
    }

    @Test
    void refusesASealMovedToAnotherNoteNotebookOrColumn() {
        byte[] heading = NoteSealer.sealHeading(notebook, note, TEXT);
        var otherIdSameKey = new OpenNotebook(UUID.randomUUID(), notebook.key());
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> NoteSealer.openHeading(notebook, UUID.randomUUID(), heading));
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> NoteSealer.openHeading(otherIdSameKey, note, heading));
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> NoteSealer.openBody(notebook, note, heading));
    }

    @Test
    void refusesEveryFlippedByte() {
        byte[] sealed = NoteSealer.sealHeading(notebook, note, TEXT);
        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            assertThatExceptionOfType(BrokenSealException.class)
                    .as("byte %d", i)
                    .isThrownBy(() -> NoteSealer.openHeading(notebook, note, damaged));
        }
    }

    @Test
    void hidesWhetherANoteIsAWordOrAParagraph() {
        byte[] word = NoteSealer.sealBody(notebook, note, new NoteText("", "No.", "", ""));
        byte[] paragraph = NoteSealer.sealBody(notebook, note, new NoteText("", "a".repeat(400), "", ""));
        assertThat(word).hasSameSizeAs(paragraph);
    }

    @Test
    void neverShowsPrivateWordsWhenPrinted() {
        assertThat(TEXT.toString() + notebook + new NoteSealer.Heading("secret", "", ""))
                .doesNotContain("Sunday", "stayed", "secret");
    }

    private static OpenNotebook notebook() {
        return new OpenNotebook(UUID.randomUUID(), Seal.newDataKey(new SecureRandom()));
    }
}
