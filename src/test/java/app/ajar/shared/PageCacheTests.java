package app.ajar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class PageCacheTests {

    private final MovingClock clock = new MovingClock();
    private final PageCache cache = new PageCache(clock);
    private HandlerMethod handler;
    private String content = "Monday's words";
    private int status = 200;
    private int rendered;

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
        assertThat(second.getHeader("ETag")).isEqualTo(first.getHeader("ETag")).startsWith("W/\"");
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
        clock.pass(Duration.ofHours(11));
        get("/safety");
        assertThat(rendered).isEqualTo(1);

        clock.pass(Duration.ofHours(1));
        assertThat(get("/safety").getHeader("ETag")).isEqualTo(monday);
        assertThat(rendered).isEqualTo(2);

        clock.pass(Duration.ofDays(1));
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

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        FilterChain chain = (asked, answered) -> {
            rendered++;
            cache.preHandle((HttpServletRequest) asked, (HttpServletResponse) answered, handler);
            ((HttpServletResponse) answered).setStatus(status);
            answered.setContentType("text/html;charset=UTF-8");
            answered.getOutputStream().print(content);
        };
        cache.doFilter(request, response, chain);
        return response;
    }

    private static final class Handlers {

        @PublicPage
        void open() {}

        void closed() {}
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
