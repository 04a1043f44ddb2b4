package app.ajar.site;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.AjarTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Follows every link from the front door, without scripts, and looks at every page that can be reached. */
@AjarTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachabilityTests {

    /** The way out: it closes what is open, so a crawl does not press it. */
    private static final String LEAVE = "/exit";

    private final WebClient browser = new WebClient();
    private final Map<String, HtmlPage> pages = new TreeMap<>();
    private final Map<String, Integer> failed = new TreeMap<>();

    @LocalServerPort
    private int port;

    @BeforeAll
    void visitEveryPage() throws IOException {
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
        var waiting = new ArrayDeque<>(List.of("/"));
        var seen = new HashSet<>(waiting);
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            HtmlPage page = browser.getPage("http://localhost:" + port + path);
            int status = page.getWebResponse().getStatusCode();
            if (status != 200) {
                failed.put(path, status);
                continue;
            }
            pages.put(path, page);
            for (HtmlAnchor link : page.getAnchors()) {
                String target = withoutAnchor(link.getHrefAttribute());
                if (target.startsWith("/") && !target.equals(LEAVE) && seen.add(target)) {
                    waiting.add(target);
                }
            }
        }
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void everyInternalLinkLeadsToAPage() {
        assertThat(failed).isEmpty();
    }

    @Test
    void everyPieceOfThePackStandsOnAPage() throws IOException {
        Set<String> shown = pages.values().stream()
                .flatMap(page -> page.querySelectorAll("[data-piece]").stream())
                .map(node -> ((DomElement) node).getAttribute("data-piece"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(packed());
        assertThat(shown).hasSizeGreaterThan(90);
    }

    @Test
    void thePagesOfTheContractAreAmongThem() {
        assertThat(pages)
                .containsKeys(
                        "/",
                        "/guide",
                        "/prompts",
                        "/check-in",
                        "/for-them",
                        "/notebook",
                        "/safety",
                        "/about",
                        "/privacy",
                        "/evidence",
                        "/print",
                        "/talk",
                        "/walk",
                        "/words");
    }

    @Test
    void everyAnchorPointsAtSomethingOnItsPage() {
        var broken = new TreeSet<String>();
        pages.forEach((path, page) -> page.getAnchors().forEach(link -> {
            String address = link.getHrefAttribute();
            if (address.contains("#") && !address.startsWith("http")) {
                String target = address.startsWith("#") ? path : withoutAnchor(address);
                String id = address.substring(address.indexOf('#') + 1);
                if (pages.containsKey(target) && pages.get(target).getElementById(id) == null) {
                    broken.add(path + " → " + address);
                }
            }
        }));
        assertThat(broken).isEmpty();
    }

    @Test
    void noIdStandsTwiceOnAPage() {
        var twice = new ArrayList<String>();
        pages.forEach((path, page) -> {
            var seen = new HashSet<String>();
            for (DomNode node : page.querySelectorAll("[id]")) {
                String id = ((DomElement) node).getId();
                if (!seen.add(id)) {
                    twice.add(path + "#" + id);
                }
            }
        });
        assertThat(twice).isEmpty();
    }

    @Test
    void noPageShowsARawMessageKey() {
        assertThat(pages.entrySet())
                .allSatisfy(page -> assertThat(page.getValue().getWebResponse().getContentAsString())
                        .as(page.getKey())
                        .doesNotContain("??")
                        .doesNotContain("th:")
                        .doesNotContain("${"));
    }

    @Test
    void everyPageHasOneMainHeading() {
        assertThat(pages.entrySet())
                .allSatisfy(page -> assertThat(page.getValue().querySelectorAll("h1"))
                        .as(page.getKey())
                        .hasSize(1)
                        .allSatisfy(
                                heading -> assertThat(heading.getTextContent()).isNotBlank()));
    }

    @Test
    void everyPageHasOneMainPart() {
        assertThat(pages.entrySet())
                .allSatisfy(page -> assertThat(page.getValue().querySelectorAll("main#main"))
                        .as(page.getKey())
                        .hasSize(1));
    }

    @Test
    void everyTabSaysOnlyThatTheseAreReadingNotes() {
        assertThat(pages.entrySet())
                .allSatisfy(page -> assertThat(page.getValue().getTitleText())
                        .as(page.getKey())
                        .matches("Reading notes(: [a-z0-9]{1,8})?"));
    }

    @Test
    void everyPageHasTheWayOutFirst() {
        assertThat(pages.entrySet()).allSatisfy(page -> {
            assertThat(page.getValue().getAnchors().get(0).getHrefAttribute())
                    .as(page.getKey())
                    .isEqualTo(LEAVE);
        });
    }

    @Test
    void onlyTheSafetyPageLinksToOtherSitesAndTellsThemNothing() {
        assertThat(pages.entrySet())
                .allSatisfy(page -> assertThat(page.getValue().getAnchors())
                        .as(page.getKey())
                        .filteredOn(link -> !link.getHrefAttribute().matches("(/(?!/)|#).*"))
                        .allSatisfy(link -> {
                            assertThat(page.getKey()).isEqualTo("/safety");
                            assertThat(link.getHrefAttribute()).startsWith("https://");
                            assertThat(link.getRelAttribute().split(" ")).contains("noreferrer");
                        }));
        assertThat(pages.get("/safety").getAnchors())
                .anyMatch(link -> link.getHrefAttribute().startsWith("https://"));
    }

    @Test
    void noPageLoadsAnythingFromElsewhere() {
        Pattern elsewhere = Pattern.compile("(src|srcset|poster|action|data)=\"(https?:)?//");
        assertThat(pages.entrySet())
                .allSatisfy(page -> assertThat(page.getValue().getWebResponse().getContentAsString())
                        .as(page.getKey())
                        .doesNotContainPattern(elsewhere)
                        .doesNotContainPattern("<link[^>]*href=\"(https?:)?//"));
    }

    /** Kind and slug of every file in the English pack. */
    private static Set<String> packed() throws IOException {
        var pieces = new TreeSet<String>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:packs/en/*/*.md")) {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            pieces.add(field(text, "kind") + "/" + field(text, "slug"));
        }
        return pieces;
    }

    private static String field(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + ": "))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 2);
    }

    private static String withoutAnchor(String address) {
        return address.replaceFirst("#.*", "");
    }
}
