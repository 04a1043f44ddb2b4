package app.ajar.packaged;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** People who each save notes in a notebook of their own, and remember what was acknowledged. */
final class Crowd implements AutoCloseable {

    /** One of them. */
    private static final class Writer {
        private final List<String> words;
        private PackagedReader reader;

        Writer(List<String> words, PackagedReader reader) {
            this.words = words;
            this.reader = reader;
        }
    }

    /** What a note said, and whose it is. */
    private record Kept(Writer writer, String body) {}

    private final List<Writer> writers = new ArrayList<>();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final List<PackagedReader.Answer> refusals = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicBoolean go = new AtomicBoolean();
    private Duration pause = Duration.ZERO;
    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();

    /** A site where one address may be a whole crowd. */
    static Jar.Way site(Path home) {
        return Jar.in(home).with("--ajar.attempts.at-once=9000", "--ajar.attempts.all-at-once=9000");
    }

    Crowd(int size, Jar ajar) throws IOException {
        threads = Executors.newFixedThreadPool(size);
        for (int one = 0; one < size; one++) {
            var reader = new PackagedReader(ajar.address());
            writers.add(new Writer(reader.startNotebook(), reader));
        }
    }

    /** Lets everybody rest for so long after each note: a notebook holds a limited number of them. */
    Crowd resting(Duration rest) {
        pause = rest;
        return this;
    }

    /** Everybody saves one note after another, until {@link #stop()}; a broken connection ends their turn. */
    void begin(Jar ajar, int size) {
        go.set(true);
        for (Writer writer : writers) {
            writer.reader = writer.reader.movedTo(ajar.address());
            running.add(threads.submit(() -> save(writer, size)));
        }
    }

    private void save(Writer writer, int size) {
        try {
            while (go.get()) {
                String body = "Note " + number.incrementAndGet() + " " + "x".repeat(size);
                PackagedReader.Answer answer = writer.reader.save("A title", body);
                if (answer.status() == 303) {
                    kept.put(answer.note(), new Kept(writer, body));
                } else {
                    refusals.add(answer);
                }
                LockSupport.parkNanos(pause.toNanos());
            }
        } catch (IOException cut) {
            // Killed in the middle: what was not acknowledged may or may not be there.
            return;
        }
    }

    /** Waits until so many more notes were acknowledged. */
    void awaitMore(Jar ajar, int notes) {
        int before = kept.size();
        ajar.await(notes + " more notes", Duration.ofSeconds(60), () -> kept.size() >= before + notes);
    }

    /** Lets everybody finish the note they are at. */
    void stop() {
        go.set(false);
        for (Future<?> one : running) {
            try {
                one.get(60, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (TimeoutException | java.util.concurrent.ExecutionException failed) {
                throw new AssertionError(failed);
            }
        }
        running.clear();
    }

    int acknowledged() {
        return kept.size();
    }

    java.util.Set<String> notes() {
        return java.util.Set.copyOf(kept.keySet());
    }

    List<PackagedReader.Answer> refusals() {
        return refusals;
    }

    /** Opens every notebook with its six words, and reads these notes of it. */
    void findsEverything(Jar ajar, java.util.Set<String> notes) throws IOException {
        var readers = new java.util.HashMap<Writer, PackagedReader>();
        for (Writer writer : writers) {
            var reader = new PackagedReader(ajar.address());
            reader.openNotebook(writer.words);
            readers.put(writer, reader);
        }
        find(readers, notes);
    }

    /** Reads these notes where the notebooks were open before: a restart closes nobody's. */
    void stillReads(Jar ajar, java.util.Set<String> notes) throws IOException {
        var readers = new java.util.HashMap<Writer, PackagedReader>();
        for (Writer writer : writers) {
            readers.put(writer, writer.reader.movedTo(ajar.address()));
        }
        find(readers, notes);
    }

    private void find(Map<Writer, PackagedReader> readers, java.util.Set<String> notes) throws IOException {
        for (String note : notes) {
            Kept was = kept.get(note);
            String is = readers.get(was.writer()).read(note);
            if (!is.equals(was.body())) {
                throw new AssertionError("Note " + note + " is not as it was acknowledged");
            }
        }
    }

    @Override
    public void close() {
        go.set(false);
        threads.shutdownNow();
    }
}
