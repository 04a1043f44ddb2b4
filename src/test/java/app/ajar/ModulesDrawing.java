package app.ajar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions.DiagramStyle;
import org.springframework.modulith.docs.Documenter.DiagramOptions.ElementsWithoutRelationships;
import org.springframework.modulith.docs.Documenter.Options;

/**
 * Which module uses which, as the classes have it: once by Spring Modulith's documenter for those who have PlantUML, once as a
 * page that the usual hosts of code show without any tool.
 */
class ModulesDrawing {

    private static final Pattern FIRST_PARAGRAPH = Pattern.compile("/\\*\\*(.*?)(\\*/|\\n \\*\\n)", Pattern.DOTALL);

    private final ApplicationModules modules;

    ModulesDrawing(ApplicationModules modules) {
        this.modules = modules;
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        new Documenter(modules, Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml(DiagramOptions.defaults()
                        .withStyle(DiagramStyle.UML)
                        .withElementsWithoutRelationships(ElementsWithoutRelationships.VISIBLE));
        Files.writeString(folder.resolve("README.md"), page());
    }

    private String page() throws IOException {
        var page = new StringBuilder("""
                # The modules

                Written by `ModulesTests` from the classes; why it is so: [ADR 5](../decisions/0005-modules.md). An arrow means
                "uses". Every module but `vault` may use `shared`, which is left out of the drawing.

                ```mermaid
                graph TD
                """);
        for (ApplicationModule module : sorted(modules.stream())) {
            String name = name(module);
            List<String> used = sorted(module.getDirectDependencies(modules).uniqueModules()).stream()
                    .map(ModulesDrawing::name)
                    .filter(other -> !other.equals("shared"))
                    .toList();
            if (used.isEmpty() && !name.equals("shared")) {
                page.append("    %s\n".formatted(name));
            }
            used.forEach(other -> page.append("    %s --> %s\n".formatted(name, other)));
        }
        page.append("```\n\n| module | what it owns, and must never do |\n|---|---|\n");
        for (ApplicationModule module : sorted(modules.stream())) {
            page.append("| `%s` | %s |\n".formatted(name(module), purpose(name(module))));
        }
        return page.toString();
    }

    private static String purpose(String module) throws IOException {
        Matcher sentence = FIRST_PARAGRAPH.matcher(
                Files.readString(Path.of("src/main/java/app/ajar", module, "package-info.java")));
        if (!sentence.find()) {
            throw new IllegalStateException(module + " does not say what it owns");
        }
        return sentence.group(1)
                .replaceAll("\\s*\\n \\*", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<ApplicationModule> sorted(Stream<ApplicationModule> some) {
        return some.sorted(Comparator.comparing(ModulesDrawing::name)).collect(Collectors.toList());
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
