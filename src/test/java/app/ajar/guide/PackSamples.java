package app.ajar.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** A whole pack in a few lines: one piece of each kind, related to one another. Tests bend one file at a time. */
final class PackSamples {

    static final String MANIFEST = "pack.yaml";
    static final String SECTION = "sections/opening.md";
    static final String BARRIER = "barriers/shame.md";
    static final String PROMPT = "prompts/worth-it.md";
    static final String PITFALL = "pitfalls/hinting.md";
    static final String EXERCISE = "exercises/control-map.md";
    static final String EVIDENCE = "evidence/how-long.md";

    private static final String BARRIER_TEXT = """
            ---
            kind: barrier
            slug: shame
            title: Shame
            covers: [W2]
            order: 10
            summary: Asking may feel like failing.
            prompts: [worth-it]
            pitfalls: [hinting]
            evidence: [how-long]
            signs:
              - says: "We are not that bad."
                weight: 3
              - does: makes a joke of it
                weight: 1
            ---
            ## What it can sound like

            > We are not that bad.

            ## What it may be protecting

            Pride.

            ## What tends to help

            Time.

            ## What tends to make it worse

            Noise.

            ## If you only say one thing

            > I would like some help with it.
            """;

    private static final String PROMPT_TEXT = """
            ---
            kind: prompt
            slug: worth-it
            title: What would make it worth it?
            covers: [P1]
            order: 10
            summary: A question.
            group: to-ask
            suits: [shame]
            card: Ask once.
            ---
            ## Say

            > What would make it worth it to you?

            ## Softer

            > What might make it worth a try?

            ## Shorter

            > What would help?

            ## Why it can work

            It asks.

            ## When

            Both calm.

            ## They might say, you might say

            - "Nothing." → "All right. Thank you for telling me."
            """;

    private static final String PITFALL_TEXT = """
            ---
            kind: pitfall
            slug: hinting
            title: Hinting
            covers: []
            order: 10
            summary: A hint asks them to guess.
            prompts: [worth-it]
            ---
            ## What it sounds like

            > It must be nice to have a partner who talks.

            ## Why it backfires

            They have to guess.

            ## Try instead

            Say it once.

            Before: "I saw a show."

            After: "I would like us to go."
            """;

    private static final String EXERCISE_TEXT = """
            ---
            kind: exercise
            slug: control-map
            title: What is mine
            covers: [N3]
            order: 10
            summary: Two lists.
            form: columns
            columns: [Mine, Not mine]
            items:
              - text: How I start.
                other: How they take it.
            ---
            Take ten minutes.
            """;

    private static final String EVIDENCE_TEXT = """
            ---
            kind: evidence
            slug: how-long
            title: How long people wait
            covers: [X5]
            order: 10
            summary: Studies differ.
            cite: "Doherty, 2021. *A research note*."
            limits: They asked those who went.
            ---
            About two or three years.
            """;

    private static final String SECTION_TEXT = """
            ---
            kind: section
            slug: opening
            title: Opening
            part: words
            covers: [M1]
            order: 10
            summary: How to begin.
            lead: Begin small.
            barriers: [shame]
            pitfalls: [hinting]
            exercises: [control-map]
            evidence: [how-long]
            ---
            Begin where you are.
            """;

    private PackSamples() {}

    /** @param language the folder the files lie in */
    static List<PackFile> files(String language, int version) {
        return List.of(
                new PackFile(language + "/" + MANIFEST, "language: " + language + "\nversion: " + version + "\n"),
                new PackFile(language + "/" + BARRIER, BARRIER_TEXT),
                new PackFile(language + "/" + EVIDENCE, EVIDENCE_TEXT),
                new PackFile(language + "/" + EXERCISE, EXERCISE_TEXT),
                new PackFile(language + "/" + PITFALL, PITFALL_TEXT),
                new PackFile(language + "/" + PROMPT, PROMPT_TEXT),
                new PackFile(language + "/" + SECTION, SECTION_TEXT));
    }

    /** The same files with a change in one of them; fails where there is nothing to change. */
    static List<PackFile> with(List<PackFile> files, String name, String old, String replacement) {
        PackFile file = find(files, name);
        if (!file.text().contains(old)) {
            throw new IllegalArgumentException(name + " does not hold '" + old + "'");
        }
        var changed = without(files, name);
        changed.add(new PackFile(file.name(), file.text().replace(old, replacement)));
        return changed;
    }

    static List<PackFile> without(List<PackFile> files, String name) {
        PackFile file = find(files, name);
        var rest = new ArrayList<>(files);
        rest.remove(file);
        return rest;
    }

    /** Without the one pitfall, and without those who name it. */
    static List<PackFile> withoutThePitfall(List<PackFile> files) {
        var rest = with(files, BARRIER, "pitfalls: [hinting]", "pitfalls: []");
        return without(with(rest, SECTION, "pitfalls: [hinting]", "pitfalls: []"), PITFALL);
    }

    static List<PackFile> plus(List<PackFile> files, PackFile more) {
        var all = new ArrayList<>(files);
        all.add(more);
        return all;
    }

    static PackFile find(List<PackFile> files, String name) {
        return files.stream()
                .filter(file -> file.name().endsWith("/" + name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no file " + name));
    }

    static void write(Path folder, List<PackFile> files) throws IOException {
        for (PackFile file : files) {
            Path path = folder.resolve(file.name());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
    }

    /** Reads with the app's own English headings. */
    static Pack read(String language, List<PackFile> files) {
        return reader().read(language, files);
    }

    static PackReader reader() {
        ResourceBundle words = ResourceBundle.getBundle("messages", Locale.ROOT);
        return new PackReader(key -> {
            try {
                return words.getString(key);
            } catch (MissingResourceException missing) {
                throw new IllegalStateException(key, missing);
            }
        });
    }
}
