package app.ajar.talk;

import static app.ajar.support.Hands.assertFits;
import static app.ajar.support.Hands.tabTo;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.BrowserCase;
import app.ajar.support.NotebookPages;
import app.ajar.support.Paper;
import app.ajar.support.Profile;
import app.ajar.support.Scripts;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A talk on a phone: planned, put in a calendar and on paper, and put down afterwards. */
class TalkBrowserTests extends BrowserCase {

    private static final String OPENING = "Can I ask what worries you when you picture it?";

    @ParameterizedTest
    @EnumSource
    void aTalkIsPlannedAndPutDownAfterwards(Scripts scripts) throws IOException {
        Profile reader = phone(scripts);
        Page page = reader.visit("/talk");
        page.locator("#day").fill("2199-03-20");
        page.locator("#time").fill("19:30");
        page.locator("#where").fill("By the lake");
        page.locator("#opening").fill(OPENING);
        assertThat(reader.statusOf(() -> press(page, "See it on one page"))).isEqualTo(200);
        assertThat(page).hasURL(site() + "/talk");
        assertThat(page).hasTitle("Reading notes");
        assertThat(page.locator(".talk__sheet")).containsText("20 March 2199, 19:30");
        assertFits(page);

        page.locator("#word").fill("Errand");
        Download file = page.waitForDownload(() -> press(page, "Download date.ics"));
        assertThat(file.suggestedFilename()).isEqualTo("date.ics");
        assertThat(Files.readString(file.path()))
                .contains("DTSTART:21990320T193000", "SUMMARY:Errand")
                .doesNotContain("lake", "worries");
        assertThat(reader.context().cookies()).isEmpty();

        page.getByText("How did it go?").click();
        page.locator("#said").fill(OPENING);
        page.locator("#heard").fill("Not yet.");
        page.getByLabel("Fairly calm").check();
        page.getByLabel("Ask again, on a day I choose").check();
        page.locator("#day").fill("2199-05-04");
        assertFits(page);
        press(page, "Keep this note");
        var notebook = new NotebookPages(page);
        notebook.press("Start a notebook and keep this note");
        notebook.keyWords();
        page.getByText("Go to my note").click();
        assertThat(page.locator("#heard")).hasValue("Not yet.");
        assertThat(page.getByLabel("Fairly calm")).isChecked();
        page.navigate("/notebook");
        assertThat(page.locator(".talks")).containsText("Saturday 4 May 2199");
        assertFits(page);
        page.getByText("Talks over time").click();
        page.getByText("All of them as a table").click();
        assertThat(page.locator(".talks tbody tr")).containsText("Fairly calm");
        assertFits(page);
    }

    @Test
    void howItWentCanBePutDownByKeyboardAlone() {
        Page page = reader().page();
        var notebook = new NotebookPages(page);
        notebook.start();
        page.navigate("/notebook/talks/new");
        tabTo(page, page.locator("#said"));
        page.keyboard().type("I asked.");
        page.keyboard().press("Tab");
        page.keyboard().type("They laughed, and stayed.");
        tabTo(page, page.locator("[name=ease]:checked"));
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        tabTo(page, page.locator("[name=next]:checked"));
        page.keyboard().press("ArrowDown");
        tabTo(page, page.getByText("Save", new Page.GetByTextOptions().setExact(true)));
        page.keyboard().press("Enter");
        assertThat(page.getByText("Kept and sealed.")).isVisible();
        assertThat(page.locator("#heard")).hasValue("They laughed, and stayed.");
        assertThat(page.locator("[name=ease][value='2']")).isChecked();
        assertThat(page.locator("[name=next][value=leave]")).isChecked();
    }

    @Test
    void theSheetIsOnePageAndSaysNotWhereItIsFrom() {
        Page page = reader().visit("/talk");
        page.locator("#day").fill("2199-03-20");
        page.locator("#time").fill("19:30");
        page.locator("#opening").fill("word ".repeat(120));
        page.locator("#if-then").fill("word ".repeat(120));
        press(page, "See it on one page");
        assertThat(page.locator(".talk__sheet")).isVisible();
        for (String size : List.of("A4", "Letter")) {
            Paper paper = Paper.of(page, size);
            assertThat(paper.pages()).as(size).hasSize(1);
            assertThat(paper.words())
                    .contains("One small talk", "20 March 2199", "word word", "To close well")
                    .doesNotContain("Ajar", "localhost", "Leave this site", "Download");
        }
    }

    @Test
    void backAndReloadAfterAPlannedTalkNeverAskToSendItAgain() {
        Profile reader = reader();
        Page page = reader.visit("/talk");
        page.locator("#opening").fill(OPENING);
        press(page, "See it on one page");
        assertThat(page.locator(".talk__sheet")).containsText(OPENING);
        page.waitForLoadState();
        page.reload();
        assertThat(page.locator("#opening")).hasValue("");
        // Fails with ERR_CACHE_MISS if the browser would have to send the form again.
        page.goBack();
        assertThat(page).hasURL(site() + "/talk");
        assertThat(page.locator("#opening")).isVisible();
    }

    private static void press(Page page, String button) {
        new NotebookPages(page).press(button);
        // Where it sends a form: until the scripts of the next page have run.
        page.waitForLoadState();
    }
}
