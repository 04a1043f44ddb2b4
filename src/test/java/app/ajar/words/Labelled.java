package app.ajar.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A sentence, and what a careful reader would say of it: the id of a rule, "fine" or "fear". */
record Labelled(String label, String sentence) {

    /** @param part tuning or held-out */
    static List<Labelled> in(String part) {
        try (var file = Objects.requireNonNull(Labelled.class.getResourceAsStream("/words/" + part + ".txt"), part)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" \\| ", 2))
                    .map(pair -> new Labelled(pair[0].strip(), pair[1].strip()))
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    boolean fine() {
        return label.equals("fine");
    }

    boolean fear() {
        return label.equals("fear");
    }
}
