package app.ajar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.support.MovingClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.MimeHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class PageCacheTests {

    private final MovingClock clock = new MovingClock("2026-11-23T12:00:00Z");
    private final PageCache cache = new PageCache(clock, path -> path.matches("/[a-z0-9/]+"));
    private HandlerMethod handler;
    private String content = "Monday's words";
    private int status = 200;
    private volatile int rendered;
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void aPublicPage() throws NoSuchMethodException {
        handler = new HandlerMethod(this, Handlers.class.getDeclaredMethod("open"));
    }

    @Test
    void rendersAPageOnceAndThenAnswersFromMemory() throws Exception {
        MockHttpServletResponse first = get("/guide");
        content = "newer words";
        MockHttpServletResponse second = get("/guide");
        assertThat(rendered).isEqualTo(1);
        assertThat(second.getContentAsString()).isEqualTo("Monday's words").isEqualTo(first.getContentAsString());
        assertThat(second.getHeader("ETag")).isEqualTo(first.getHeader("ETag")).startsWith("\"");
    }

    @Test
    void showsNewContentUnderANewTagOnceItIsCleared() throws Exception {
        String before = get("/guide").getHeader("ETag");
        content = "newer words";
        cache.clear();
        MockHttpServletResponse after = get("/guide");
        assertThat(after.getContentAsString()).isEqualTo("newer words");
        assertThat(after.getHeader("ETag")).isNotEqualTo(before);
    }

    @Test
    void keepsTheTagOfContentThatClearingDidNotChange() throws Exception {
        String before = get("/guide").getHeader("ETag");
        cache.clear();
        assertThat(get("/guide").getHeader("ETag")).isEqualTo(before);
        assertThat(rendered).isEqualTo(2);
    }

    @Test
    void rendersAnewOnANewDayAndChangesTheTagOnlyWithTheContent() throws Exception {
        String monday = get("/safety").getHeader("ETag");
        clock.move(Duration.ofHours(11));
        get("/safety");
        assertThat(rendered).isEqualTo(1);

        clock.move(Duration.ofHours(1));
        assertThat(get("/safety").getHeader("ETag")).isEqualTo(monday);
        assertThat(rendered).isEqualTo(2);

        clock.move(Duration.ofDays(1));
        content = "one number fewer";
        assertThat(get("/safety").getHeader("ETag")).isNotEqualTo(monday);
    }

    @Test
    void saysNotModifiedToABrowserThatHasThePage() throws Exception {
        String tag = get("/guide").getHeader("ETag");
        var request = new MockHttpServletRequest("GET", "/guide");
        request.addHeader("If-None-Match", "\"other\", " + tag);
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(answer.getHeader("ETag")).isEqualTo(tag);
    }

    @Test
    void saysSoToOneWhoseProxyMadeTheTagWeakAndToOneWhoTakesAnything() throws Exception {
        String tag = get("/guide").getHeader("ETag");
        assertThat(get("/guide", "If-None-Match", "W/" + tag).getStatus()).isEqualTo(304);
        assertThat(get("/guide", "If-None-Match", "*").getStatus()).isEqualTo(304);
        assertThat(get("/guide", "If-None-Match", "\"another\"").getStatus()).isEqualTo(200);
    }

    @Test
    void givesEachFormOfThePageATagOfItsOwn() throws Exception {
        content = "Monday's words ".repeat(200);
        MockHttpServletResponse plain = get("/guide");
        MockHttpServletResponse zipped = get("/guide", "Accept-Encoding", "br, gzip");
        assertThat(zipped.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.getHeader("ETag")).startsWith("\"").isNotEqualTo(plain.getHeader("ETag"));
        assertThat(zipped.getHeader("Vary")).isEqualTo(plain.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(get("/guide", "Accept-Encoding", "gzip;q=0, br").getHeader("Content-Encoding"))
                .isNull();
        assertThat(get("/guide", "Accept-Encoding", "gzip;q=0.8").getHeader("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void lateFriendsOfAPageWaitForTheOneWhoRendersIt() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        meanwhile = () -> {
            begun.countDown();
            await(goOn);
        };
        ExecutorService readers = Executors.newFixedThreadPool(8);
        try {
            Future<MockHttpServletResponse> first = readers.submit(() -> get("/guide"));
            await(begun);
            List<Future<MockHttpServletResponse>> others = Stream.generate(() -> readers.submit(() -> get("/guide")))
                    .limit(7)
                    .toList();
            goOn.countDown();
            for (Future<MockHttpServletResponse> other : others) {
                assertThat(other.get(10, TimeUnit.SECONDS).getContentAsString()).isEqualTo("Monday's words");
            }
            assertThat(first.get(10, TimeUnit.SECONDS).getStatus()).isEqualTo(200);
            assertThat(rendered).isEqualTo(1);
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void whatWasBegunBeforeANewEditionIsNotKeptAfterIt() throws Exception {
        meanwhile = cache::clear;
        get("/guide");
        meanwhile = () -> {};
        content = "newer words";
        assertThat(get("/guide").getContentAsString()).isEqualTo("newer words");
    }

    @Test
    void keepsNoMoreThanItsShareOfTheMemory() throws Exception {
        byte[] noise = new byte[1 << 20];
        new Random(7).nextBytes(noise);
        content = new String(noise, StandardCharsets.ISO_8859_1);
        for (int page = 0; page < 40; page++) {
            assertThat(get("/guide/" + page).getStatus()).isEqualTo(200);
        }
        assertThat(cache.bytes()).isPositive().isLessThanOrEqualTo(PageCache.MOST_BYTES);
        content = "x";
        for (int page = 0; page < PageCache.MOST_ANSWERS + 10; page++) {
            get("/prompts/" + page);
        }
        assertThat(cache.count()).isLessThanOrEqualTo(PageCache.MOST_ANSWERS);
    }

    @Test
    void answersAheadOfEverythingOnlyWhatItHas() throws Exception {
        var response = new MockHttpServletResponse();
        var headers = new MimeHeaders();
        assertThat(cache.answer(new MockHttpServletRequest("GET", "/guide"), response, headers, true))
                .isFalse();
        get("/guide");
        assertThat(cache.answer(new MockHttpServletRequest("POST", "/guide"), response, headers, true))
                .isFalse();
        assertThat(headers.size()).isZero();
        assertThat(cache.answer(new MockHttpServletRequest("GET", "/guide"), response, headers, true))
                .isTrue();
        assertThat(response.getContentAsString()).isEqualTo("Monday's words");
        assertThat(headers.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getHeader("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(headers.getHeader("Strict-Transport-Security")).startsWith("max-age=");
    }

    @Test
    void makesTheWholePageForOneWhoAsksForItsHeadersAlone() throws Exception {
        MockHttpServletResponse head = answer(new MockHttpServletRequest("HEAD", "/guide"));
        assertThat(head.getContentAsByteArray()).isEmpty();
        assertThat(get("/guide").getHeader("ETag")).isEqualTo(head.getHeader("ETag"));
        assertThat(rendered).isEqualTo(1);
    }

    @Test
    void answersHeadFromAKeptPageWithoutItsBody() throws Exception {
        get("/guide");
        MockHttpServletResponse answer = answer(new MockHttpServletRequest("HEAD", "/guide"));
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(answer.getContentLength()).isEqualTo("Monday's words".length());
        assertThat(rendered).isEqualTo(1);
    }

    @Test
    void keepsNothingOfAHandlerThatIsNotMarkedPublic() throws Exception {
        handler = new HandlerMethod(this, Handlers.class.getDeclaredMethod("closed"));
        get("/notebook");
        assertThat(get("/notebook").getHeader("ETag")).isNull();
        assertThat(rendered).isEqualTo(2);
    }

    @Test
    void keepsNothingThatFailed() throws Exception {
        status = 404;
        get("/guide/nothing");
        assertThat(get("/guide/nothing").getStatus()).isEqualTo(404);
        assertThat(rendered).isEqualTo(2);
    }

    @Test
    void sendsAPostPastTheMemory() throws Exception {
        get("/guide");
        answer(new MockHttpServletRequest("POST", "/guide"));
        assertThat(rendered).isEqualTo(2);
    }

    @Test
    void keepsNoSecondCopyUnderAnotherSpellingOfTheAddress() throws Exception {
        // Otherwise a stranger could fill the memory: every letter of an address can be written in three ways.
        get("/%67uide");
        get("/%67uide");
        assertThat(rendered).isEqualTo(2);
    }

    private MockHttpServletResponse get(String path) throws ServletException, IOException {
        return answer(new MockHttpServletRequest("GET", path));
    }

    private MockHttpServletResponse get(String path, String header, String value) throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader(header, value);
        return answer(request);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        FilterChain chain = (asked, answered) -> {
            rendered++;
            meanwhile.run();
            cache.preHandle((HttpServletRequest) asked, (HttpServletResponse) answered, handler);
            ((HttpServletResponse) answered).setStatus(status);
            answered.setContentType("text/html;charset=UTF-8");
            answered.getOutputStream().write(content.getBytes(StandardCharsets.UTF_8));
        };
        cache.doFilter(request, response, chain);
        return response;
    }

    private static final class Handlers {

        @PublicPage
        void open() {}

        void closed() {}
    }
}
