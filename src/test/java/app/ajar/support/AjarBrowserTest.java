package app.ajar.support;

import app.ajar.vault.QuickStretching;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole program on a real port, with its store in a file, as it runs for readers. All such tests share
 * one program: none may count on what the store holds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Import(QuickStretching.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ajar.home=target/browser-data-${random.uuid}",
            // All tests come from one address.
            "ajar.attempts.at-once=100000",
            "ajar.attempts.all-at-once=100000"
        })
@ContextConfiguration(initializers = Elsewhere.class)
public @interface AjarBrowserTest {}
