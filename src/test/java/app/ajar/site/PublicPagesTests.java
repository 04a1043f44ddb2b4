package app.ajar.site;

import static app.ajar.support.Visitor.header;
import static app.ajar.support.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.guide.Edition;
import app.ajar.guide.GuideLibrary;
import app.ajar.guide.SectionView;
import app.ajar.shared.PageCache;
import app.ajar.support.AjarTest;
import app.ajar.support.Visitor;
import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AjarTest
class PublicPagesTests {

    private static final Pattern HASHED_STYLE = Pattern.compile("/css/[a-z-]+-[0-9a-f]{32}\\.css");
    private static final String A_YEAR = "max-age=31536000";

    @LocalServerPort
    private int port;

    @Autowired
    private GuideLibrary library;

    @Autowired
    private PageCache cache;

    @Autowired
    private EntityManagerFactory store;

    private Visitor visitor;

    @BeforeEach
    void comeIn() {
        visitor = new Visitor(port);
    }

    @Test
    void everyPublicPageCarriesTheProtectiveHeaders() {
        assertThat(paths()).hasSizeGreaterThan(15).allSatisfy(path -> {
            assertProtected(visitor.get(path));
            assertProtected(visitor.get(path));
        });
    }

    @Test
    void soDoFilesErrorsAndTheWayOut() {
        String home = text(visitor.get("/"));
        assertThat(Stream.of(
                        visitor.get(one(HASHED_STYLE, home)),
                        visitor.get(one(Pattern.compile("/[^\"]*leave[^\"]*\\.js"), home)),
                        visitor.get(one(Pattern.compile("/fonts/[^\"]+\\.woff2"), home)),
                        visitor.get(one(Pattern.compile("/img/[^\"]+\\.svg"), home)),
                        visitor.get("/guide/no-such-page"),
                        visitor.get("/nothing/at/all"),
                        visitor.get("/guide;a=1"),
                        visitor.get("/notebook"),
                        visitor.get("/actuator/health"),
                        visitor.get("/exit"),
                        visitor.post("/exit", ""),
                        visitor.post("/walk", ""),
                        visitor.post("/words", "text=You+never+listen."),
                        visitor.post("/guide", ""),
                        visitor.head("/"),
                        visitor.head("/guide/no-such-page")))
                .allSatisfy(PublicPagesTests::assertProtected);
    }

    @Test
    void promisesTlsOnlyToThoseWhoCameByTls() {
        assertThat(header(visitor.get("/"), "Strict-Transport-Security")).isEmpty();
        assertThat(header(visitor.get("/", "X-Forwarded-Proto", "http"), "Strict-Transport-Security"))
                .isEmpty();
        assertThat(header(visitor.get("/", "X-Forwarded-Proto", "https"), "Strict-Transport-Security"))
                .matches("max-age=\\d{8,}.*");
    }

    @Test
    void setsNoCookieAndNamesNoSession() {
        assertThat(paths()).allSatisfy(path -> {
            HttpResponse<byte[]> page = visitor.get(path);
            assertThat(page.headers().map().keySet()).noneMatch(name -> name.equalsIgnoreCase("set-cookie"));
            assertThat(text(page)).doesNotContainIgnoringCase("jsessionid");
        });
    }

    @Test
    void holdsNoTokenOfAForm() {
        assertThat(paths())
                .allSatisfy(path -> assertThat(text(visitor.get(path))).doesNotContain("_csrf"));
    }

    @Test
    void hasATagAndIsNotSentTwice() {
        assertThat(paths()).allSatisfy(path -> {
            HttpResponse<byte[]> first = visitor.get(path);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(header(first, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(header(first, "Cache-Control")).isEqualTo("public, no-cache");
            String tag = header(first, "ETag");
            assertThat(tag).isNotEmpty();

            HttpResponse<byte[]> again = visitor.get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "ETag")).isEqualTo(tag);
            assertThat(visitor.get(path, "If-None-Match", "W/\"another\"").statusCode())
                    .isEqualTo(200);
        });
    }

    @Test
    void keepsItsTagWhenNothingChanged() {
        String tag = header(visitor.get("/guide"), "ETag");
        cache.clear();
        assertThat(header(visitor.get("/guide"), "ETag")).isEqualTo(tag);
    }

    @Test
    void theFirstAnswerIsLikeAllThatFollow() {
        List<String> addresses = List.of("/guide", one(HASHED_STYLE, text(visitor.get("/"))));
        assertThat(addresses).allSatisfy(address -> {
            cache.clear();
            var first = new TreeMap<>(
                    visitor.get(address, "Accept-Encoding", "gzip").headers().map());
            long hits = cache.hits();
            var second = new TreeMap<>(
                    visitor.get(address, "Accept-Encoding", "gzip").headers().map());
            assertThat(cache.hits()).isEqualTo(hits + 1);
            first.remove("date");
            second.remove("date");
            assertThat(second).isEqualTo(first).containsKeys("etag", "vary", "content-encoding");
        });
    }

    @Test
    void aCdnMayShowItForALittleWhileAndABrowserAsks() {
        HttpResponse<byte[]> page = visitor.get("/guide");
        assertThat(header(page, "Cache-Control")).isEqualTo("public, no-cache");
        assertThat(header(page, "CDN-Cache-Control")).contains("max-age=30", "stale-if-error");
        assertThat(header(visitor.get("/notebook"), "CDN-Cache-Control")).isEmpty();
    }

