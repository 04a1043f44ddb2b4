package app.ajar.guide;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads the files of one pack and refuses the whole pack at the first mistake, naming file, line and remedy. Pure: it
 * touches neither disk nor store.
 */
final class PackReader {

    static final String MANIFEST = "pack.yaml";

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> SECTION_PARTS = Set.of("understand", "words", "own", "site");
    private static final Set<String> GROUPS = Set.copyOf(EditionBuilder.GROUP_ORDER);
    private static final Set<String> FORMS = Set.of("columns", "ladder", "agenda", "lines", "checklist");

    /** Fields of one value, and how long each may be: as wide as its column in the store. */
    private static final Map<String, Integer> LONGEST = Map.of(
            "slug", 64, "title", 160, "summary", 255, "note", 255, "path", 96, "lead", 600, "card", 120, "cite", 400,
            "limits", 400);

    /** The same for the fields of a sign or an item. */
    private static final Map<String, Integer> LONGEST_IN_ITEM = Map.of(
            "says", 200, "does", 200, "text", 300, "other", 300, "hint", 300, "note", 300, "cost", 80, "time", 80,
            "offer", 200);

    private static final int LONGEST_COLUMN = 80;
    private static final int LONGEST_IDEA = 8;

    private final UnaryOperator<String> headings;

    /** @param headings from {@code guide.<kind>.<part>} to the heading used in this pack's language */
    PackReader(UnaryOperator<String> headings) {
        this.headings = headings;
    }

    /**
     * @param files every file of one language, {@code pack.yaml} among them
     * @throws PackProblem at the first thing that is wrong
     */
    Pack read(String language, List<PackFile> files) {
        List<PackFile> sorted = files.stream()
                .sorted(java.util.Comparator.comparing(PackFile::name))
                .toList();
        PackFile manifest = sorted.stream()
                .filter(file -> file.name().endsWith("/" + MANIFEST))
                .findFirst()
                .orElseThrow(() -> new PackProblem(
                        language + "/" + MANIFEST, 0, "the file is missing", "Add it, with 'language' and 'version'."));
        var about = new FrontMatter(manifest.name(), manifest.text(), 1);
        if (!about.text("language").equals(language)) {
            throw about.problem(
                    about.line("language"),
                    "the language is not the folder's name",
                    "Write 'language: " + language + "'.");
        }
        var pieces = new LinkedHashMap<String, PackPiece>();
        for (PackFile file : sorted) {
            if (file.name().endsWith(".md")) {
                PackPiece piece = piece(file);
                PackPiece twin = pieces.putIfAbsent(piece.key(), piece);
                if (twin != null) {
                    throw piece.front()
                            .problem(
                                    piece.front().line("slug"),
                                    "the slug '" + piece.slug() + "' is already taken by " + twin.file(),
                                    "Give one of the two another slug.");
                }
            }
        }
        pieces.values().forEach(piece -> checkRelations(piece, pieces));
        checkPaths(pieces.values());
        return new Pack(language, about.number("version"), checksumOf(sorted), List.copyOf(pieces.values()));
    }

