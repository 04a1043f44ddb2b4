package app.ajar.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.htmlunit.util.UrlUtils;

/** A person with a browser whose scripts are off: opens addresses, fills in forms, presses buttons. */
public final class Reader implements AutoCloseable {

    private final WebClient browser = new WebClient();
    private final String site;

    public Reader(int port) {
        site = "http://localhost:" + port;
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    }

    /** From now on this person comes from another address, through a proxy on this machine. */
    public void comeFrom(String address) {
        browser.addRequestHeader("X-Forwarded-For", address);
    }

    public HtmlPage open(String path) {
        try {
            return checked(browser.getPage(site + path));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Fills a field of a page by its name; the page has it once among what can be typed into. */
    public void fill(HtmlPage page, String name, String value) {
        HtmlElement field = page.getElementsByName(name).stream()
                .filter(element -> element instanceof HtmlTextArea
                        || element instanceof HtmlInput input && !"hidden".equals(input.getType()))
                .map(HtmlElement.class::cast)
                .findFirst()
                .orElseThrow();
        if (field instanceof HtmlTextArea area) {
            area.setText(value);
        } else if (field instanceof HtmlInput input) {
            input.setValue(value);
        }
    }

    public HtmlPage press(HtmlPage page, String button) {
        return click(button(page, button));
    }

    /** The button with this text. */
    public static HtmlElement button(HtmlPage page, String button) {
        return page.getElementsByTagName("button").stream()
                .map(HtmlElement.class::cast)
                .filter(element -> element.getTextContent().strip().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button '" + button + "' on " + page.getUrl()));
    }

    public HtmlPage click(HtmlElement element) {
        try {
            return checked(element.click());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** An address of the site. */
    public URL url(String path) {
        return UrlUtils.toUrlSafe(site + path);
    }

    /** Sends what no form on a page would. */
    public Page send(WebRequest request) {
        try {
            return browser.getPage(request);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What the browser got back that is not a page, such as a file. */
    public Page fetch(HtmlElement element) {
        try {
            return element.click();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public String value(HtmlPage page, String name) {
        return page.getElementsByName(name).stream()
                .filter(HtmlTextArea.class::isInstance)
                .map(element -> ((HtmlTextArea) element).getText())
                .findFirst()
                .orElseThrow();
    }

    public List<String> keyWords(HtmlPage page) {
        DomElement words = page.querySelector("[data-key-words]");
        return Arrays.stream(words.getTextContent().trim().split("\\s+")).toList();
    }

    public HtmlForm form(HtmlPage page, String actionEnd) {
        return page.getForms().stream()
                .filter(form -> form.getActionAttribute().endsWith(actionEnd))
                .findFirst()
                .orElseThrow();
    }

    public List<String> cookieNames() {
        return browser.getCookieManager().getCookies().stream()
                .map(cookie -> cookie.getName())
                .toList();
    }

    public String cookie(String name) {
        return browser.getCookieManager().getCookie(name).getValue();
    }

    public void loseCookie(String name) {
        browser.getCookieManager().removeCookie(browser.getCookieManager().getCookie(name));
    }

    public int status(HtmlPage page) {
        return page.getWebResponse().getStatusCode();
    }

    public URI address(HtmlPage page) {
        return URI.create(page.getUrl().toString());
    }

    @Override
    public void close() {
        browser.close();
    }

    private static HtmlPage checked(Page page) {
        HtmlPage html = (HtmlPage) page;
        if (html.asXml().contains("??")) {
            throw new AssertionError("A message is missing on " + html.getUrl());
        }
        return html;
    }
}
