package app.ajar.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Pages against WCAG 2.2 AA, and on the narrowest screen with the biggest letters. */
public abstract class AccessibilityCase extends BrowserCase {

    protected Profile reader;
    protected Page page;
    protected Axe axe;

    @BeforeEach
    final void takeALook() {
        reader = reader();
        page = reader.page();
        axe = new Axe(reader);
    }

    @AfterEach
    final void nothingIsInAnybodysWay() {
        System.out.printf(
                "Accessibility: %d looks, %d problems%n",
                axe.runs(), axe.problems().size());
        assertThat(axe.problems()).isEmpty();
    }

    protected final void look(String... paths) {
        for (String path : paths) {
            reader.visit(path);
            axe.look(path);
        }
    }
}
