package app.ajar.guide;

import static app.ajar.guide.PackSamples.BARRIER;
import static app.ajar.guide.PackSamples.EVIDENCE;
import static app.ajar.guide.PackSamples.EXERCISE;
import static app.ajar.guide.PackSamples.MANIFEST;
import static app.ajar.guide.PackSamples.PITFALL;
import static app.ajar.guide.PackSamples.PROMPT;
import static app.ajar.guide.PackSamples.SECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PackReaderTests {

    private static final List<PackFile> GOOD = PackSamples.files("en", 3);

    @Test
    void readsAGoodPack() {
        Pack pack = PackSamples.read("en", GOOD);
        assertThat(pack.language()).isEqualTo("en");
        assertThat(pack.version()).isEqualTo(3);
        assertThat(pack.pieces())
                .extracting(PackPiece::key)
                .containsExactlyInAnyOrder(
                        "section/opening",
                        "barrier/shame",
                        "prompt/worth-it",
                        "pitfall/hinting",
                        "exercise/control-map",
                        "evidence/how-long");
    }

    @Test
    void splitsTheTextAtItsHeadings() {
        PackPiece barrier = piece("barrier/shame");
        assertThat(barrier.parts())
                .containsOnlyKeys("sounds-like", "protecting", "helps", "worse", "one-thing")
                .containsEntry("protecting", "Pride.");
        assertThat(piece("section/opening").parts()).containsExactly(Map.entry("body", "Begin where you are."));
    }

    @Test
    void keepsWordsThatYamlWouldReadAsSomethingElse() {
        var files = PackSamples.with(GOOD, PROMPT, "title: What would make it worth it?", "title: no");
        assertThat(PackSamples.read("en", files).pieces())
                .filteredOn(piece -> piece.key().equals("prompt/worth-it"))
                .extracting(piece -> piece.front().text("title"))
                .containsExactly("no");
    }

    @Test
    void readsFilesWithWindowsLineEnds() {
        var files = GOOD.stream()
                .map(file -> new PackFile(file.name(), file.text().replace("\n", "\r\n")))
                .toList();
        assertThat(PackSamples.read("en", files).pieces()).hasSize(6);
    }

    @Test
    void givesTheSamePackTheSameChecksumInWhateverOrderItsFilesCome() {
        var turned = new ArrayList<>(GOOD);
        Collections.reverse(turned);
        assertThat(PackReader.checksumOf(turned))
                .isEqualTo(PackReader.checksumOf(GOOD))
                .matches("[0-9a-f]{64}");
        assertThat(PackReader.checksumOf(PackSamples.with(GOOD, SECTION, "Begin small.", "Begin.")))
                .isNotEqualTo(PackReader.checksumOf(GOOD));
    }

    @Test
    void sumsUpNamesAndTextsByteForByte() {
        // As sha256sum has it. With another sum every store would take its pack over again.
        assertThat(PackReader.checksumOf(List.of(new PackFile("en/b.md", "yz"), new PackFile("en/a.md", "x"))))
                .isEqualTo("bcdf67d5f19936474b9026d2a9d3d45714edb81d20c2349632f27710868ef99c");
    }

    @Test
    void takesValuesAsWideAsTheirColumns() {
        var files = PackSamples.with(GOOD, BARRIER, "title: Shame", "title: " + "x".repeat(160));
        files = PackSamples.with(files, BARRIER, "[W2]", "[W2345678]");
        files = PackSamples.with(files, EXERCISE, "[Mine,", "[" + "x".repeat(80) + ",");
        assertThat(PackSamples.read("en", files).pieces()).hasSize(6);
    }

    @Test
    void namesTheLanguagesOfItsFolders() {
        assertThat(PackReader.languages(Stream.concat(PackSamples.files("es", 1).stream(), GOOD.stream())
                        .toList()))
                .containsExactly("en", "es");
    }

    @ParameterizedTest
    @MethodSource
    void refusesAPackWithAMistakeAndSaysWhereAndHowToMendIt(
            List<PackFile> files, String place, String what, String remedy) {
        assertThatExceptionOfType(PackProblem.class)
                .isThrownBy(() -> PackSamples.read("en", files))
                .satisfies(problem -> {
                    assertThat(problem.place()).isEqualTo(place);
                    assertThat(problem).hasMessageContaining(what);
                    assertThat(problem.remedy()).contains(remedy);
                });
    }

    static Stream<Arguments> refusesAPackWithAMistakeAndSaysWhereAndHowToMendIt() {
        return Stream.of(
                broken("no manifest", PackSamples.without(GOOD, MANIFEST), "en/pack.yaml", "missing", "Add it"),
                broken(
                        "wrong language",
                        PackSamples.with(GOOD, MANIFEST, "language: en", "language: fr"),
                        "en/pack.yaml, line 1",
                        "not the folder's name",
                        "language: en"),
                broken(
                        "version is a word",
                        PackSamples.with(GOOD, MANIFEST, "version: 3", "version: three"),
                        "en/pack.yaml, line 2",
                        "not a whole number",
                        "number like 10"),
                broken(
                        "no version",
                        PackSamples.with(GOOD, MANIFEST, "version: 3", ""),
                        "en/pack.yaml, line 1",
                        "'version' is missing",
                        "Add 'version: …'"),
                bent("no front matter", BARRIER, "---\nkind: barrier", "kind: barrier", 1, "no front matter", "'---'"),
                broken(
                        "empty file",
                        PackSamples.plus(GOOD, new PackFile("en/barriers/empty.md", "")),
                        "en/barriers/empty.md, line 1",
                        "no front matter",
                        "'---'"),
                bent("unclosed", PITFALL, "\n---\n##", "\n##", 1, "never ends", "Close it"),
                bent("bad YAML", BARRIER, "title: Shame", "title: \"Shame", 12, "not valid YAML", "quotes"),
                bent("a colon in a value", BARRIER, "title: Shame", "title: Shame: why", 4, "not valid YAML", "colon"),
                bent("a control character", BARRIER, "title: Shame", "title: Sha\u0007me", 4, "nobody can see", "anew"),
                bent("not a mapping", SECTION, front(SECTION), "- a\n- b", 2, "not a list of fields", "name: value"),
                bent("nothing inside", SECTION, front(SECTION) + "\n", "", 2, "not a list of fields", "name: value"),
                bent("a field twice", BARRIER, "order: 10", "order: 10\norder: 20", 7, "'order' is there twice", "one"),
                bent("no title", BARRIER, "title: Shame\n", "", 1, "'title' is missing", "Add 'title: …'"),
                bent("an empty title", BARRIER, "title: Shame", "title: ''", 4, "'title' is empty", "Give it a value"),
                bent(
                        "an empty summary",
                        BARRIER,
                        "summary: Asking may feel like failing.",
                        "summary: ''",
                        7,
                        "empty",
                        "value"),
                bent(
                        "an empty lead",
                        SECTION,
                        "lead: Begin small.",
                        "lead: ''",
                        9,
                        "'lead' is empty",
                        "Give it a value"),
                bent("an empty card", PROMPT, "card: Ask once.", "card: ''", 10, "'card' is empty", "Give it a value"),
                bent("an unknown field", BARRIER, "order: 10", "order: 10\ncolour: red", 7, "'colour'", "Use only"),
                bent(
                        "an unknown kind",
                        BARRIER,
                        "kind: barrier",
                        "kind: wall",
                        2,
                        "'wall' is not a kind",
                        "Use section"),
                bent("order is a word", BARRIER, "order: 10", "order: ten", 6, "not a whole number", "number like 10"),
                bent(
                        "a list expected",
                        BARRIER,
                        "covers: [W2]",
                        "covers: W2",
                        5,
                        "'covers' is not a list",
                        "[one, two]"),
                bent(
                        "a relation as one word",
                        BARRIER,
                        "prompts: [worth-it]",
                        "prompts: worth-it",
                        8,
                        "not a list",
                        "[one"),
                bent(
                        "a list inside a list",
                        BARRIER,
                        "covers: [W2]",
                        "covers: [[W2]]",
                        5,
                        "single value",
                        "plain text"),
                bent(
                        "slug unlike the file",
                        BARRIER,
                        "slug: shame",
                        "slug: pride",
                        3,
                        "'pride' does not fit",
                        "pride.md"),
                bent("slug in capitals", BARRIER, "slug: shame", "slug: Shame", 3, "does not fit", "lower-case"),
                broken(
                        "duplicate slug",
                        PackSamples.plus(
                                GOOD,
                                new PackFile(
                                        "en/more/shame.md",
                                        PackSamples.find(GOOD, BARRIER).text())),
                        "en/more/shame.md, line 3",
                        "already taken by en/barriers/shame.md",
                        "another slug"),
                bent(
                        "an unknown relation",
                        BARRIER,
                        "prompts: [worth-it]",
                        "prompts: [gone]",
                        8,
                        "'gone'",
                        "Correct the name"),
                bent(
                        "a relation of another kind",
                        BARRIER,
                        "prompts: [worth-it]",
                        "prompts: [hinting]",
                        8,
                        "prompt 'hinting'",
                        "add that piece"),
                bent(
                        "text before a heading",
                        BARRIER,
                        "---\n## What it can",
                        "---\nHello\n## What it can",
                        17,
                        "before the first heading",
                        "under a heading"),
                bent(
                        "a heading misspelt",
                        BARRIER,
                        "## What tends to help",
                        "## What helps",
                        25,
                        "'What helps' is not one",
                        "What tends to help"),
                bent(
                        "a heading twice",
                        BARRIER,
                        "## What tends to help",
                        "## What it may be protecting",
                        25,
                        "twice",
                        "once"),
                bent(
                        "a heading missing",
                        BARRIER,
                        "## What tends to help\n\nTime.\n\n",
                        "",
                        31,
                        "'What tends to help' is missing",
                        "Add that heading"),
                bent(
                        "a part without text",
                        BARRIER,
                        "Time.",
                        "",
                        25,
                        "'What tends to help' is missing or empty",
                        "text"),
                bent("no body", EVIDENCE, "About two or three years.", "", 11, "no text", "Write the piece"),
                bent(
                        "a sign without weight",
                        BARRIER,
                        "\"We are not that bad.\"\n    weight: 3",
                        "\"Oh.\"",
                        12,
                        "a weight",
                        "1, 2 or 3"),
                bent("a sign of weight nine", BARRIER, "weight: 3", "weight: 9", 12, "a weight", "1, 2 or 3"),
                bent(
                        "a sign said and done",
                        BARRIER,
                        "weight: 1",
                        "weight: 1\n    says: oh",
                        14,
                        "either 'says' or 'does'",
                        "says"),
                bent(
                        "a sign without fields",
                        BARRIER,
                        "- does: makes a joke of it\n    weight: 1",
                        "- a joke",
                        14,
                        "no named fields",
                        "- text"),
                bent("two sayings", PROMPT, "> What would help?", "> What?\n\n> When?", 20, "one thing to say", "> …"),
                bent("no saying", PROMPT, "> What would help?", "What would help?", 20, "one thing to say", "> …"),
                bent("no answer", PROMPT, "→", "->", 32, "no line here has the form", "arrow"),
                bent(
                        "an unknown group",
                        PROMPT,
                        "group: to-ask",
                        "group: to-win",
                        8,
                        "'group: to-win' is not known",
                        "to-ask"),
                bent("no before", PITFALL, "Before: ", "", 18, "before and after", "Before:"),
                bent("no after", PITFALL, "After: ", "", 18, "before and after", "After:"),
                bent(
                        "no items",
                        EXERCISE,
                        "items:\n  - text: How I start.\n    other: How they take it.",
                        "items: []",
                        10,
                        "no items",
                        "- text"),
                bent("an item without text", EXERCISE, "- text: How", "- hint: How", 11, "no 'text'", "Add 'text"),
                bent(
                        "lines is a word",
                        EXERCISE,
                        "other: How they take it.",
                        "lines: many",
                        11,
                        "'lines' is not a number",
                        "0 to 9"),
                bent(
                        "one column",
                        EXERCISE,
                        "columns: [Mine, Not mine]",
                        "columns: [Mine]",
                        9,
                        "two column headings",
                        "left, right"),
                bent(
                        "an unknown form",
                        EXERCISE,
                        "form: columns",
                        "form: wheel",
                        8,
                        "'form: wheel' is not known",
                        "ladder"),
                bent(
                        "an unknown part",
                        SECTION,
                        "part: words",
                        "part: middle",
                        5,
                        "'part: middle' is not known",
                        "understand"),
                bent(
                        "a path with a slip",
                        SECTION,
                        "part: words",
                        "part: words\npath: Opening",
                        6,
                        "'Opening' is not usable",
                        "/guide/opening"),
                bent(
                        "a title too long",
                        BARRIER,
                        "title: Shame",
                        "title: " + "x".repeat(161),
                        4,
                        "161 characters",
                        "fewer"),
                bent("an idea too long", BARRIER, "[W2]", "[W2, W34567890]", 5, "9 characters", "fewer"),
                bent("a column too long", EXERCISE, "[Mine,", "[" + "x".repeat(81) + ",", 9, "81 char", "fewer"),
                bent("a sign too long", BARRIER, "a joke", "a joke".repeat(40), 14, "'does' has", "fewer"),
                bent("an item too long", EXERCISE, "How I", "x".repeat(300), 11, "'text' has", "fewer"),
                broken(
                        "two sections on one path",
                        PackSamples.plus(
                                GOOD,
                                new PackFile(
                                        "en/sections/zed.md",
                                        PackSamples.find(GOOD, SECTION)
                                                .text()
                                                .replace("slug: opening", "slug: zed\npath: /guide/opening"))),
                        "en/sections/zed.md, line 4",
                        "en/sections/opening.md has it",
                        "/guide/zed"));
    }

    /** One replacement in one file of the good pack. */
    private static Arguments bent(
            String name, String file, String old, String replacement, int line, String what, String remedy) {
        return broken(
                name, PackSamples.with(GOOD, file, old, replacement), "en/" + file + ", line " + line, what, remedy);
    }

    private static Arguments broken(String name, List<PackFile> files, String place, String what, String remedy) {
        return argumentSet(name, files, place, what, remedy);
    }

    private static String front(String file) {
        String text = PackSamples.find(GOOD, file).text();
        return text.substring(4, text.indexOf("\n---\n", 4));
    }

    private static PackPiece piece(String key) {
        return PackSamples.read("en", GOOD).pieces().stream()
                .filter(piece -> piece.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
