package app.ajar.notebook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.ajar.support.BrowserCase;
import app.ajar.support.NotebookPages;
import app.ajar.support.Profile;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Finding words, in a browser that remembers pages. */
class LookBackBrowserTests extends BrowserCase {

    @Test
    void backAndReloadNeitherSendASearchAgainNorShowIt() {
        Profile reader = reader();
        Page page = reader.page();
        var notebook = new NotebookPages(page);
        notebook.start();
        notebook.write("Saturday", "Tea in the kitchen.");
        page.navigate("/notebook");
        page.getByText("Find a note").click();
        page.locator("#text").fill("KITCHEN");
        page.keyboard().press("Enter");
        assertThat(page.locator(".found mark")).hasText("kitchen");
        assertThat(page.locator("#found-h")).isFocused();
        // Fails with ERR_CACHE_MISS if the browser would have to send the form again.
        page.waitForLoadState();
        page.reload();
        assertThat(page).hasURL(site() + "/notebook");
        page.goBack();
        assertThat(page.locator("#text")).hasValue("");
        page.locator("#text").fill("tea");
        page.keyboard().press("Enter");
        page.getByText("Saturday").click();
        assertThat(notebook.body()).hasValue("Tea in the kitchen.");
    }
}
