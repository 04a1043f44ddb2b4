package app.ajar.support;

import app.ajar.vault.QuickStretching;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole program on a free port, with a store in memory. Every test that needs a running Ajar uses this and nothing
 * beside it, so that one program serves them all. The way out leads nowhere: no test may call the world.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(QuickStretching.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:ajar-tests;DB_CLOSE_DELAY=-1",
            // All tests come from one address. The ones about limits come from others.
            "ajar.attempts.at-once=100000",
            "ajar.attempts.all-at-once=100000",
            "ajar.leave-for=" + AjarTest.LEAVE_FOR
        })
public @interface AjarTest {

    String LEAVE_FOR = "http://127.0.0.1:1/weather";
}
