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

    private static final NoteSealer.Heading HEADING = new NoteSealer.Heading("", "", "", null);

    private final OpenNotebook notebook = notebook();
    private final UUID note = UUID.randomUUID();

    @Test
    void givesBackWhatWasSealed() {
        byte[] heading = NoteSealer.sealHeading(notebook, note, TEXT);
        byte[] body = NoteSealer.sealBody(notebook, note, TEXT);
        assertThat(NoteSealer.openHeading(notebook, note, heading))
                .isEqualTo(new NoteSealer.Heading("Sunday, ten minutes", "/guide/my-limits", "hopeful", null));
        assertThat(NoteSealer.openBody(notebook, note, NoteSealer.openHeading(notebook, note, heading), body))
                .isEqualTo(TEXT);
    }

    @Test
    void keepsAnEmptyBody() {
        var empty = new NoteText("t", "", "", "");
        byte[] body = NoteSealer.sealBody(notebook, note, empty);
        assertThat(NoteSealer.openBody(notebook, note, HEADING, body).body()).isEmpty();
    }

    @Test
    void givesBackATalkWithBothItsTexts() {
        var talk = new Talk("I said née 🌙", "They said: “你好”", 2, 0, 5, "again", "2027-03-21");
        var text = new NoteText("A talk", "", "", "", talk);
        byte[] heading = NoteSealer.sealHeading(notebook, note, text);
        byte[] body = NoteSealer.sealBody(notebook, note, text);
        assertThat(NoteSealer.openHeading(notebook, note, heading).talk()).isEqualTo(talk.withoutTexts());
        assertThat(NoteSealer.openBody(notebook, note, NoteSealer.openHeading(notebook, note, heading), body))
                .isEqualTo(text);
    }

    @Test
    void keepsATalkInWhichOnlyTheOtherSpoke() {
        var talk = new Talk("", "Not now.", 0, 0, 0, "", "");
        var text = new NoteText("A talk", "", "", "", talk);
        byte[] heading = NoteSealer.sealHeading(notebook, note, text);
        assertThat(NoteSealer.openBody(
                        notebook,
                        note,
                        NoteSealer.openHeading(notebook, note, heading),
                        NoteSealer.sealBody(notebook, note, text)))
                .isEqualTo(text);
    }

    @Test
    void refusesATalkWhoseTextsAreThoseOfANote() {
        var talk = new NoteText("A talk", "", "", "", new Talk("a", "b", 1, 1, 1, "", ""));
        var heading = NoteSealer.openHeading(notebook, note, NoteSealer.sealHeading(notebook, note, talk));
        for (String plain : new String[] {"", "abc", "A note that is no talk"}) {
            byte[] body = NoteSealer.sealBody(notebook, note, new NoteText("", plain, "", ""));
            assertThatExceptionOfType(BrokenSealException.class)
                    .as(plain)
                    .isThrownBy(() -> NoteSealer.openBody(notebook, note, heading, body));
        }
    }

    @Test
    void refusesANoteSealedWithAnotherKey() {
        byte[] body = NoteSealer.sealBody(notebook, note, TEXT);
        var sameIdOtherKey = new OpenNotebook(notebook.id(), notebook().key());
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> NoteSealer.openBody(sameIdOtherKey, note, HEADING, body));
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
                .isThrownBy(() -> NoteSealer.openBody(notebook, note, HEADING, heading));
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
        assertThat(TEXT.toString()
                        + notebook
                        + new NoteSealer.Heading("secret", "", "", null)
                        + new Talk("secret", "secret", 1, 1, 1, "", ""))
                .doesNotContain("Sunday", "stayed", "secret");
    }

    private static OpenNotebook notebook() {
        return new OpenNotebook(UUID.randomUUID(), Seal.newDataKey(new SecureRandom()));
    }
}
