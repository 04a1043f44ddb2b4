package app.ajar.safety;

import static org.assertj.core.api.Assertions.assertThat;

import app.ajar.shared.CannotStart;
import app.ajar.support.AjarTest;
import app.ajar.support.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;

@AjarTest
class LeavingTests {

    @LocalServerPort
    private int port;

    @Test
    void followingTheLinkLeadsAwayAndMakesTheBrowserForget() {
        assertLeft(new Visitor(port).get("/exit"));
    }

    @Test
    void leavingByAFormNeedsNoToken() {
        assertLeft(new Visitor(port).post("/exit", "title=&body=half+a+note"));
    }

    private static void assertLeft(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(Visitor.header(response, "Location")).isEqualTo(AjarTest.LEAVE_FOR);
        assertThat(Visitor.header(response, "Clear-Site-Data")).isEqualTo("\"cookies\", \"storage\", \"cache\"");
        assertThat(Visitor.header(response, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(Visitor.header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void everyPageSaysWhereTheWayOutLeads() {
        assertThat(Visitor.text(new Visitor(port).get("/guide")))
                .contains("href=\"/exit\"", "data-target=\"" + AjarTest.LEAVE_FOR + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "weather",
                "/weather",
                "www.example.org",
                "ftp://example.org",
                "javascript:alert(1)",
                "https://",
                "https://a b",
                "https://a\"b"
            })
    void refusesToStartWithAnAddressThatLeadsNowhere(String address) {
        new ApplicationContextRunner()
                .withBean(LeavingSettings.class)
                .withPropertyValues("ajar.leave-for=" + address)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(CannotStart.class)
                        .hasMessage("ajar.leave-for is '%s', which is no whole web address.", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.bbc.co.uk/weather", "http://127.0.0.1:1/weather"})
    void startsWithAWholeAddress(String address) {
        new ApplicationContextRunner()
                .withBean(LeavingSettings.class)
                .withPropertyValues("ajar.leave-for=" + address)
                .run(context -> assertThat(
                                context.getBean(LeavingSettings.class).leaveFor())
                        .isEqualTo(address));
    }
}
