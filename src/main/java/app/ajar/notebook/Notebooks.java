package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
import app.ajar.vault.KeyWordList;
import app.ajar.vault.KeyWords;
import app.ajar.vault.NotebookKeys;
import app.ajar.vault.PassSecret;
import app.ajar.vault.Passphrase;
import app.ajar.vault.Seal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starting, opening and erasing notebooks, and changing what opens them. */
@Component
class Notebooks {

    /** How many notebooks housekeeping looks up at once. It then goes through them one by one, and holds nobody up. */
    private static final Limit AT_ONCE = Limit.of(500);

    /**
     * After so long no save is under way that began before a notebook was erased: the driver gives up after 30 seconds. Until
     * then one may still put its note in, for it looks at the pass when it begins and locks nothing.
     */
    private static final Duration SAVES_END_WITHIN = Duration.ofMinutes(5);

    /** A notebook that was just started: the words are shown, and exist nowhere else but in its pass. */
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
    private final WayInRepository ways;
    private final NoteRepository notes;
    private final Passes passes;
    private final PassRepository passRows;
    private final Stretching stretching;
    private final NotebookSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private final SecureRandom random = new SecureRandom();
    private final KeyWordList list = KeyWordList.english();

    /** What is left of notebooks that were erased, and when this program saw it first. */
    private final Map<UUID, Instant> remains = new ConcurrentHashMap<>();

