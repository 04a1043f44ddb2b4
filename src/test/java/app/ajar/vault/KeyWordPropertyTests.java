package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for any six words and any way of typing them, tried on many by chance. */
class KeyWordPropertyTests {

    private static final KeyWordList LIST = KeyWordList.english();

    private static final List<String> BETWEEN = List.of(
            " ", "  ", ", ", "\n", "\r\n", "\t", "-", " – ", "; ", " / ", ".", "\u00a0", "\u3000", " 7 ", "_", "•",
            " | ", "🌙", "…");

    /** No word of the list begins like it. */
    private static final String UNKNOWN = "qqqq";

    private final Random random = Seeds.random();

    @Test
    void readsTheSameSixHoweverTheyAreTyped() {
        for (int round = 0; round < 3_000; round++) {
            List<String> words = six();
            String typed = typed(words);
            KeyWords read = LIST.read(typed);
            assertThat(read.words()).as("%s", typed).isEqualTo(words);
            assertThat(read.complete()).isTrue();
        }
    }

    @Test
    void readingWhatWasReadChangesNothing() {
        for (int round = 0; round < 1_000; round++) {
            KeyWords read = LIST.read(random.nextBoolean() ? typed(six()) : noise());
            String again = String.join(" ", read.words()).replace(KeyWords.STAND_IN, "qqqqqq");
            assertThat(LIST.read(again)).isEqualTo(read);
            assertThat(LIST.read(again)).hasSameHashCodeAs(read);
        }
    }

    @Test
    void sixKnownWordsAreCompleteAndNothingElseIs() {
        for (int round = 0; round < 3_000; round++) {
            List<String> words = random.ints(4 + random.nextInt(5), 0, LIST.size())
                    .mapToObj(word ->
                            random.nextInt(12) == 0 ? UNKNOWN : LIST.words().get(word))
                    .toList();
            boolean six = words.size() == 6;
            boolean known = !words.contains(UNKNOWN);
            String typed = typed(words);
            KeyWords read = LIST.read(typed);
            assertThat(read.words())
                    .as("%s", typed)
                    .isEqualTo(words.stream()
                            .map(word -> word.equals(UNKNOWN) ? KeyWords.STAND_IN : word)
                            .toList());
            assertThat(read.complete()).as("%s", typed).isEqualTo(six && known);
        }
    }

    @Test
    void oneWordWrongMissingOrTooManyIsNeverComplete() {
        for (int round = 0; round < 1_000; round++) {
            List<String> words = six();
            int place = random.nextInt(6);
            var missing = new java.util.ArrayList<>(words);
            missing.remove(place);
            assertThat(LIST.read(typed(missing)).complete()).isFalse();
            var wrong = new java.util.ArrayList<>(words);
            wrong.set(place, "qq" + words.get(place));
            assertThat(LIST.read(typed(wrong)).complete()).isFalse();
            var more = new java.util.ArrayList<>(words);
            more.add(place, six().get(0));
            assertThat(LIST.read(typed(more)).complete()).isFalse();
        }
    }

    @Test
    void anotherOrderIsAnotherSet() {
        for (int round = 0; round < 300; round++) {
            List<String> words = six();
            var turned = new java.util.ArrayList<>(words);
            java.util.Collections.rotate(turned, 1 + random.nextInt(5));
            assertThat(LIST.read(typed(turned)).equals(LIST.read(typed(words)))).isEqualTo(turned.equals(words));
        }
    }

    @Test
    void noInputTakesLong() {
        long start = System.nanoTime();
        for (int round = 0; round < 20; round++) {
            String piece = random.nextBoolean() ? noise() : typed(six());
            LIST.read((piece + "\ufdfa").repeat(1 + 1_000_000 / (piece.length() + 1)));
            assertThat(Passphrase.read((piece + "a").repeat(1 + 1_000_000 / (piece.length() + 1))))
                    .isEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("twenty times a megabyte")
                .isLessThan(Duration.ofSeconds(3));
    }

    private List<String> six() {
        return random.ints(6, 0, LIST.size()).mapToObj(LIST.words()::get).toList();
    }

    private String typed(List<String> words) {
        boolean numbered = random.nextInt(4) == 0;
        var all = new StringBuilder(random.nextBoolean() ? " " : "");
        int number = 1;
        for (String word : words) {
            if (number > 1) {
                all.append(BETWEEN.get(random.nextInt(BETWEEN.size())));
            }
            all.append(numbered ? number + ". " : "").append(spelled(word));
            number++;
        }
        return all.append(random.nextBoolean() ? ".\n" : "").toString();
    }

    /** Its case, accents and width, and its letters after the fourth, are anybody's. */
    private String spelled(String word) {
        String spelled = word;
        if (word.length() > 3) {
            switch (random.nextInt(4)) {
                case 0 -> spelled = word.substring(0, 4);
                case 1 -> spelled = word.substring(0, 4) + "zzzz";
                default -> {}
            }
        }
        spelled = switch (random.nextInt(4)) {
            case 0 -> spelled.toUpperCase(Locale.ROOT);
            case 1 -> spelled.substring(0, 1).toUpperCase(Locale.ROOT) + spelled.substring(1);
            default -> spelled;
        };
        return switch (random.nextInt(5)) {
            case 0 -> accented(spelled);
            case 1 ->
                spelled.codePoints()
                        .mapToObj(letter -> Character.toString(letter + 0xFEE0))
                        .collect(Collectors.joining());
            default -> spelled;
        };
    }

    private String accented(String word) {
        var accented = new StringBuilder(word);
        accented.insert(1 + random.nextInt(word.length()), (char) (0x300 + random.nextInt(0x30)));
        return accented.toString();
    }

    /** Words of the list, near words, and anything at all. */
    private String noise() {
        var all = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> all.append(LIST.words().get(random.nextInt(LIST.size())));
                case 1 -> all.append("qqq").append(random.nextInt(100));
                case 2 -> all.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT));
                default -> all.append(six().get(0), 0, 2);
            }
            all.append(random.nextInt(5) == 0 ? "" : BETWEEN.get(random.nextInt(BETWEEN.size())));
        }
        return all.toString();
    }
}
