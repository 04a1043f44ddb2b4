package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.Approved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

    private static final Path DRAWN = Path.of("src/docs/modules");
    private static final Path NOW = Path.of("target/modules");

    private final ApplicationModules modules = ApplicationModules.of(AjarApplication.class);

    @Test
    void useOneAnotherOnlyAsTheirPackagesDeclare() {
        modules.verify();
    }

    /** Whoever changed them on purpose: {@code ./mvnw test -Dtest=ModulesTests -Dajar.approve=true} */
    @Test
    void areDrawnAsTheyAre() throws IOException {
        new ModulesDrawing(modules).writeTo(NOW);
        if (Approved.APPROVE) {
            new ModulesDrawing(modules).writeTo(DRAWN);
        }
        for (String name : List.of("README.md", "components.puml")) {
            // The documenter takes the modules in any order.
            assertThat(Files.readAllLines(DRAWN.resolve(name)))
                    .as("Run ./mvnw test -Dtest=ModulesTests -Dajar.approve=true if %s is right", NOW.resolve(name))
                    .containsExactlyInAnyOrderElementsOf(Files.readAllLines(NOW.resolve(name)));
        }
    }
}
