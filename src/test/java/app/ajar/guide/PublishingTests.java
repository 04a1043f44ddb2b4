package app.ajar.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import app.ajar.shared.PageCache;
import app.ajar.support.AjarTest;
import app.ajar.support.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Two copies of the guide on one store: what one publishes, the other shows. */
@AjarTest
class PublishingTests {

    private static final String LINE = "Nothing here is about winning an argument.";

    private final PageCache otherPages = mock(PageCache.class);

    @LocalServerPort
    private int port;

    @Autowired
    private Publishing publishing;

    @Autowired
    private GuideLibrary library;

    @Autowired
    private PackFolder folder;

    @Autowired
    private EditionBuilder builder;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    private GuideLibrary other;

    @BeforeEach
    void startAnother() {
        other = new GuideLibrary(folder, publishing, builder, messages, otherPages);
    }

    @AfterEach
    void asItWas() {
        RequestContextHolder.resetRequestAttributes();
        publishing.publish(() -> {
            jdbc.sql("update section set path = '/safety' where path = '/gone'").update();
            jdbc.sql("update section set lead = replace(lead, ?, '')")
                    .param(" " + LINE)
                    .update();
        });
        library.refresh();
    }

    @Test
    void whatOneCopyPublishesEveryOtherShows() {
        var visitor = new Visitor(port);
        String before = Visitor.header(visitor.get("/guide/my-limits"), "ETag");

        publishing.publish(this::addALine);

        assertThat(other.refresh()).isTrue();
        assertThat(lead(other)).endsWith(LINE);
        verify(otherPages).clear();
        library.refresh();
        assertThat(Visitor.text(visitor.get("/guide/my-limits"))).contains(LINE);
        assertThat(Visitor.header(visitor.get("/guide/my-limits"), "ETag")).isNotEqualTo(before);
    }

    @Test
    void readsNothingAnewWhenNothingWasPublished() {
        assertThat(other.refresh()).isFalse();
        verify(otherPages, never()).clear();
    }

    @Test
    void aChangeThatFailsLeavesNoTrace() {
        long number = publishing.number();
        assertThatIllegalStateException()
                .isThrownBy(() -> publishing.publish(() -> {
                    addALine();
                    throw new IllegalStateException("half-way");
                }));
        assertThat(publishing.number()).isEqualTo(number);
        assertThat(lead(new GuideLibrary(folder, publishing, builder, messages, otherPages)))
                .doesNotContain(LINE);
    }

    @Test
    void startingWithTheSamePackPublishesNothing() {
        long number = publishing.number();
        new GuideLibrary(folder, publishing, builder, messages, otherPages);
        assertThat(publishing.number()).isEqualTo(number);
    }

    @Test
    void aBrokenEditionChangesNothingForReaders() {
        publishing.publish(() -> jdbc.sql("update section set path = '/gone' where path = '/safety'")
                .update());

        assertThatThrownBy(other::refresh).isInstanceOf(IllegalStateException.class);

        assertThat(other.edition().section("/safety")).isPresent();
        assertThat(new EditionHealthIndicator(other).health().getStatus().getCode())
                .isEqualTo("UP");
        verify(otherPages, never()).clear();
    }

    @Test
    void onePageIsMadeOfOneEdition() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        Edition begun = other.edition();
        publishing.publish(this::addALine);
        other.refresh();
        assertThat(other.edition()).isSameAs(begun);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        assertThat(other.edition()).isNotSameAs(begun);
    }

    private void addALine() {
        jdbc.sql("update section set lead = lead || ? where path = '/guide/my-limits'")
                .param(" " + LINE)
                .update();
    }

    private static String lead(GuideLibrary of) {
        return of.edition().section("/guide/my-limits").orElseThrow().lead();
    }
}
