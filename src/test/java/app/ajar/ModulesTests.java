package app.ajar;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

    @Test
    void useOneAnotherOnlyAsTheirPackagesDeclare() {
        ApplicationModules.of(AjarApplication.class).verify();
    }
}
