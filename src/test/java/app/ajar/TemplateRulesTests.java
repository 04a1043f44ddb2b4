package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.guide.BarrierView;
import app.ajar.guide.EvidenceView;
import app.ajar.guide.ExerciseView;
import app.ajar.guide.PitfallView;
import app.ajar.guide.PromptView;
import app.ajar.guide.SafeHtml;
import app.ajar.guide.SectionView;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.INode;
import org.attoparser.dom.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules over the template and message files themselves, so that they hold on pages no other test opens. */
class TemplateRulesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PACKS = Path.of("src/main/resources/packs/en");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Set<String> SPOKEN = Set.of("aria-label", "alt", "title", "placeholder");

    /** What a template may call each view by, so that the type behind an unescaped value can be looked up. */
    private static final Map<String, Class<?>> VIEWS = Map.of(
            "section", SectionView.class,
            "barrier", BarrierView.class,
            "prompt", PromptView.class,
            "pitfall", PitfallView.class,
            "exercise", ExerciseView.class,
            "note", EvidenceView.class);

    private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(\\)}");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)");
    private static final Pattern BUILT_KEY =
            Pattern.compile("#\\{\\$\\{'([\\w.-]+)' \\+ [^'}]+?(?: \\+ '([\\w.-]+)')?}");
    private static final Pattern QUOTED = Pattern.compile("'([a-z][\\w-]*(?:\\.[\\w-]+)+)'");
    private static final Pattern JAVA_TEXT = Pattern.compile("\"([a-z][\\w-]*\\.[\\w.-]*)\"");

    private static final Properties MESSAGES = messages();

    record Template(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Template> templates() {
        return read(TEMPLATES, ".html").stream();
    }

    @Test
    void thereAreTemplates() {
        assertThat(templates()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyVisibleWordComesFromTheMessagesOrTheGuide(Template template) {
        var problems = new ArrayList<String>();
        for (INode node : nodes(template)) {
            if (node instanceof Text text && LETTER.matcher(text.getContent()).find() && !replaced(text)) {
                problems.add(place(template, node) + text.getContent().strip());
            }
        }
        forEachAttribute(template, (element, attribute) -> {
            String name = attribute.getKey();
            boolean fixed = SPOKEN.contains(name)
                    || name.equals("content") && "description".equals(element.getAttributeValue("name"))
                    || name.equals("value") && element.elementNameMatches("button");
            if (fixed && LETTER.matcher(String.valueOf(attribute.getValue())).find()) {
                problems.add(place(template, element) + name + "=" + attribute.getValue());
            }
            boolean shown = name.equals("th:text") || name.startsWith("th:") && SPOKEN.contains(name.substring(3));
            if (shown
                    && LETTER.matcher(withoutExpressions(attribute.getValue())).find()) {
                problems.add(place(template, element) + name + "=" + attribute.getValue());
            }
        });
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noStyleAndNoScriptStandsInsideAPage(Template template) {
        var problems = new ArrayList<String>();
        forEachAttribute(template, (element, attribute) -> {
            if (attribute.getKey().matches("(th:)?(style|styleappend|on\\w+|srcdoc)")
                    || String.valueOf(attribute.getValue()).matches("(?is).*\\bjavascript:.*")) {
                problems.add(place(template, element) + attribute.getKey());
            }
        });
        for (Element element : elements(template)) {
            if (element.elementNameMatches("style")
                    || element.elementNameMatches("script")
                            && (!element.hasAttribute("th:src")
                                    || element.getChildren().stream()
                                            .anyMatch(child -> child instanceof Text text
                                                    && !text.getContent().isBlank()))) {
                problems.add(place(template, element) + element.getElementName());
            }
        }
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void expressionsReachNoClassNoConstructorAndNoBean(Template template) {
        var problems = new ArrayList<String>();
        forEachAttribute(template, (element, attribute) -> {
            String value = String.valueOf(attribute.getValue());
            if (attribute.getKey().startsWith("th:")
                    && Pattern.compile("\\bT\\s*\\(|\\bnew\\s+\\w|@[A-Za-z_]|__")
                            .matcher(value)
                            .find()) {
                problems.add(place(template, element) + value);
            }
        });
        assertThat(problems).isEmpty();
        // Expressions inside text would slip past every rule above.
        assertThat(template.text()).doesNotContain("[[", "[(");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void fragmentsAreNamedInTheirOwnSyntax(Template template) {
        var problems = new ArrayList<String>();
        forEachAttribute(template, (element, attribute) -> {
            if (attribute.getKey().matches("th:(replace|insert|include)")
                    && !attribute.getValue().matches("~\\{.+}|\\$\\{\\w+}")) {
                problems.add(place(template, element) + attribute.getValue());
            }
        });
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void onlySanitisedHtmlIsPrintedUnescaped(Template template) {
        var problems = new ArrayList<String>();
        forEachAttribute(template, (element, attribute) -> {
            if (attribute.getKey().equals("th:utext")
                    && !typeOf(attribute.getValue()).equals(Optional.of(SafeHtml.class))) {
                problems.add(place(template, element) + attribute.getValue());
            }
        });
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyMessageItAsksForExists(Template template) {
        var problems = new ArrayList<String>();
        all(KEY, template.text())
                .map(hit -> hit.group(1))
                .filter(key -> !MESSAGES.containsKey(key))
                .forEach(problems::add);
        all(BUILT_KEY, template.text())
                .map(TemplateRulesTests::builtKey)
                .filter(pattern -> MESSAGES.keySet().stream()
                        .noneMatch(key -> pattern.matcher((String) key).matches()))
                .forEach(pattern -> problems.add(pattern.pattern()));
        assertThat(problems).isEmpty();
    }

    @Test
    void everyMessageIsUsedSomewhere() {
        var unused = new TreeSet<>(MESSAGES.stringPropertyNames());
        templates().forEach(template -> {
            all(KEY, template.text()).forEach(hit -> unused.remove(hit.group(1)));
            all(QUOTED, template.text()).forEach(hit -> unused.remove(hit.group(1)));
            all(BUILT_KEY, template.text())
                    .map(TemplateRulesTests::builtKey)
                    .forEach(pattern ->
                            unused.removeIf(key -> pattern.matcher(key).matches()));
        });
        read(SOURCES, ".java")
                .forEach(source -> all(JAVA_TEXT, source.text())
                        .map(hit -> hit.group(1))
                        .forEach(key -> {
                            unused.remove(key);
                            if (key.matches("[\\w-]+\\..+\\.")) {
                                unused.removeIf(longer -> longer.matches(Pattern.quote(key) + "[\\w-]+"));
                            }
                        }));
        // The headings of a pack: the reader asks for them by kind and part.
        var headings = new TreeSet<String>();
        read(PACKS, ".md")
                .forEach(piece -> piece.text()
                        .lines()
                        .filter(line -> line.startsWith("## "))
                        .forEach(line -> headings.add(line.substring(3).strip())));
        unused.removeIf(key -> key.matches("guide\\.(barrier|prompt|pitfall)\\.[a-z-]+")
                && headings.contains(MESSAGES.getProperty(key)));
        assertThat(unused).isEmpty();
    }

    @Test
    void noMessageHoldsMarkup() {
        assertThat(MESSAGES.entrySet())
                .allSatisfy(message -> assertThat((String) message.getValue())
                        .as((String) message.getKey())
                        .isNotBlank()
                        .doesNotContain("<", "&"));
    }

    @Test
    void messagesWithPlacesHoldTheirApostrophesTwice() {
        // A lone apostrophe starts a quotation in a message with {0}: what follows is printed as it stands.
        assertThat(MESSAGES.entrySet())
                .filteredOn(message -> ((String) message.getValue()).contains("{"))
                .allSatisfy(message -> assertThat(((String) message.getValue()).replace("''", ""))
                        .as((String) message.getKey())
                        .doesNotContain("'"));
    }

    /** Inside an element whose text Thymeleaf puts in place of its own. */
    private static boolean replaced(INode node) {
        for (INestableNode parent = node.getParent(); parent instanceof Element element; parent = element.getParent()) {
            if (element.hasAttribute("th:text") || element.hasAttribute("th:utext")) {
                return true;
            }
        }
        return false;
    }

    private static String withoutExpressions(String value) {
        String rest = value;
        for (String before = ""; !before.equals(rest); ) {
            before = rest;
            rest = rest.replaceAll("[$#@~*]\\{[^{}]*}", "");
        }
        return rest.replace("null", "");
    }

    private static Optional<Class<?>> typeOf(String expression) {
        Matcher call = CALL.matcher(expression);
        if (!call.matches() || !VIEWS.containsKey(call.group(1))) {
            return Optional.empty();
        }
        try {
            return Optional.of(VIEWS.get(call.group(1)).getMethod(call.group(2)).getReturnType());
        } catch (NoSuchMethodException unknown) {
            return Optional.empty();
        }
    }

    private static Pattern builtKey(MatchResult hit) {
        String end = hit.group(2) == null ? "" : hit.group(2);
        return Pattern.compile(Pattern.quote(hit.group(1)) + "[\\w-]+" + Pattern.quote(end));
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static void forEachAttribute(Template template, BiConsumer<Element, Map.Entry<String, String>> use) {
        for (Element element : elements(template)) {
            element.getAttributeMap().entrySet().forEach(attribute -> use.accept(element, attribute));
        }
    }

    private static List<Element> elements(Template template) {
        return nodes(template).stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static List<INode> nodes(Template template) {
        try {
            var nodes = new ArrayList<INode>();
            collect(
                    new DOMMarkupParser(ParseConfiguration.htmlConfiguration())
                            .parse(template.name(), new StringReader(template.text())),
                    nodes);
            return nodes;
        } catch (ParseException problem) {
            throw new IllegalStateException(template.name(), problem);
        }
    }

    private static void collect(INestableNode parent, List<INode> nodes) {
        for (INode child : parent.getChildren()) {
            nodes.add(child);
            if (child instanceof INestableNode nested) {
                collect(nested, nodes);
            }
        }
    }

    private static String place(Template template, INode node) {
        return template.name() + ", line " + node.getLine() + ": ";
    }

    private static List<Template> read(Path folder, String ending) {
        try (Stream<Path> paths = Files.walk(folder)) {
            var files = new ArrayList<Template>();
            for (Path path : paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                files.add(new Template(folder.relativize(path).toString(), Files.readString(path)));
            }
            return files;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Test
    void saysNoMessageTwice() throws IOException {
        // The second of two would win, in silence, on both pages.
        assertThat(Files.readAllLines(Path.of("src/main/resources/messages.properties")).stream()
                        .filter(line -> line.matches("[a-z0-9.-]+=.*"))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    private static Properties messages() {
        var messages = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            messages.load(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return messages;
    }
}
