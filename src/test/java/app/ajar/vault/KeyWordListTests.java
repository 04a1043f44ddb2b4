package app.ajar.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyWordListTests {

    private static final String ENGLISH_SHA256 = "9c70da35923c4a6075bcd03eaf6c53749fd1aff1e1a78407496d83bf079f304d";

    private static final KeyWordList LIST = KeyWordList.english();
    private static final String SIX = "absorb bamboo canoe dolphin eagle zoo";
    private static final List<String> SIX_WORDS = List.of(SIX.split(" "));

    /** Nobody in a troubled or violent relationship should be handed one of these. */
    private static final List<String> HURTFUL = List.of("""
            abandon abuse accident accuse addict affair afraid alarm alcohol alone anger angry
            anxiety apart apology argue armed army arrest assault attack awful baby bachelor battle
            beaten behave betray bitch bitter blade blame bleak blind blood bomb boy breast broken
            brother bruise bullet bully burden burst cage cancer cannon chase cheat child choke
            clown control convince corpse couple coward crash crazy crime cruel crush cry dad damage
            danger daughter dead death debt demise denial deny despair destroy die disease dismiss
            disorder divorce doctor drunk dumb end enemy escape evil exclude excuse execute exile
            expose false family fat fatal father fault fear female flee follow force forget forgive
            fury garbage girl glare gloom grab grief guilt gun gunshot harsh hate hazard help hidden
            horror hospital hostage hunt hurt husband ignore ill illegal illness infant inflict
            injury inmate innocent insane isolate jail jealous judge junk kick kiss knife law
            lawsuit lazy leave liar lonely loser love lover mad man marriage mean misery miss
            mistake mom monster mother murder naive naked nasty neglect nude obey orphan owner panic
            parent pathetic penalty physical pig pill pistol poison police poverty power prison
            private problem psycho punch push quit rape razor rebel refuse regret reject revenge
            rifle riot romance rough rude sad sadness safe scare scream secret sexy shame shock
            shoot shove shy sibling sick siege silent silly sister skull slam slap slut sorry split
            spy stab stalk strike struggle stupid submit suffer suicide suspect swear sword target
            therapist therapy threat threaten toddler track tragic trap trash trigger trouble trust
            truth ugly unable unfair unhappy upset useless vanish vicious virus void war warfare
            warrior weapon wedding weird whip whore wife woman worry worthless wreck wrist wrong
            yell
            """.strip().split("\\s+"));

    @Test
    void holdsEnoughPlainWordsForSixtyFourBits() {
        assertThat(LIST.size())
                .isGreaterThanOrEqualTo(1_700)
                .isEqualTo(LIST.words().size());
        assertThat(LIST.words()).isSorted().doesNotHaveDuplicates().allMatch(word -> word.matches("[a-z]{3,8}"));
        assertThat(LIST.bitsFor(KeyWords.COUNT)).isGreaterThanOrEqualTo(64);
        assertThat(LIST.bitsFor(1)).isCloseTo(Math.log(LIST.size()) / Math.log(2), within(1e-9));
    }

    @Test
    void differsInTheFirstFourLetters() {
        assertThat(LIST.words().stream().map(word -> word.substring(0, Math.min(4, word.length()))))
                .doesNotHaveDuplicates();
    }

    @Test
    void holdsNoWordThatHurts() {
        assertThat(HURTFUL).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
        assertThat(LIST.words()).doesNotContainAnyElementsOf(HURTFUL);
    }

    @Test
    void staysTheListThatNotebooksAreMadeWith() {
        // The sum is written here once more: whoever changes the file and the sum beside it must stop and think.
        assertThat(KeyWordList.load(file(), ENGLISH_SHA256).words()).isEqualTo(LIST.words());
    }

    @Test
    void readsTheSameListFromAWindowsCheckout() {
        String windows = String.join("\r\n", LIST.words()) + "\r\n";
        assertThat(KeyWordList.load(stream(windows), ENGLISH_SHA256).words()).isEqualTo(LIST.words());
    }

    @Test
    void refusesADamagedOrMissingList() {
        String cutShort = String.join("\n", LIST.words().subList(0, 900)) + "\n";
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyWordList.load(stream(cutShort), ENGLISH_SHA256))
                .withMessageContaining("damaged")
                .withMessageContaining(ENGLISH_SHA256);
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyWordList.load(null, ENGLISH_SHA256))
                .withMessageContaining("missing");
    }

    @Test
    void refusesAListWhoseWordsCannotBeToldApart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new KeyWordList(List.of("garden", "gardener")))
                .withMessageContaining("garden, gardener");
        assertThatIllegalStateException().isThrownBy(() -> new KeyWordList(List.of("garden", "Zoo")));
        assertThatIllegalStateException().isThrownBy(() -> new KeyWordList(List.of("garden", "")));
        assertThatIllegalStateException().isThrownBy(() -> new KeyWordList(List.of()));
    }

    @Test
    void isReadFromItsFileOnce() {
        assertThat(KeyWordList.english()).isSameAs(LIST);
    }

    @Test
    void drawsSixKnownWords() {
        KeyWords drawn = LIST.draw(new SecureRandom());
        assertThat(drawn.words()).hasSize(6).isSubsetOf(LIST.words());
        assertThat(drawn.complete()).isTrue();
    }

    @Test
    void drawsEveryWordAboutEquallyOftenInEveryPlace() {
        long seed = new SecureRandom().nextLong();
        SecureRandom random = seeded(seed);
        int draws = 12_000;
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Integer> first = new TreeMap<>();
        for (int i = 0; i < draws; i++) {
            List<String> words = LIST.draw(random).words();
            words.forEach(word -> counts.merge(word, 1, Integer::sum));
            first.merge(words.get(0), 1, Integer::sum);
        }
        assertThat(counts.keySet()).as("seed %d", seed).containsExactlyElementsOf(LIST.words());
        // Seven standard deviations either way: wrong once in a thousand million runs, not once a week.
        double freedom = LIST.size() - 1;
        double slack = 7 * Math.sqrt(2 * freedom);
        assertThat(chiSquare(counts, draws * 6.0)).as("seed %d", seed).isCloseTo(freedom, within(slack));
        assertThat(chiSquare(first, draws)).as("first word, seed %d", seed).isCloseTo(freedom, within(slack));
    }

    @Test
    void readsBackWhatItDrew() {
        long seed = new SecureRandom().nextLong();
        SecureRandom random = seeded(seed);
        for (int i = 0; i < 500; i++) {
            KeyWords drawn = LIST.draw(random);
            assertThat(LIST.read(String.join(" ", drawn.words())))
                    .as("seed %d", seed)
                    .isEqualTo(drawn);
            String shortened = drawn.words().stream()
                    .map(word -> word.substring(0, Math.min(4, word.length())))
                    .collect(Collectors.joining(", "));
            assertThat(LIST.read(shortened)).as("four letters, seed %d", seed).isEqualTo(drawn);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "absorb bamboo canoe dolphin eagle zoo",
                "ABSORB Bamboo cAnOe dolphin eagle ZOO",
                "  absorb   bamboo\tcanoe dolphin eagle zoo  ",
                "absorb, bamboo, canoe, dolphin, eagle, zoo.",
                "1. absorb\n2. bamboo\n3. canoe\n4. dolphin\n5. eagle\n6. zoo\n",
                "1absorb2bamboo3canoe4dolphin5eagle6zoo",
                "absorb\r\nbamboo\r\ncanoe\r\ndolphin\r\neagle\r\nzoo",
                "absorb-bamboo-canoe-dolphin-eagle-zoo",
                "absorb\u00a0bamboo\u2013canoe\u2014dolphin\u3000eagle\u2003zoo",
                "abso bamb cano dolp eagl zoo",
                "absozzzzz bambzzzzz canozzzzz dolpzzzzz eaglzzzzz zoo",
                "ábsörb bambôo çanoe dólphin êagle zöö",
                "a\u0301bsorb bamboo canoe dolphin eagle zo\u0308o\u0308",
                "\uff41\uff42\uff53\uff4f\uff52\uff42 bamboo canoe dolph\u0130n eagle zoo",
            })
    void readsSixWordsHoweverTheyAreTyped(String typed) {
        KeyWords words = LIST.read(typed);
        assertThat(words.words()).isEqualTo(SIX_WORDS);
        assertThat(words.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n ",
                "123 456 !?",
                "absorb bamboo canoe dolphin eagle",
                "absorb bamboo canoe dolphin eagle zoo zoo",
                "absorb bamboo canoe dolphin eagle qqqqqq",
                "absorb bamboo canoe dolphin eagle zoos",
                "absorb bamboo canoe dolphin eagle zo",
                "abs bamboo canoe dolphin eagle zoo",
                "absorbbamboocanoedolphineaglezoo",
                "absorb bamboo canoe dolphin eagle ?",
                "absorb bamboo canoe dolphin eagle зоо",
                "\ud800 absorb \udc00",
            })
    void readsAnythingElseAsIncomplete(String typed) {
        assertThat(LIST.read(typed).complete()).isFalse();
    }

    @Test
    void keepsThePlaceOfAnUnknownWord() {
        assertThat(LIST.read("absorb qqqqqq canoe").words()).containsExactly("absorb", "?", "canoe");
    }

    @Test
    void takesAThreeLetterWordOnlyWhole() {
        List<String> threeLetters =
                LIST.words().stream().filter(word -> word.length() == 3).toList();
        assertThat(threeLetters).isNotEmpty().allSatisfy(word -> {
            assertThat(LIST.read(word).words()).containsExactly(word);
            assertThat(LIST.read(word + "qqq").words()).containsExactly("?");
        });
    }

    @Test
    void looksAtFortyTokensAndNoMore() {
        assertThat(LIST.read("zoo ".repeat(40)).words()).hasSize(40).containsOnly("zoo");
        assertThat(LIST.read("zoo ".repeat(41)).words()).hasSize(41).endsWith("zoo", "?");
        assertThat(LIST.read(SIX + " ".repeat(3_000) + "zoo").complete()).isFalse();
        assertThat(LIST.read(" ".repeat(3_000) + SIX + " ".repeat(3_000)).complete())
                .isTrue();
    }

    @Test
    void looksAtTwoThousandCharactersAndNoMore() {
        String spread = "absorb bamboo canoe dolphin eagle" + " ".repeat(1_964) + "zoo";
        assertThat(spread).hasSize(2_000);
        assertThat(LIST.read(spread).complete()).isTrue();
        assertThat(LIST.read(spread.replace(" eagle", "  eagle")).complete()).isFalse();
    }

    @Test
    @Timeout(5)
    void readsAMegabyteAtOnce() {
        // U+FDFA becomes eighteen letters when it is decomposed: the worst that a short text can do.
        for (String typed : List.of(
                "a".repeat(1_000_000), SIX.repeat(30_000), "\ufdfa".repeat(1_000_000), "a\u0301 ".repeat(400_000))) {
            long start = System.nanoTime();
            assertThat(LIST.read(typed).complete()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void neverShowsTheWords() {
        assertThat(LIST.read(SIX)).hasToString("KeyWords[hidden]");
    }

    private static double chiSquare(Map<String, Integer> counts, double total) {
        double expected = total / LIST.size();
        return LIST.words().stream()
                .mapToDouble(word -> Math.pow(counts.getOrDefault(word, 0) - expected, 2) / expected)
                .sum();
    }

    private static SecureRandom seeded(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            // Set before the first draw, this is the only seed; later it would only be mixed in.
            random.setSeed(seed);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream file() {
        return KeyWordListTests.class.getResourceAsStream("/key-words/en.txt");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
