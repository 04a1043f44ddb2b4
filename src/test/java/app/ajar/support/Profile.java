package app.ajar.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.util.Optional;

/** One reader with a real browser: the profile, and the tab in front. */
public final class Profile {

    private final BrowserContext context;
    private final Page page;

    Profile(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** Opens an address of the site in the tab in front. */
    public Page visit(String path) {
        page.navigate(path);
        return page;
    }

    /** A second tab of the same browser. */
    public Page anotherTab(String path) {
        Page tab = context.newPage();
        tab.navigate(path);
        return tab;
    }

    /** Does something that sends a form or follows a link, and gives the status of the answer, before any redirect. */
    public int statusOf(Runnable sending) {
        return statusOf(page, sending);
    }

    public static int statusOf(Page tab, Runnable sending) {
        Response response = tab.waitForResponse(answer -> answer.request().isNavigationRequest(), sending);
        return response.status();
    }

    public Optional<Cookie> cookie(String name) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst();
    }

    public void lose(String cookie) {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(cookie));
    }
}
