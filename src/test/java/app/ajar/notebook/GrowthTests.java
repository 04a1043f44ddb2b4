package app.ajar.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.packaged.PackagedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opening, listing and saving take as long with a million notes in the store as with ten thousand. All sizes run side by
 * side and are asked in turn, over HTTP, so that whatever else the machine does slows all of them alike. Key words are
 * stretched quickly, else nothing of the store would be seen. A ratio that is too large is measured again: growth shows
 * each time, a busy machine does not.
 */
@Tag("thorough")
class GrowthTests {

    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final int WARM_UP = 150;
    private static final int SAMPLES = 250;
    private static final int ATTEMPTS = 3;
    private static final double MOST = 1.2;

    private interface Deed {
        void run() throws IOException;
    }

    /** Somebody with a notebook among all the others: of twenty notes at first, and one more with each sample. */
    private static final class Person {

        private final PackagedReader reader;
        private final List<String> words;
        private int notes;

        Person(ManyNotebooks store) throws IOException {
            reader = new PackagedReader(URI.create("http://localhost:" + store.port()));
            words = reader.startNotebook();
            for (int number = 0; number < ManyNotebooks.NOTES_EACH; number++) {
                save();
            }
        }

        void open() throws IOException {
            reader.openNotebook(words);
        }

        void list() throws IOException {
            reader.get("/notebook");
        }

        void save() throws IOException {
            notes++;
            reader.save("Note " + notes, "Some words, and some more of them.").note();
        }
    }

    @Test
    void costsTheSameOnH2(@TempDir Path home) throws IOException {
        measure("H2", size -> ManyNotebooks.onH2(home.resolve("notes-" + size), size));
    }

    @Test
    void costsTheSameOnPostgres() throws IOException {
        measure("PostgreSQL", ManyNotebooks::onPostgres);
    }

    private static void measure(String name, IntFunction<ManyNotebooks> filled) throws IOException {
        List<ManyNotebooks> stores = new ArrayList<>();
        try {
            List<Person> people = new ArrayList<>();
            for (int size : SIZES) {
                stores.add(filled.apply(size));
                people.add(new Person(stores.get(stores.size() - 1)));
            }
            samples(people, WARM_UP);
            Map<String, Double> ratios = Map.of();
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                ratios = ratios(name, samples(people, SAMPLES));
                if (ratios.values().stream().allMatch(ratio -> ratio <= MOST)) {
                    break;
                }
            }
            assertThat(ratios.values())
                    .as("largest median to that of the smallest store: %s", ratios)
                    .allMatch(ratio -> ratio <= MOST);
        } finally {
            stores.forEach(ManyNotebooks::close);
        }
    }

    /** For each deed, and each size, how long each sample took in nanoseconds. */
    private static Map<String, long[][]> samples(List<Person> people, int count) throws IOException {
        var took = new LinkedHashMap<String, long[][]>();
        for (String deed : List.of("open", "list", "save")) {
            took.put(deed, new long[people.size()][count]);
        }
        for (int sample = 0; sample < count; sample++) {
            for (int turn = 0; turn < people.size(); turn++) {
                // Who begins changes, so that no size always comes after the same one.
                int size = (turn + sample) % people.size();
                Person person = people.get(size);
                took.get("open")[size][sample] = time(person::open);
                took.get("list")[size][sample] = time(person::list);
                took.get("save")[size][sample] = time(person::save);
            }
        }
        return took;
    }

    private static long time(Deed deed) throws IOException {
        long begun = System.nanoTime();
        deed.run();
        return System.nanoTime() - begun;
    }

    private static Map<String, Double> ratios(String name, Map<String, long[][]> took) {
        var ratios = new LinkedHashMap<String, Double>();
        took.forEach((deed, sizes) -> {
            double[] medians =
                    Arrays.stream(sizes).mapToDouble(GrowthTests::medianMs).toArray();
            double ratio = Arrays.stream(medians).max().orElseThrow() / medians[0];
            System.out.printf(
                    "%-10s %-4s ms with %s notes: %s, ratio %.2f%n",
                    name, deed, SIZES, Arrays.toString(medians), ratio);
            ratios.put(deed, ratio);
        });
        return ratios;
    }

    private static double medianMs(long[] samples) {
        long[] sorted = samples.clone();
        Arrays.sort(sorted);
        return Math.round(sorted[sorted.length / 2] / 1e4) / 100.0;
    }
}