    @Test
    void keepsNoSecondCopyUnderAnotherSpellingOfItsAddress() {
        visitor.get("/guide");
        int kept = cache.count();
        for (String spelling : List.of("/%67uide", "/g%75ide", "/guide;a=1", "/guide/%6dy-limits")) {
            visitor.get(spelling);
        }
        visitor.get("/guide/nothing-here");
        assertThat(cache.count()).isEqualTo(kept);
    }

    @Test
    void isZippedForThoseWhoTakeIt() throws IOException {
        HttpResponse<byte[]> plain = visitor.get("/prompts");
        HttpResponse<byte[]> zipped = visitor.get("/prompts", "Accept-Encoding", "gzip");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(zipped, "Vary")).containsIgnoringCase("accept-encoding");
        assertThat(zipped.body()).hasSizeLessThan(plain.body().length / 3);
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @Test
    void answersHeadLikeGetButWithoutTheBody() {
        HttpResponse<byte[]> get = visitor.get("/guide");
        HttpResponse<byte[]> head = visitor.head("/guide");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
    }

    @Test
    void asksNothingOfTheStore() {
        Statistics statistics = store.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            paths().forEach(visitor::get);
            try (var other = store.createEntityManager()) {
                other.createNativeQuery("select 1").getSingleResult();
            }
            assertThat(statistics.getPrepareStatementCount())
                    .as("what is asked is counted")
                    .isPositive();
            // Housekeeping, once a minute, may fall into a round.
            var asked = new ArrayList<Long>();
            while (asked.size() < 3 && !asked.contains(0L)) {
                statistics.clear();
                assertThat(paths())
                        .allSatisfy(path ->
                                assertThat(visitor.get(path).statusCode()).isEqualTo(200));
                asked.add(statistics.getPrepareStatementCount() + statistics.getConnectCount());
            }
            assertThat(asked).as("what was asked in each round").contains(0L);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void linksOnlyToFilesThatMayBeKeptForAYear() {
        List<String> files =
                all(Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(?:css|js|woff2|svg))\""), text(visitor.get("/")));
        assertThat(files).hasSizeGreaterThanOrEqualTo(4).allSatisfy(file -> {
            HttpResponse<byte[]> answer = visitor.get(file);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).contains(A_YEAR, "public");
            assertThat(header(answer, "Set-Cookie")).isEmpty();
        });
        assertThat(files)
                .filteredOn(file -> !file.endsWith(".js"))
                .allMatch(file -> file.matches(".*-[0-9a-f]{32}\\..*"));
    }

    @Test
    void theStyleNamesItsFontsByTheirHashes() {
        String style = one(HASHED_STYLE, text(visitor.get("/")));
        List<String> fonts = all(Pattern.compile("url\\(\"?([^)\"]+\\.woff2)\"?\\)"), text(visitor.get(style)));
        assertThat(fonts).isNotEmpty().allSatisfy(font -> {
            assertThat(font).matches(".*-[0-9a-f]{32}\\.woff2");
            HttpResponse<byte[]> answer =
                    visitor.get(URI.create(style).resolve(font).getPath());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).contains(A_YEAR);
        });
    }

    @Test
    void aPageThatIsNotThereSaysSoCalmly() {
        HttpResponse<byte[]> answer = visitor.get("/guide/my-secret-word");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer))
                .contains("There is no page here", "Nothing of yours is lost.", "href=\"/exit\"")
                .doesNotContain("my-secret-word", "Exception", "Whitelabel");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "ETag")).isEmpty();
    }

    @Test
    void aMachineThatAsksForAMissingPageLearnsNothingAboutTheProgram() {
        HttpResponse<byte[]> answer = visitor.get("/guide/no-such-page", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).doesNotContain("Exception", "trace", "app.ajar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/guide/../x",
                "/../../etc/passwd",
                "/guide/%2e%2e/x",
                "/guide/..%2fx",
                "/css/../application.properties",
                "/css/%2e%2e/application.properties",
                "//",
                "//guide",
                "/guide//three-roads",
                "/%00",
                "/guide/%00",
                "/guide/%0a",
                "/guide/a%ffb",
                "/guide/%25",
                "/guide/%F0%9F%98%80",
                "/guide;jsessionid=1",
                "/guide/",
                "/GUIDE",
                "/error",
                "/actuator",
                "/actuator/env",
                "/application.properties",
                "/db/migration/V1__guide.sql"
            })
    void anOddAddressGetsAnAnswerThatIsNobodysFault(String path) {
        assertThat(visitor.get(path).statusCode()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 7_000, 50_000})
    void soDoesAVeryLongOne(int length) {
        assertThat(visitor.get("/guide/" + "a".repeat(length)).statusCode()).isBetween(400, 499);
    }

    private List<String> paths() {
        Edition edition = library.edition();
        var paths =
                new ArrayList<>(List.of("/", "/guide", "/prompts", "/safety", "/walk", "/words", "/talk", "/print"));
        edition.parts()
                .forEach(part -> part.sections().stream().map(SectionView::path).forEach(paths::add));
        edition.sitePages().stream().map(SectionView::path).forEach(paths::add);
        return paths.stream().distinct().toList();
    }

    private static void assertProtected(HttpResponse<byte[]> response) {
        assertThat(header(response, "Content-Security-Policy"))
                .as(response.uri().getPath())
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe-", "*", "http:", "https:", "data:");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(response, "Permissions-Policy")).contains("geolocation=()", "camera=()", "microphone=()");
        assertThat(header(response, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Server")).isEmpty();
        assertThat(header(response, "X-Powered-By")).isEmpty();
    }

    private static String one(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .distinct()
                .toList();
    }
}
