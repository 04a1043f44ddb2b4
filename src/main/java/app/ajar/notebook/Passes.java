package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
import app.ajar.vault.Padding;
import app.ajar.vault.PassSecret;
import app.ajar.vault.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Open notebooks, each on one device. The key of one is kept only under the secret in that device's cookie, and the times
 * of its use only under that key. The key this class never holds longer than a request. For saves it remembers the rows that it
 * saw, sealed as they are, and their times, until the pass rests.
 */
@Component
class Passes {

    /** How often the time of last use is written down: a note saved each second must not mean two writes each. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    /** However busily it is used, a notebook asks for its words again after so long (NIST SP 800-63B: 12 hours). */
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final byte FORMAT = 1;

    /**
     * A device on which a notebook is open.
     *
     * @param here whether it is the one that asks
     */
    record Device(Instant openedAt, Instant lastUsedAt, boolean here) {}

    private record Use(Instant openedAt, Instant lastUsedAt) {}

    /**
     * What a program remembers of a pass that it saw.
     *
     * @param pass its row, which only the cookie opens
     * @param until when it closes itself, if nobody uses it
     */
    private record Seen(Pass pass, Use use, Instant until) {

        @Override
        public String toString() {
            return "Seen[…]";
        }
    }

    private final PassRows rows;
    private final PassRepository passes;
    private final NotebookRepository notebooks;
    private final NoteRepository notes;
    private final NotebookSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private final SecureRandom random = new SecureRandom();
    // So that a rested pass goes within a minute. What is forgotten here, by a restart, goes with its day.
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    Passes(
            PassRows rows,
            PassRepository passes,
            NotebookRepository notebooks,
            NoteRepository notes,
            NotebookSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.passes = passes;
        this.notebooks = notebooks;
        this.notes = notes;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Opens a notebook on a device.
     *
     * @param words the key words it was opened with, to show once more while it is open; empty for another way in
     */
    PassSecret issue(OpenNotebook notebook, List<String> words) {
        PassSecret secret = PassSecret.fresh(notebook.id(), random);
        String locator = locator(secret);
        Instant now = clock.instant();
        LocalDate today = day(now);
        var pass = new Pass(
                locator,
                notebook.id(),
                Seal.wrap(secret.wrappingKey(), notebook.key(), keyContext(notebook.id(), locator)),
                sealedUse(notebook, locator, new Use(now, now)),
                sealedWords(notebook, locator, words),
                today);
        transaction.executeWithoutResult(status -> {
            passes.save(pass);
            notebooks.openedOn(notebook.id(), today);
        });
        remember(pass, new Use(now, now));
        return secret;
    }

    /** How long it stays open here if nobody uses it; empty where none is open. Asking does not count as using it. */
    Optional<Duration> left(PassSecret secret) {
        return find(secret)
                .map(pass -> use(opened(secret, pass), pass))
                .filter(use -> !rested(use))
                .map(use -> {
                    Duration idle =
                            Duration.between(clock.instant(), use.lastUsedAt().plus(settings.idle()));
                    Duration longest =
                            Duration.between(clock.instant(), use.openedAt().plus(LONGEST));
                    return idle.compareTo(longest) < 0 ? idle : longest;
                });
    }

    /** The notebook that this browser has open; empty once it was closed, or has rested too long. */
    Optional<OpenNotebook> resume(PassSecret secret) {
        return find(secret).flatMap(pass -> resume(opened(secret, pass), pass));
    }

    /**
     * The notebook that this browser had open when this program looked last, if its use was noted within a minute. For what
     * asks again in its own statement: it may have been closed since, here or on another device.
     */
    Optional<RecentlyOpen> recent(PassSecret secret) {
        Seen last = seen.get(locator(secret));
        if (last == null || !last.pass().notebookId().equals(secret.notebookId())) {
            return Optional.empty();
        }
        if (rested(last.use()) || toBeNoted(last.use())) {
            return Optional.empty();
        }
        Pass pass = last.pass();
        return Optional.of(new RecentlyOpen(opened(secret, pass), pass.locator(), pass.revision()));
    }

    private boolean toBeNoted(Use use) {
        return use.lastUsedAt().isBefore(clock.instant().minus(USE_NOTED_EVERY));
    }

    private Optional<Pass> find(PassSecret secret) {
        return rows.find(secret.notebookId(), locator(secret));
    }

    private Optional<OpenNotebook> resume(OpenNotebook notebook, Pass pass) {
        Use use = use(notebook, pass);
        if (rested(use)) {
            close(pass);
            return Optional.empty();
        }
        if (toBeNoted(use)) {
            noteUse(notebook, pass, new Use(use.openedAt(), clock.instant()));
        } else {
            remember(pass, use);
        }
        return Optional.of(notebook);
    }

    private void noteUse(OpenNotebook notebook, Pass pass, Use use) {
        LocalDate today = day(use.lastUsedAt());
        byte[] sealed = sealedUse(notebook, pass.locator(), use);
        transaction.executeWithoutResult(status -> {
            passes.used(notebook.id(), pass.locator(), pass.revision(), sealed, today);
            notebooks.openedOn(notebook.id(), today);
        });
        remember(pass.used(sealed), use);
    }

    /** The key words that this browser opened its notebook with, while it is open; empty if it was another way in. */
    List<String> words(OpenNotebook notebook, PassSecret secret) {
        String locator = locator(secret);
        return rows.find(notebook.id(), locator)
                .map(pass -> Padding.unpad(
                        Seal.open(notebook.key(), pass.sealedWords(), wordsContext(notebook.id(), locator))))
                .map(clear -> new String(clear, StandardCharsets.US_ASCII))
                .filter(line -> !line.isEmpty())
                .map(line -> List.of(line.split(" ")))
                .orElse(List.of());
    }

    /** Puts other words beside this pass, after they were changed. */
    void rememberWords(OpenNotebook notebook, PassSecret secret, List<String> words) {
        String locator = locator(secret);
        byte[] sealed = sealedWords(notebook, locator, words);
        transaction.executeWithoutResult(status -> passes.words(notebook.id(), locator, sealed));
    }

    /** Where the notebook is open: this device first, then the one used last. */
    List<Device> devices(OpenNotebook notebook, PassSecret secret) {
        String here = locator(secret);
        return passes.findByNotebookId(notebook.id()).stream()
                .flatMap(pass -> device(notebook, pass, here).stream())
                .sorted(Comparator.comparing(Device::here)
                        .thenComparing(Device::lastUsedAt)
                        .reversed())
                .toList();
    }

    private Optional<Device> device(OpenNotebook notebook, Pass pass, String here) {
        Use use = use(notebook, pass);
        return rested(use)
                ? Optional.empty()
                : Optional.of(new Device(
                        use.openedAt(), use.lastUsedAt(), pass.locator().equals(here)));
    }

    /** Closes the notebook everywhere but here. */
    void closeOthers(OpenNotebook notebook, PassSecret secret) {
        transaction.executeWithoutResult(status -> passes.closeOthers(notebook.id(), locator(secret)));
    }

    /** Forgets the pass, and for good what was deleted in the notebook while it was open. */
    void close(PassSecret secret) {
        find(secret).ifPresent(this::close);
    }

    private void close(Pass pass) {
        seen.remove(pass.locator());
        transaction.executeWithoutResult(status -> {
            passes.close(pass.notebookId(), pass.locator());
            notes.purgeDeletedIn(pass.notebookId());
        });
    }

    /** Closes what has rested too long of the passes that this program saw, to the minute. */
    void tidy() {
        Instant now = clock.instant();
        seen.forEach((locator, last) -> {
            if (last.until().isBefore(now) && seen.remove(locator, last)) {
                transaction.executeWithoutResult(status -> {
                    Pass pass = last.pass();
                    if (passes.closeUnused(pass.notebookId(), locator, pass.revision()) > 0) {
                        notes.purgeDeletedIn(pass.notebookId());
                    }
                });
            }
        });
    }

    /** Closes, by the day, the passes of a notebook that rested too long, whichever program opened them. */
    void tidy(UUID notebookId) {
        transaction.executeWithoutResult(status -> passes.closeUnusedSince(notebookId, stillInUse()));
    }

    /** A pass that was last used on an earlier day than this has rested too long. */
    LocalDate stillInUse() {
        return day(clock.instant().minus(settings.idle()));
    }

    private void remember(Pass pass, Use use) {
        seen.put(pass.locator(), new Seen(pass, use, use.lastUsedAt().plus(settings.idle())));
    }

    private boolean rested(Use use) {
        Instant now = clock.instant();
        return use.lastUsedAt().isBefore(now.minus(settings.idle()))
                || use.openedAt().isBefore(now.minus(LONGEST));
    }

    /** @throws BrokenSealException if the row was damaged, or put in place of another */
    private static OpenNotebook opened(PassSecret secret, Pass pass) {
        SecretKey key =
                Seal.unwrap(secret.wrappingKey(), pass.wrappedKey(), keyContext(pass.notebookId(), pass.locator()));
        return new OpenNotebook(pass.notebookId(), key);
    }

    private static Use use(OpenNotebook notebook, Pass pass) {
        byte[] clear = Seal.open(notebook.key(), pass.sealedUse(), context("use", notebook.id(), pass.locator()));
        ByteBuffer times = ByteBuffer.wrap(clear);
        if (clear.length != 1 + 2 * Long.BYTES || times.get() != FORMAT) {
            throw new BrokenSealException("The times of a pass in a format that is not known here");
        }
        return new Use(Instant.ofEpochMilli(times.getLong()), Instant.ofEpochMilli(times.getLong()));
    }

    private static byte[] sealedUse(OpenNotebook notebook, String locator, Use use) {
        byte[] clear = ByteBuffer.allocate(1 + 2 * Long.BYTES)
                .put(FORMAT)
                .putLong(use.openedAt().toEpochMilli())
                .putLong(use.lastUsedAt().toEpochMilli())
                .array();
        return Seal.seal(notebook.key(), clear, context("use", notebook.id(), locator));
    }

    private static byte[] sealedWords(OpenNotebook notebook, String locator, List<String> words) {
        byte[] clear = String.join(" ", words).getBytes(StandardCharsets.US_ASCII);
        return Seal.seal(notebook.key(), Padding.pad(clear, Padding.WORDS), wordsContext(notebook.id(), locator));
    }

    private static byte[] wordsContext(UUID notebookId, String locator) {
        return context("words", notebookId, locator);
    }

    // As it was before the other two columns came, so that its bytes stay comparable.
    private static byte[] keyContext(UUID notebookId, String locator) {
        return ("ajar/notebook/1/pass/" + notebookId + "/" + locator).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] context(String column, UUID notebookId, String locator) {
        return ("ajar/pass/1/" + column + "/" + notebookId + "/" + locator).getBytes(StandardCharsets.US_ASCII);
    }

    private static String locator(PassSecret secret) {
        return HexFormat.of().formatHex(secret.locator());
    }

    // The store's days are UTC's, for everybody: they order and forget, and are never shown.
    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