    /** SHA-256 over names and texts, in hex; cheap enough to tell at every start whether there is anything to read. */
    static String checksumOf(List<PackFile> files) {
        MessageDigest digest = sha256();
        files.stream().sorted(java.util.Comparator.comparing(PackFile::name)).forEach(file -> {
            digest.update(file.name().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(file.text().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private PackPiece piece(PackFile file) {
        List<String> lines = file.text().lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals("---")) {
            throw new PackProblem(file.name(), 1, "there is no front matter", "Start the file with a line '---'.");
        }
        int end = lines.subList(1, lines.size()).indexOf("---") + 1;
        if (end == 0) {
            throw new PackProblem(file.name(), 1, "the front matter never ends", "Close it with a line '---'.");
        }
        var front = new FrontMatter(file.name(), String.join("\n", lines.subList(1, end)), 2);
        Kind kind = Kind.of(front.text("kind"))
                .orElseThrow(() -> front.problem(
                        front.line("kind"),
                        "'" + front.text("kind") + "' is not a kind of piece",
                        "Use section, barrier, prompt, pitfall, exercise or evidence."));
        checkFields(kind, front);
        String slug = front.text("slug");
        String fileName = file.name().substring(file.name().lastIndexOf('/') + 1);
        if (!SLUG.matcher(slug).matches() || !fileName.equals(slug + ".md")) {
            throw front.problem(
                    front.line("slug"),
                    "the slug '" + slug + "' does not fit the file's name",
                    "Use lower-case letters, digits and hyphens, and name the file " + slug + ".md.");
        }
        var parts = new LinkedHashMap<String, String>();
        var partLines = new HashMap<String, Integer>();
        splitBody(kind, file.name(), lines, end + 1, parts, partLines);
        var piece = new PackPiece(
                kind, slug, file.name(), front, Map.copyOf(parts), Map.copyOf(partLines), checksumOf(List.of(file)));
        checkShape(piece);
        return piece;
    }

    private static void checkFields(Kind kind, FrontMatter front) {
        for (String field : kind.requiredFields()) {
            if (!front.names().contains(field)) {
                throw front.problem(
                        1, "the field '" + field + "' is missing", "Add '" + field + ": …' to the front matter.");
            }
        }
        for (String field : front.names()) {
            if (!kind.knownFields().contains(field)) {
                throw front.problem(
                        front.line(field),
                        "a " + kind.word() + " has no field '" + field + "'",
                        "Use only " + String.join(", ", kind.knownFields()) + ".");
            }
        }
        LONGEST.forEach((field, most) -> {
            if (front.names().contains(field)) {
                fits(front, field, front.line(field), front.text(field), most);
            }
        });
        front.number("order");
        front.list("covers").forEach(idea -> fits(front, "covers", front.line("covers"), idea, LONGEST_IDEA));
        front.list("columns")
                .forEach(heading -> fits(front, "columns", front.line("columns"), heading, LONGEST_COLUMN));
        for (String list : List.of("signs", "items")) {
            for (FrontMatter.Item item : front.items(list)) {
                item.fields()
                        .forEach((field, value) -> fits(
                                front,
                                field,
                                item.line(),
                                value,
                                LONGEST_IN_ITEM.getOrDefault(field, Integer.MAX_VALUE)));
            }
        }
    }

    private static void fits(FrontMatter front, String field, int line, String value, int most) {
        if (value.length() > most) {
            throw front.problem(
                    line,
                    "'" + field + "' has " + value.length() + " characters, and may have " + most,
                    "Say it in fewer words.");
        }
    }

    private void splitBody(
            Kind kind,
            String file,
            List<String> lines,
            int from,
            Map<String, String> parts,
            Map<String, Integer> partLines) {
        if (!kind.hasParts()) {
            String body = String.join("\n", lines.subList(from, lines.size())).strip();
            if (body.isEmpty()) {
                throw new PackProblem(file, from + 1, "there is no text", "Write the piece below the front matter.");
            }
            parts.put(Kind.WHOLE_BODY, body);
            return;
        }
        var byHeading = new LinkedHashMap<String, String>();
        kind.knownParts().forEach(part -> byHeading.put(headings.apply("guide." + kind.word() + "." + part), part));
        String current = null;
        var text = new StringBuilder();
        for (int i = from; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "## ";
            if (!line.startsWith("## ")) {
                if (current == null && !line.isBlank()) {
                    throw new PackProblem(
                            file, i + 1, "there is text before the first heading", "Move it under a heading.");
                }
                text.append(line).append('\n');
                continue;
            }
            if (current != null) {
                parts.put(current, text.toString().strip());
            }
            text.setLength(0);
            if (i < lines.size()) {
                String heading = line.substring(3).strip();
                current = byHeading.get(heading);
                if (current == null || parts.containsKey(current)) {
                    throw new PackProblem(
                            file,
                            i + 1,
                            "the heading '" + heading + "' is not one a " + kind.word() + " has, or is there twice",
                            "Use each of these once: " + String.join(" · ", byHeading.keySet()) + ".");
                }
                partLines.put(current, i + 1);
            }
        }
        for (String part : kind.requiredParts()) {
            if (parts.getOrDefault(part, "").isEmpty()) {
                throw new PackProblem(
                        file,
                        partLines.getOrDefault(part, lines.size()),
                        "the part '" + headings.apply("guide." + kind.word() + "." + part) + "' is missing or empty",
                        "Add that heading with its text.");
            }
        }
    }

    /** What a template or a card would otherwise stumble over. */
    private static void checkShape(PackPiece piece) {
        FrontMatter front = piece.front();
        switch (piece.kind()) {
            case SECTION -> oneOf(front, "part", SECTION_PARTS);
            case BARRIER -> {
                for (FrontMatter.Item sign : front.items("signs")) {
                    String weight = sign.text("weight").orElse("");
                    boolean named =
                            sign.text("says").isPresent() != sign.text("does").isPresent();
                    if (!named || !weight.matches("[1-3]")) {
                        throw front.problem(
                                sign.line(),
                                "a sign needs either 'says' or 'does', and a weight",
                                "Write 'says: \"…\"' or 'does: …', then 'weight:' 1, 2 or 3.");
                    }
                }
            }
            case PROMPT -> {
                oneOf(front, "group", GROUPS);
                for (String part : List.of("say", "softer", "shorter")) {
                    if (PlainText.sayings(piece.parts().get(part)).size() != 1) {
                        throw front.problem(
                                piece.partLines().get(part),
                                "there must be one thing to say here",
                                "Write it as one '> …' line.");
                    }
                }
                if (PlainText.exchanges(piece.parts().get("answers")).isEmpty()) {
                    throw front.problem(
                            piece.partLines().get("answers"),
                            "no line here has the form '- \"…\" → \"…\"'",
                            "Write what they might say, an arrow →, and what you might say.");
                }
            }
            case PITFALL -> {
                if (PlainText.beforeAfter(piece.parts().get("instead")).isEmpty()) {
                    throw front.problem(
                            piece.partLines().get("instead"),
                            "there is no sentence before and after",
                            "Add a paragraph 'Before: \"…\"' and one 'After: \"…\"'.");
                }
            }
            case EXERCISE -> {
                oneOf(front, "form", FORMS);
                if (front.items("items").isEmpty()) {
                    throw front.problem(front.line("items"), "there are no items", "Add at least one '- text: …'.");
                }
                for (FrontMatter.Item item : front.items("items")) {
                    if (item.text("text").isEmpty()) {
                        throw front.problem(item.line(), "an item has no 'text'", "Add 'text: …' to it.");
                    }
                    if (!item.text("lines").orElse("0").matches("\\d")) {
                        throw front.problem(item.line(), "'lines' is not a number", "Write 'lines:' 0 to 9.");
                    }
                }
                if (front.text("form").equals("columns")
                        && front.list("columns").size() != 2) {
                    throw front.problem(
                            front.line("columns"), "two column headings are wanted", "Write columns: [left, right].");
                }
            }
            case EVIDENCE -> front.text("cite");
        }
    }

    private static void oneOf(FrontMatter front, String field, Set<String> allowed) {
        if (!allowed.contains(front.text(field))) {
            throw front.problem(
                    front.line(field),
                    "'" + field + ": " + front.text(field) + "' is not known",
                    "Use one of " + String.join(", ", new java.util.TreeSet<>(allowed)) + ".");
        }
    }

    private static void checkRelations(PackPiece piece, Map<String, PackPiece> pieces) {
        piece.kind().relations().forEach((field, kind) -> {
            for (String slug : piece.related(field)) {
                if (!pieces.containsKey(kind + "/" + slug)) {
                    throw piece.front()
                            .problem(
                                    piece.front().line(field),
                                    "'" + field + "' names the " + kind + " '" + slug + "', which is not in the pack",
                                    "Correct the name, add that piece, or take the name out.");
                }
            }
        });
    }

    private static void checkPaths(java.util.Collection<PackPiece> pieces) {
        var taken = new HashMap<String, String>();
        for (PackPiece piece : pieces) {
            if (piece.kind() == Kind.SECTION) {
                String path = Section.pathOf(piece);
                String other = taken.putIfAbsent(path, piece.file());
                if (other != null || !path.matches("(/[a-z0-9-]+)+")) {
                    throw piece.front()
                            .problem(
                                    piece.front().line("path"),
                                    "the path '" + path + "' is not usable"
                                            + (other == null ? "" : ": " + other + " has it"),
                                    "Use a path of its own, such as /guide/" + piece.slug() + ".");
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }

    /** The names of all languages among some files, from their first folder. */
    static List<String> languages(List<PackFile> files) {
        return new ArrayList<>(new java.util.TreeSet<>(files.stream()
                .map(file -> file.name().substring(0, file.name().indexOf('/')))
                .toList()));
    }
}
