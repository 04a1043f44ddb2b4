package app.ajar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.BrowserCase;
import app.ajar.support.Paper;
import app.ajar.support.PdfFile;
import app.ajar.support.Scripts;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Picking, moving and writing, up to what is on the paper. */
class StudioBrowserTests extends BrowserCase {

    private static final String MINE = "Could we talk on Sunday, after breakfast?";

    @Test
    void theTrayFillsAndThePrintedPageSaysWhatTheFileSays() throws IOException {
        Page page = reader().visit("/print");
        assertThat(page.locator("[data-tray]")).isHidden();
        tick(page, "worth-it");
        tick(page, "what-worries-you");
        Locator tray = page.locator("[data-tray]");
        assertThat(tray.locator(".arrange__card")).hasCount(2);
        assertThat(tray.locator(".pocket-card")).hasCount(2);

        Locator first = tray.locator(".arrange__card").first();
        first.locator("summary").click();
        first.locator("textarea").last().fill(MINE);
        assertThat(tray.locator(".spoken__say").first()).hasText(MINE);
        tray.locator("button[name=down]").first().click();
        assertThat(tray.locator(".spoken__say").last()).hasText(MINE);
        assertThat(tray.locator(".arrange__card").last().locator("textarea").last())
                .hasValue(MINE);

        PdfFile file = make(page);
        assertThat(file.words()).contains(MINE).doesNotContain("If we ever went");
        page.locator("main form").last().locator("button").last().click();
        assertThat(page.locator("h1")).hasText("This is how it will look");
        assertThat(Paper.of(page, "A4").words()).isEqualTo(file.words());
        assertThat(make(page).words()).isEqualTo(file.words());
    }

    @Test
    void aCardCanBeDraggedToAnotherPlace() {
        Page page = reader().visit("/print");
        List.of("worth-it", "what-worries-you", "ten-minutes").forEach(slug -> tick(page, slug));
        Locator cards = page.locator("[data-tray] .arrange__card");
        assertThat(cards).hasCount(3);
        assertThat(cards.first()).hasId("prompt-worth-it");
        cards.last().locator(".arrange__name").dragTo(cards.first().locator(".arrange__name"));
        assertThat(cards.first()).hasId("prompt-ten-minutes");
        assertThat(page.locator("[data-tray] .pocket-card").first()).containsText("ten minutes");
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void aCardThatIsTooLongIsNamedAndNothingTypedIsLost(Scripts scripts) {
        Page page = reader(scripts).visit("/print");
        page.locator("input[name=prompt][value=worth-it]").check();
        page.locator("main form").last().locator("button").last().click();
        String tooLong = "Far too many words. ".repeat(28).strip();
        page.locator(".arrange__card summary").first().click();
        page.locator(".arrange__card textarea").last().fill(tooLong);
        page.getByText("See the pages again").click();
        assertThat(page.locator("#problem")).containsText("Card 1 (To ask): it is too long");
        assertThat(page.locator(".arrange__card textarea").last()).hasValue(tooLong);
        assertThat(page.url()).endsWith("/print");
    }

    @Test
    void movesACardByItsNumberWithoutScripts() {
        Page page = reader(Scripts.OFF).visit("/print");
        page.locator("input[name=prompt][value=worth-it]").check();
        page.locator("input[name=prompt][value=what-worries-you]").check();
        page.locator("main form").last().locator("button").last().click();
        page.locator(".arrange__place").first().fill("2");
        page.getByText("See the pages again").click();
        assertThat(page.locator(".arrange__card").last()).hasId("prompt-worth-it");
        assertThat(page.locator(".arrange__place").first()).hasValue("1");
    }

    private static void tick(Page page, String slug) {
        int before = page.locator("[data-tray] .arrange__card").count();
        page.locator("input[name=prompt][value=" + slug + "]").check();
        assertThat(page.locator("[data-tray] .arrange__card")).hasCount(before + 1);
    }

    private static PdfFile make(Page page) throws IOException {
        Download download = page.waitForDownload(
                () -> page.locator("button[formaction='/print/pdf']").first().click());
        assertThat(download.suggestedFilename()).isEqualTo("notes.pdf");
        return PdfFile.of(Files.readAllBytes(download.path()));
    }
}
