package app.ajar;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AccessibilityCase;
import app.ajar.support.NotebookPages;
import app.ajar.support.SitePages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every page that is the same for everybody, and the pages for paper. */
class AccessibilityBrowserTests extends AccessibilityCase {

    private static final List<String> WITH_MUCH_FOLDED_AWAY =
            List.of("/guide/what-a-no-is-made-of", "/guide/practical-reasons", "/prompts", "/safety");

    @Test
    void everyPageOfTheGuideIsOpenToEverybody() {
        List<String> pages = SitePages.publicPages(reader);
        assertThat(pages).hasSizeGreaterThan(20).containsAll(WITH_MUCH_FOLDED_AWAY);
        for (String path : pages) {
            reader.visit(path);
            axe.look(path);
            if (WITH_MUCH_FOLDED_AWAY.contains(path)) {
                axe.lookInside(path);
            }
        }
    }

    @Test
    void everyPageForPaperIsOpenToEverybody() {
        for (String form : List.of("cards", "fold-out", "large", "replies")) {
            reader.visit("/print");
            for (int box = 0; box < 9; box++) {
                page.locator("input[name=prompt]").nth(box * 3).check();
            }
            page.locator("input[name=pitfall]").first().check();
            page.locator("input[name=sheet]").first().check();
            page.locator("input[name=form][value=" + form + "]").check();
            new NotebookPages(page).press("See the pages");
            axe.look("the preview: " + form);
        }
        reader.visit("/print");
        new NotebookPages(page).press("See the pages");
        axe.look("nothing ticked");
    }
}
