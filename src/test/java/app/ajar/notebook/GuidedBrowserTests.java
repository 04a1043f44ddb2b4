package app.ajar.notebook;

import static app.ajar.support.Hands.assertFits;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.ajar.support.BrowserCase;
import app.ajar.support.NotebookPages;
import app.ajar.support.Profile;
import app.ajar.support.Scripts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The forms of the exercises on a phone, and the seven quiet minutes. */
class GuidedBrowserTests extends BrowserCase {

    @Test
    void sevenMinutesPassQuietlyAndCanBePutAway() {
        Profile reader = phone(Scripts.ON);
        reader.page().clock().install();
        Page page = reader.visit("/notebook/guided/third-person");
        Locator timer = page.locator("[data-module=timer] [role=status]");
        assertThat(timer).hasText("About 7 minutes is plenty. They begin when you write, and nothing rings.");
        page.clock().fastForward("10:00");
        assertThat(timer).containsText("About 7 minutes");
        page.locator("#page").fill("Two people in a kitchen.");
        page.clock().fastForward("06:00");
        page.locator("#page").fill("Two people in a kitchen, late.");
        assertThat(timer).containsText("About 7 minutes");
        page.clock().fastForward("01:01");
        assertThat(timer).hasText("7 minutes have passed. Stop, or go on, as you like.");
        page.getByText("Hide this").click();
        assertThat(timer).hasCount(0);
        assertThat(page.locator("#page")).hasValue("Two people in a kitchen, late.");
    }

    @ParameterizedTest
    @EnumSource
    void anExerciseIsWrittenAndKept(Scripts scripts) {
        Profile reader = phone(scripts);
        Page page = reader.page();
        var notebook = new NotebookPages(page);
        notebook.start();
        reader.visit("/notebook/guided");
        assertFits(page);
        page.getByText("Both are true").click();
        assertFits(page);
        page.locator("#for-me-1").fill("I need support.");
        page.locator("#for-them-1").fill("They need time.");
        if (scripts == Scripts.ON) {
            assertThat(page.locator("[data-autosave]")).containsText("Kept");
        }
        notebook.save();
        assertThat(page.getByText("Kept and sealed.")).isVisible();
        assertThat(page.locator("#for-them-1")).hasValue("They need time.");
        assertFits(page);
    }
}
