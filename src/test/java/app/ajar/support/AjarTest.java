package app.ajar.support;

import app.ajar.vault.QuickStretching;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole program on a free port, with a store in memory or the one that {@link TestStore} names. Every test that needs a running Ajar uses this and nothing
 * beside it, so that one program serves them all. The way out leads nowhere: no test may call the world.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(TestStore.TAG)
@Import({QuickStretching.class, Statements.Configuration.class})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:",
            // All tests come from one address. The ones about limits come from others.
            "ajar.attempts.at-once=100000",
            "ajar.attempts.all-at-once=100000",
            "ajar.leave-for=" + AjarTest.LEAVE_FOR
        })
@ContextConfiguration(initializers = TestStore.class)
@ActiveProfiles(resolver = TestStore.Profile.class)
public @interface AjarTest {

    String LEAVE_FOR = "http://127.0.0.1:1/weather";
}
