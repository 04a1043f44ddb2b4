package app.ajar.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A published list of plain words, 3 to 8 letters a–z each, that differ in their first four letters. The English one
 * holds 1,706 words of the BIP-39 list: those that could hurt or frighten a reader, or look bad on a card that a partner
 * finds, are taken out (see {@code key-words/LICENSE-NOTICE.txt}).
 */
public final class KeyWordList {

    /**
     * SHA-256 of {@code key-words/en.txt}. The list is frozen once a notebook exists: taking a word out would lock out
     * everyone who was given it, so a changed file has to be noticed rather than used.
     */
    private static final String ENGLISH_SHA256 = "9c70da35923c4a6075bcd03eaf6c53749fd1aff1e1a78407496d83bf079f304d";

    private static final Pattern PLAIN_WORD = Pattern.compile("[a-z]{3,8}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final int TELLING_LETTERS = 4;
    private static final int MOST_TOKENS = 40;
    // Room for 40 generous tokens. Normalising is cut off here so that a pasted megabyte costs nothing.
    private static final int MOST_CHARACTERS = 2_000;

    private static volatile @Nullable KeyWordList english;

    private final List<String> words;
    private final Map<String, String> wordByStart;

    KeyWordList(List<String> words) {
        Map<String, String> starts = new HashMap<>();
        for (String word : words) {
            if (!PLAIN_WORD.matcher(word).matches()) {
                throw new IllegalStateException(
                        "The key-word list holds something other than a word of 3 to 8 letters");
            }
            String other = starts.putIfAbsent(start(word), word);
            if (other != null) {
                throw new IllegalStateException(
                        "The key-word list holds two words that start alike: " + other + ", " + word);
            }
        }
        if (words.isEmpty()) {
            throw new IllegalStateException("The key-word list is empty");
        }
        this.words = List.copyOf(words);
        this.wordByStart = Map.copyOf(starts);
    }

    /**
     * The English list, read from {@code /key-words/en.txt} the first time.
     *
     * @throws IllegalStateException if the file is missing or is not, word for word, the list that notebooks are made with
     */
    public static KeyWordList english() {
        KeyWordList loaded = english;
        if (loaded == null) {
            // Two threads may both load it; they load the same thing.
            loaded = load(KeyWordList.class.getResourceAsStream("/key-words/en.txt"), ENGLISH_SHA256);
            english = loaded;
        }
        return loaded;
    }

    static KeyWordList load(@Nullable InputStream file, String sha256) {
        if (file == null) {
            throw new IllegalStateException("The key-word list /key-words/en.txt is missing");
        }
        byte[] bytes;
        try (file) {
            bytes = file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The key-word list /key-words/en.txt cannot be read", e);
        }
        // A checkout that turned LF into CRLF has not changed a word.
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
        if (!sha256(text).equals(sha256)) {
            throw new IllegalStateException(
                    "The key-word list /key-words/en.txt is damaged or was changed: notebooks made with the old list would not open."
                            + " Expected SHA-256 " + sha256 + ", found " + sha256(text));
        }
        return new KeyWordList(text.lines().toList());
    }

    /** How many words the list holds. */
    public int size() {
        return words.size();
    }

    /** The words, sorted. */
    public List<String> words() {
        return words;
    }

    /** How many random bits that many uniformly drawn words carry: {@code words * log2(size)}. */
    public double bitsFor(int words) {
        return words * Math.log(size()) / Math.log(2);
    }

    /** Draws six words, each uniformly and on its own; a word may come twice. */
    public KeyWords draw(SecureRandom random) {
        List<String> drawn = new ArrayList<>(KeyWords.COUNT);
        for (int i = 0; i < KeyWords.COUNT; i++) {
            drawn.add(words.get(random.nextInt(words.size())));
        }
        return new KeyWords(drawn);
    }

    /**
     * Reads what a person typed. Case, accents and whatever stands between the words (spaces, commas, {@code 1.}, hyphens,
     * new lines) do not matter. A token stands for a word if it equals it, or if both have at least four letters and the
     * first four are the same. At most 40 tokens, or 2,000 characters, are looked at.
     *
     * @return the words found; incomplete, and equal to no drawn set, if a token is unknown, if there are not exactly six, or
     *     if there was more than was looked at. Bad input is never an error: whoever opens a notebook stretches the result
     *     all the same, so that a wrong word and a missing one take the same time.
     */
    public KeyWords read(String typed) {
        String text = typed.strip();
        boolean more = text.length() > MOST_CHARACTERS;
        List<String> found = new ArrayList<>();
        for (String token : tokens(plain(more ? text.substring(0, MOST_CHARACTERS) : text))) {
            if (found.size() == MOST_TOKENS) {
                more = true;
                break;
            }
            found.add(find(token).orElse(KeyWords.STAND_IN));
        }
        if (more) {
            found.add(KeyWords.STAND_IN);
        }
        return new KeyWords(found);
    }

    private Optional<String> find(String token) {
        // A start of three letters is all of a three-letter word, so only the whole word finds it.
        return Optional.ofNullable(wordByStart.get(start(token)));
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return MARKS.matcher(decomposed).replaceAll("");
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (Character.isLetter(character)) {
                token.appendCodePoint(character);
            } else if (!token.isEmpty()) {
                tokens.add(token.toString());
                token.setLength(0);
            }
        });
        if (!token.isEmpty()) {
            tokens.add(token.toString());
        }
        return tokens;
    }

    private static String start(String word) {
        return word.length() <= TELLING_LETTERS ? word : word.substring(0, TELLING_LETTERS);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
