package app.ajar.notebook;

import app.ajar.vault.KeyStretcher;
import app.ajar.vault.KeyWordList;
import app.ajar.vault.KeyWords;
import app.ajar.vault.NotebookKeys;
import app.ajar.vault.PassSecret;
import app.ajar.vault.Seal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starting, opening, closing and erasing notebooks. An open notebook's key is kept only under the secret in the
 * browser's cookie: this class never holds it longer than a request.
 */
@Component
class Notebooks {

    /** How often the time of last use is written down: a note saved each second must not mean two writes each. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private static final int SECONDS_TO_WAIT = 10;
    private static final int MOST_WAITING = 16;

    /** A notebook that was just started: the words are shown once and exist nowhere else. */
    record Started(KeyWords words, PassSecret secret, OpenNotebook notebook) {

        @Override
        public String toString() {
            return "Started[…]";
        }
    }

    /** A notebook that was just opened on a device. */
    record Opened(PassSecret secret, OpenNotebook notebook) {

        @Override
        public String toString() {
            return "Opened[…]";
        }
    }

    private final NotebookRepository notebooks;
    private final PassRepository passes;
    private final NoteRepository notes;
    private final NotebookSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private final SecureRandom random = new SecureRandom();
    private final KeyWordList list = KeyWordList.english();
    private final KeyStretcher stretcher = new KeyStretcher();
    // Each stretch holds 46 MiB; a crowd must wait for its turn instead of exhausting the memory.
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    Notebooks(
            NotebookRepository notebooks,
            PassRepository passes,
            NoteRepository notes,
            NotebookSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.notebooks = notebooks;
        this.passes = passes;
        this.notes = notes;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes a notebook and opens it on this device.
     *
     * @param first what to put into it; if that fails, there is no notebook either
     * @throws TooBusyException if no turn came free in ten seconds
     */
    Started start(Consumer<OpenNotebook> first) {
        KeyWords words = list.draw(random);
        NotebookKeys keys = stretch(words);
        UUID id = UUID.randomUUID();
        SecretKey dataKey = Seal.newDataKey(random);
        byte[] wrapped = Seal.wrap(keys.wrappingKey(), dataKey, wordsContext(id));
        var open = new OpenNotebook(id, dataKey);
        PassSecret secret = PassSecret.fresh(random);
        transaction.executeWithoutResult(status -> {
            notebooks.save(new Notebook(id, hex(keys.locator()), wrapped));
            passes.save(pass(open, secret));
            first.accept(open);
        });
        return new Started(words, secret, open);
    }

    /**
     * Opens the notebook these words belong to. Whatever is wrong with them, the answer is the same and takes as long:
     * they are stretched and looked up either way.
     *
     * @param typed as the person wrote it
     * @return empty for words that open nothing
     * @throws TooBusyException if no turn came free in ten seconds
     */
    Optional<Opened> open(String typed) {
        KeyWords words = list.read(typed);
        NotebookKeys keys = stretch(words);
        Optional<Notebook> found = notebooks.findByLocator(hex(keys.locator()));
        if (found.isEmpty() || !words.complete()) {
            return Optional.empty();
        }
        Notebook notebook = found.get();
        SecretKey dataKey = Seal.unwrap(keys.wrappingKey(), notebook.wrappedKey(), wordsContext(notebook.id()));
        var open = new OpenNotebook(notebook.id(), dataKey);
        PassSecret secret = PassSecret.fresh(random);
        transaction.executeWithoutResult(status -> passes.save(pass(open, secret)));
        return Optional.of(new Opened(secret, open));
    }

    /** Whether this browser has a notebook open. Asking does not count as using it. */
    boolean isOpen(PassSecret secret) {
        return current(hex(secret.locator())).isPresent();
    }

    private Optional<Pass> current(String locator) {
        return passes.findById(locator)
                .filter(pass -> !pass.lastUsedAt().isBefore(clock.instant().minus(settings.idle())));
    }

    /** The notebook that this browser has open; empty once it was closed, or has rested too long. */
    Optional<OpenNotebook> resume(PassSecret secret) {
        Instant now = clock.instant();
        String locator = hex(secret.locator());
        return current(locator).map(pass -> {
            if (pass.lastUsedAt().isBefore(now.minus(USE_NOTED_EVERY))) {
                transaction.executeWithoutResult(status -> passes.used(locator, now));
            }
            SecretKey key =
                    Seal.unwrap(secret.wrappingKey(), pass.wrappedKey(), passContext(pass.notebookId(), locator));
            return new OpenNotebook(pass.notebookId(), key);
        });
    }

    /** Forgets the pass, and for good what was deleted in the notebook while it was open. */
    void close(PassSecret secret) {
        String locator = hex(secret.locator());
        transaction.executeWithoutResult(status -> passes.findById(locator).ifPresent(pass -> {
            passes.close(locator);
            notes.purgeDeletedIn(pass.notebookId());
        }));
    }

    /** Removes the notebook, its notes and every pass to it. */
    void erase(OpenNotebook notebook) {
        transaction.executeWithoutResult(status -> {
            passes.closeAllOf(notebook.id());
            notes.eraseAllIn(notebook.id());
            notebooks.erase(notebook.id());
        });
    }

    /** Closes what has rested too long and removes what was deleted too long ago. */
    void tidy() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            passes.closeRested(now.minus(settings.idle()));
            notes.purgeDeleted(now.minus(settings.undo()));
        });
    }

    private NotebookKeys stretch(KeyWords words) {
        if (turns.getQueueLength() >= MOST_WAITING) {
            // Whoever waits holds a thread that reading, and leaving, need too.
            throw new TooBusyException();
        }
        try {
            if (!turns.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw new TooBusyException();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooBusyException();
        }
        try {
            return stretcher.stretch(words);
        } finally {
            turns.release();
        }
    }

    private Pass pass(OpenNotebook open, PassSecret secret) {
        String locator = hex(secret.locator());
        byte[] wrapped = Seal.wrap(secret.wrappingKey(), open.key(), passContext(open.id(), locator));
        return new Pass(locator, open.id(), wrapped, clock.instant());
    }

    private static byte[] wordsContext(UUID notebookId) {
        return ("ajar/notebook/1/words/" + notebookId).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] passContext(UUID notebookId, String locator) {
        return ("ajar/notebook/1/pass/" + notebookId + "/" + locator).getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