    Notebooks(
            NotebookRepository notebooks,
            WayInRepository ways,
            NoteRepository notes,
            Passes passes,
            PassRepository passRows,
            Stretching stretching,
            NotebookSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.notebooks = notebooks;
        this.ways = ways;
        this.notes = notes;
        this.passes = passes;
        this.passRows = passRows;
        this.stretching = stretching;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes a notebook and opens it on this device.
     *
     * @param first what to put into it; if that fails, there is no notebook either
     * @throws TooBusyException if no turn to make its keys came free in time
     */
    Started start(Consumer<OpenNotebook> first) {
        KeyWords words = list.draw(random);
        NotebookKeys keys = stretching.of(words);
        var open = new OpenNotebook(UUID.randomUUID(), Seal.newDataKey(random));
        PassSecret secret = transaction.execute(status -> {
            notebooks.save(new Notebook(open.id(), WayIn.locator(keys), today()));
            ways.save(new WayIn(open, WayIn.Kind.words, keys));
            PassSecret fresh = passes.issue(open, words.words());
            // A note goes in past Hibernate, which must not hold the notebook back.
            notebooks.flush();
            first.accept(open);
            return fresh;
        });
        return new Started(words, secret, open);
    }

    /**
     * Opens the notebook that these words, or this passphrase, belong to. Whatever is wrong with them, the answer is the
     * same and takes as long: they are stretched and looked up either way.
     *
     * @param typed as the person wrote it
     * @return empty for what opens nothing
     * @throws TooBusyException if no turn to make the keys came free in time
     */
    Optional<Opened> open(String typed) {
        KeyWords words = list.read(typed);
        Optional<Passphrase> phrase = words.complete() ? Optional.empty() : Passphrase.read(typed);
        NotebookKeys keys = phrase.map(stretching::of).orElseGet(() -> stretching.of(words));
        Optional<WayIn> way = ways.findById(WayIn.locator(keys));
        if (way.isEmpty() || (phrase.isEmpty() && !words.complete())) {
            return Optional.empty();
        }
        OpenNotebook notebook = way.get().open(keys);
        PassSecret secret = passes.issue(notebook, phrase.isPresent() ? List.of() : words.words());
        return Optional.of(new Opened(secret, notebook));
    }

    /**
     * Names the key words that open the notebook now, for a form that changes them: such a form, sent twice, must not
     * draw words that nobody sees. Sealed, because what finds a notebook could also be used to try words out.
     */
    String turn(OpenNotebook notebook) {
        String locator = notebooks
                .wordsLocator(notebook.id())
                .orElseThrow(() -> new IllegalStateException("A notebook without key words"));
        byte[] sealed = Seal.seal(notebook.key(), locator.getBytes(StandardCharsets.US_ASCII), turnContext(notebook));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * Draws new key words. The old ones open nothing from then on, and the notebook is closed on every other device; what
     * is in it stays sealed as it is, under the same key.
     *
     * @param turn what {@link #turn} named when the form was shown
     * @param phraseToo whether a passphrase, if there is one, goes with the old words
     * @return empty if it names other words than those that open the notebook now; nothing is changed
     * @throws TooBusyException if no turn to make the keys came free in time; nothing is changed
     */
    Optional<KeyWords> changeWords(OpenNotebook notebook, PassSecret secret, String turn, boolean phraseToo) {
        Optional<String> before = locatorOf(turn, notebook);
        // Asked before stretching, so that a button pressed over and over costs nothing; decided under the row's lock.
        if (before.isEmpty() || !before.equals(notebooks.wordsLocator(notebook.id()))) {
            return Optional.empty();
        }
        KeyWords words = list.draw(random);
        NotebookKeys keys = stretching.of(words);
        return Optional.ofNullable(transaction.execute(status -> {
            Notebook row = locked(notebook);
            if (!row.way(WayIn.Kind.words).equals(before)) {
                return null;
            }
            if (phraseToo) {
                removeWay(row, WayIn.Kind.phrase);
            }
            lead(row, notebook, WayIn.Kind.words, keys);
            passes.closeOthers(notebook, secret);
            passes.rememberWords(notebook, secret, words.words());
            return words;
        }));
    }

    private static Optional<String> locatorOf(String turn, OpenNotebook notebook) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(turn);
            byte[] locator = Seal.open(notebook.key(), sealed, turnContext(notebook));
            return Optional.of(new String(locator, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException | BrokenSealException noTurn) {
            return Optional.empty();
        }
    }

    private static byte[] turnContext(OpenNotebook notebook) {
        return ("ajar/notebook/1/turn/" + notebook.id()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether a passphrase opens it too. */
    boolean hasPhrase(OpenNotebook notebook) {
        return notebooks.existsByIdAndPhraseLocatorIsNotNull(notebook.id());
    }

    /** Whether this would be taken for key words when somebody types it to open a notebook. */
    boolean readsAsKeyWords(String typed) {
        return list.read(typed).complete();
    }

    /**
     * Lets a passphrase open the notebook beside its key words. If it takes the place of another, the notebook is closed
     * on every other device: it may have been opened with that one there.
     *
     * @return false if it opens another notebook already; nothing is changed
     * @throws TooBusyException if no turn to make the keys came free in time; nothing is changed
     */
    boolean setPhrase(OpenNotebook notebook, PassSecret secret, Passphrase phrase) {
        NotebookKeys keys = stretching.of(phrase);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Notebook row = locked(notebook);
            boolean before = row.way(WayIn.Kind.phrase).isPresent();
            removeWay(row, WayIn.Kind.phrase);
            if (ways.findById(WayIn.locator(keys)).isPresent()) {
                status.setRollbackOnly();
                return false;
            }
            lead(row, notebook, WayIn.Kind.phrase, keys);
            if (before) {
                passes.closeOthers(notebook, secret);
            }
            return true;
        }));
    }

    /** Takes the passphrase away, and closes the notebook on every other device: it may have been opened with it there. */
    void removePhrase(OpenNotebook notebook, PassSecret secret) {
        transaction.executeWithoutResult(status -> {
            removeWay(locked(notebook), WayIn.Kind.phrase);
            passes.closeOthers(notebook, secret);
        });
    }

    /** @throws EmptyResultDataAccessException if it was erased in the meantime */
    private Notebook locked(OpenNotebook notebook) {
        return notebooks
                .lock(notebook.id())
                .filter(Notebook::opens)
                .orElseThrow(() -> new EmptyResultDataAccessException("The notebook was erased in the meantime", 1));
    }

    private void lead(Notebook row, OpenNotebook notebook, WayIn.Kind kind, NotebookKeys keys) {
        removeWay(row, kind);
        WayIn way = ways.save(new WayIn(notebook, kind, keys));
        row.leadHere(kind, way.locator());
    }

    private void removeWay(Notebook row, WayIn.Kind kind) {
        row.way(kind).ifPresent(locator -> ways.remove(locator, row.id()));
        row.leadHere(kind, null);
    }

    /**
     * Destroys every key to the notebook, and after that removes its notes. Its row, in which nothing stands any more, goes
     * some minutes later ({@link #tidy()}).
     */
    void erase(OpenNotebook notebook) {
        erase(notebook.id(), LocalDate.MAX);
    }

    /** @param unopenedSince one that was opened on this day or later stays as it is */
    private void erase(UUID id, LocalDate unopenedSince) {
        // On its own, and first: from here on nothing can read what is still there, whatever happens next.
        boolean erased = Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Notebook> there = notebooks.lock(id);
            if (there.isPresent() && !there.get().openedOn().isBefore(unopenedSince)) {
                return false;
            }
            there.ifPresent(row -> {
                for (WayIn.Kind kind : WayIn.Kind.values()) {
                    removeWay(row, kind);
                }
                row.forget();
            });
            passRows.closeAllOf(id);
            return true;
        }));
        if (!erased) {
            return;
        }
        transaction.executeWithoutResult(status -> notes.eraseAllIn(id));
    }

    /** Closes what has rested too long, and removes what was deleted too long ago or is left of erased notebooks. */
    void tidy() {
        passes.tidy();
        LocalDate stillToUndo = LocalDate.ofInstant(clock.instant().minus(settings.undo()), ZoneOffset.UTC);
        oneByOne(() -> notebooks.withSomethingDue(passes.stillInUse(), stillToUndo, AT_ONCE), id -> {
            passes.tidy(id);
            transaction.executeWithoutResult(status -> notes.purgeDeletedBefore(id, stillToUndo));
        });
        removeErased();
    }

    /** Also where an erasure was cut short after it had destroyed the keys. */
    private void removeErased() {
        Instant now = clock.instant();
        List<UUID> there = notebooks.erased(AT_ONCE);
        remains.keySet().retainAll(there);
        for (UUID id : there) {
            Instant seen = remains.putIfAbsent(id, now);
            if (seen != null && seen.isBefore(now.minus(SAVES_END_WITHIN))) {
                transaction.executeWithoutResult(status -> {
                    notes.eraseAllIn(id);
                    notebooks.erase(id);
                });
            }
        }
    }

    /** Erases what nobody opened for as long as notebooks are kept. */
    void forget() {
        LocalDate before = today().minusDays(settings.keep().toDays());
        LocalDate emptyBefore = today().minusDays(settings.keepEmpty().toDays());
        // Somebody may open one between the look-up and its turn. The later day is the one of those that are empty.
        LocalDate opened = before.isAfter(emptyBefore) ? before : emptyBefore;
        oneByOne(() -> notebooks.unopenedSince(before, emptyBefore, AT_ONCE), id -> erase(id, opened));
    }

    private static void oneByOne(Supplier<List<UUID>> next, Consumer<UUID> work) {
        for (List<UUID> some = next.get(); !some.isEmpty(); some = next.get()) {
            some.forEach(work);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
