package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.ajar.vault.BrokenSealException;
import app.ajar.vault.Padding;
import app.ajar.vault.Seal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoteSealerTests {

    private static final NoteText TEXT =
            new NoteText("Sunday, ten minutes", "They stayed in the room. Née, 你好, 🌙.", "/guide/my-limits", "hopeful");

    private static final Instant SUNDAY = Instant.parse("2026-11-22T21:40:07.123Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Times TIMES = new Times(SUNDAY, SUNDAY.plusSeconds(90), null);

    private static final NoteSealer.Heading HEADING = new NoteSealer.Heading("", "", "", null, TIMES);

    private final OpenNotebook notebook = notebook();
    private final UUID note = UUID.randomUUID();

    @Test
    void givesBackWhatWasSealed() {
        byte[] heading = sealed(TEXT);
        byte[] body = NoteSealer.sealBody(notebook, note, TEXT);
        assertThat(NoteSealer.openHeading(notebook, note, DAY, heading))
                .isEqualTo(new NoteSealer.Heading("Sunday, ten minutes", "/guide/my-limits", "hopeful", null, TIMES));
        assertThat(NoteSealer.openBody(notebook, note, NoteSealer.openHeading(notebook, note, DAY, heading), body))
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
        byte[] heading = sealed(text);
        byte[] body = NoteSealer.sealBody(notebook, note, text);
        assertThat(NoteSealer.openHeading(notebook, note, DAY, heading).talk()).isEqualTo(talk.withoutTexts());
        assertThat(NoteSealer.openBody(notebook, note, NoteSealer.openHeading(notebook, note, DAY, heading), body))
                .isEqualTo(text);
    }

    @Test
    void keepsATalkInWhichOnlyTheOtherSpoke() {
        var talk = new Talk("", "Not now.", 0, 0, 0, "", "");
        var text = new NoteText("A talk", "", "", "", talk);
        byte[] heading = sealed(text);
        assertThat(NoteSealer.openBody(
                        notebook,
                        note,
                        NoteSealer.openHeading(notebook, note, DAY, heading),
                        NoteSealer.sealBody(notebook, note, text)))
                .isEqualTo(text);
    }

    @Test
    void refusesATalkWhoseTextsAreThoseOfANote() {
        var talk = new NoteText("A talk", "", "", "", new Talk("a", "b", 1, 1, 1, "", ""));
        var heading = NoteSealer.openHeading(notebook, note, DAY, sealed(talk));
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
        byte[] heading = sealed(TEXT);
        var otherIdSameKey = new OpenNotebook(UUID.randomUUID(), notebook.key());
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> NoteSealer.openHeading(notebook, UUID.randomUUID(), DAY, heading));
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> NoteSealer.openHeading(otherIdSameKey, note, DAY, heading));
        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> NoteSealer.openBody(notebook, note, HEADING, heading));
    }

    @Test
    void refusesEveryFlippedByte() {
        byte[] sealed = sealed(TEXT);
        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            assertThatExceptionOfType(BrokenSealException.class)
                    .as("byte %d", i)
                    .isThrownBy(() -> NoteSealer.openHeading(notebook, note, DAY, damaged));
        }
    }

    @Test
    void hidesWhetherANoteIsAWordOrAPage() {
        byte[] word = NoteSealer.sealBody(notebook, note, new NoteText("", "No.", "", ""));
        assertThat(word).hasSize(Padding.BODY + 29);
        for (String page : new String[] {page(0x61, 26, 3_000), page(0x430, 32, 2_000), page(0x4E00, 400, 900)}) {
            byte[] sealed = NoteSealer.sealBody(notebook, note, new NoteText("", page, "", ""));
            assertThat(sealed).hasSameSizeAs(word);
            assertThat(NoteSealer.openBody(notebook, note, HEADING, sealed).body())
                    .isEqualTo(page);
        }
    }

    /** As much chance as a language of so many letters has, and more: words of one to nine letters out of 400. */
    private static String page(int firstLetter, int letters, int length) {
        var chance = new Random(7);
        List<String> words = IntStream.range(0, 400)
                .mapToObj(word -> chance.ints(1 + word % 9, firstLetter, firstLetter + letters)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .toList();
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(words.get(chance.nextInt(words.size()))).append(' ');
        }
        return text.substring(0, length);
    }

    @Test
    void stillOpensBodiesFromBeforeTheyWereCompressed() {
        String text = page(0x61, 26, 4_000);
        byte[] context = ("ajar/note/1/body/" + notebook.id() + "/" + note).getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = Seal.seal(notebook.key(), Padding.pad(text.getBytes(StandardCharsets.UTF_8), 4_096), context);
        assertThat(NoteSealer.openBody(notebook, note, HEADING, sealed).body()).isEqualTo(text);
    }

    @Test
    void givesBackLongTextsOfEveryKind() {
        String text = page(0x61, 26, Talk.LONGEST);
        var talk = new NoteText("A talk", "", "", "", new Talk(text, text, 0, 0, 0, "", ""));
        byte[] sealed = NoteSealer.sealBody(notebook, note, talk);
        NoteSealer.Heading heading = NoteSealer.openHeading(notebook, note, DAY, sealed(talk));
        assertThat(NoteSealer.openBody(notebook, note, heading, sealed)).isEqualTo(talk);
    }

    @Test
    void givesEveryHeadingThereCanBeOneSize() {
        // A character outside the basic plane takes four bytes of UTF-8, as many as any.
        String title = "🌙".repeat(NoteText.LONGEST_TITLE);
        // As long as NoteForm lets a section be.
        String section = ("/" + "a".repeat(64)).repeat(3);
        Times deleted = TIMES.deleted(SUNDAY.plusSeconds(200));
        assertThat(title.codePointCount(0, title.length())).isEqualTo(120);
        for (String mood : NoteForm.MOODS) {
            for (String next : Talk.NEXT_STEPS) {
                var talk = new NoteText(title, "", section, mood, new Talk("", "", 5, 5, 5, next, "2199-12-31"));
                assertThat(NoteSealer.sealHeading(notebook, note, NoteSealer.Heading.of(talk, deleted)))
                        .hasSize(Padding.HEADING + 29);
            }
        }
        assertThat(sealed(new NoteText("", "", "", ""))).hasSize(Padding.HEADING + 29);
    }

    @Test
    void neverShowsPrivateWordsWhenPrinted() {
        assertThat(TEXT.toString()
                        + notebook
                        + new NoteSealer.Heading("secret", "", "", null, TIMES)
                        + new Talk("secret", "secret", 1, 1, 1, "", ""))
                .doesNotContain("Sunday", "stayed", "secret");
    }

    @Test
    void keepsWhenItWasDeletedAndForgetsThatWhenItIsBroughtBack() {
        for (Times times : List.of(TIMES.deleted(SUNDAY.plusSeconds(200)), TIMES.restored())) {
            byte[] sealed = NoteSealer.sealHeading(notebook, note, HEADING.at(times));
            assertThat(NoteSealer.openHeading(notebook, note, DAY, sealed).times())
                    .isEqualTo(times);
        }
    }

    @Test
    void stillOpensHeadingsFromBeforeTimesWereSealed() {
        Times midnight = Times.first(Instant.parse("2026-11-22T00:00:00Z"));
        byte[] plain = HexFormat.of().parseHex("01" + "000161" + "0000" + "0003736164");
        assertThat(NoteSealer.openHeading(notebook, note, DAY, sealedAsItIs(plain)))
                .isEqualTo(new NoteSealer.Heading("a", "", "sad", null, midnight));
        byte[] talk = HexFormat.of().parseHex("02" + "000161" + "0000" + "0000" + "020005" + "0000" + "0000");
        assertThat(NoteSealer.openHeading(notebook, note, DAY, sealedAsItIs(talk)))
                .isEqualTo(new NoteSealer.Heading("a", "", "", new Talk("", "", 2, 0, 5, "", ""), midnight));
    }

    @Test
    void stillOpensHeadingsInModifiedUtf() {
        // Each half of the moon has three bytes there.
        byte[] talk = HexFormat.of()
                .parseHex("03" + moment(TIMES.writtenAt()) + moment(TIMES.changedAt()) + "00".repeat(8)
                        + "0006eda0bcedbc99" + "0000" + "0000" + "000474616c6b" + "020005" + "0000" + "0000");
        assertThat(NoteSealer.openHeading(notebook, note, DAY, sealedAsItIs(talk)))
                .isEqualTo(new NoteSealer.Heading("🌙", "", "", new Talk("", "", 2, 0, 5, "", ""), TIMES));
    }

    private static String moment(Instant moment) {
        return HexFormat.of().toHexDigits(moment.toEpochMilli());
    }

    @Test
    void refusesAHeadingOfAFormatOrKindThatItDoesNotKnow() {
        String times = "00".repeat(24);
        for (String hex : List.of(
                "00",
                "05" + times,
                "04" + times + "000000000000" + "000178",
                "04" + times,
                "04" + times + "000161" + "00",
                "04" + times + "000561",
                "03" + times + "000000000000" + "000178",
                "03" + times)) {
            byte[] sealed = sealedAsItIs(HexFormat.of().parseHex(hex));
            assertThatExceptionOfType(BrokenSealException.class)
                    .as(hex)
                    .isThrownBy(() -> NoteSealer.openHeading(notebook, note, DAY, sealed));
        }
    }

    private byte[] sealed(NoteText text) {
        return NoteSealer.sealHeading(notebook, note, NoteSealer.Heading.of(text, TIMES));
    }

    private byte[] sealedAsItIs(byte[] heading) {
        byte[] context = ("ajar/note/1/heading/" + notebook.id() + "/" + note).getBytes(StandardCharsets.US_ASCII);
        return Seal.seal(notebook.key(), Padding.pad(heading, 512), context);
    }

    private static OpenNotebook notebook() {
        return new OpenNotebook(UUID.randomUUID(), Seal.newDataKey(new SecureRandom()));
    }
}
