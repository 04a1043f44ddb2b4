package app.ajar.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * The fields above a piece's text, read as YAML nodes so that every complaint can name its line. Every scalar is taken
 * as text: {@code no} stays the word no.
 */
final class FrontMatter {

    /** One entry of a list of small maps, with the line it starts on. */
    record Item(int line, Map<String, String> fields) {
        Optional<String> text(String name) {
            return Optional.ofNullable(fields.get(name));
        }
    }

    private final String file;
    private final int firstLine;
    private final Map<String, Node> fields = new LinkedHashMap<>();

    /**
     * @param firstLine the line of the file that {@code yaml} starts on
     * @throws PackProblem for text that is not a YAML mapping, or names a field twice
     */
    FrontMatter(String file, String yaml, int firstLine) {
        this.file = file;
        this.firstLine = firstLine;
        Node node;
        try {
            node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new java.io.StringReader(yaml));
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? firstLine
                    : broken.getProblemMark().getLine() + firstLine;
            throw problem(
                    line,
                    "the front matter is not valid YAML (" + broken.getProblem() + ")",
                    "Mend that line: put a value that holds a colon or starts with a quote in quotes.");
        } catch (ReaderException unreadable) {
            int line = (int) yaml.codePoints()
                            .limit(unreadable.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + firstLine;
            throw problem(
                    line,
                    "there is a character that nobody can see (" + Character.getName(unreadable.getCodePoint()) + ")",
                    "Type that line anew.");
        }
        if (!(node instanceof MappingNode mapping)) {
            throw problem(firstLine, "the front matter is not a list of fields", "Write one 'name: value' a line.");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = scalar(tuple.getKeyNode());
            if (fields.putIfAbsent(name, tuple.getValueNode()) != null) {
                throw problem(line(tuple.getKeyNode()), "the field '" + name + "' is there twice", "Keep one of them.");
            }
        }
    }

    Set<String> names() {
        return fields.keySet();
    }

    int line(String name) {
        Node node = fields.get(name);
        return node == null ? firstLine : line(node);
    }

    String text(String name) {
        return optional(name)
                .orElseThrow(() ->
                        problem(firstLine, "the field '" + name + "' is missing", "Add '" + name + ": …' on top."));
    }

    Optional<String> optional(String name) {
        Node node = fields.get(name);
        if (node == null) {
            return Optional.empty();
        }
        String value = scalar(node);
        if (value.isBlank()) {
            throw problem(line(node), "the field '" + name + "' is empty", "Give it a value, or take the line out.");
        }
        return Optional.of(value.strip());
    }

    int number(String name) {
        String value = text(name);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw problem(line(name), "'" + name + ": " + value + "' is not a whole number", "Write a number like 10.");
        }
    }

    List<String> list(String name) {
        Node node = fields.get(name);
        if (node == null) {
            return List.of();
        }
        var values = new ArrayList<String>();
        for (Node entry : sequence(name, node).getValue()) {
            values.add(scalar(entry).strip());
        }
        return List.copyOf(values);
    }

    List<Item> items(String name) {
        Node node = fields.get(name);
        if (node == null) {
            return List.of();
        }
        var items = new ArrayList<Item>();
        for (Node entry : sequence(name, node).getValue()) {
            if (!(entry instanceof MappingNode mapping)) {
                throw problem(
                        line(entry),
                        "an entry of '" + name + "' has no named fields",
                        "Write it as '- text: …' with its other fields below.");
            }
            var values = new LinkedHashMap<String, String>();
            for (NodeTuple tuple : mapping.getValue()) {
                values.put(
                        scalar(tuple.getKeyNode()), scalar(tuple.getValueNode()).strip());
            }
            items.add(new Item(line(entry), values));
        }
        return List.copyOf(items);
    }

    PackProblem problem(int line, String what, String remedy) {
        return new PackProblem(file, line, what, remedy);
    }

    private SequenceNode sequence(String name, Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence;
        }
        throw problem(line(node), "the field '" + name + "' is not a list", "Write it as [one, two].");
    }

    private String scalar(@Nullable Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw problem(
                node == null ? firstLine : line(node),
                "a single value is wanted here",
                "Write plain text in one line.");
    }

    private int line(Node node) {
        return node.getStartMark().getLine() + firstLine;
    }
}
