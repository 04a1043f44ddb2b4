package app.ajar.server;

import app.ajar.shared.PageCache;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts the front door in, after the valve that learns from a proxy whether the reader came by TLS (whose customizer has
 * the order 0), and before whatever else is put in.
 */
@Component
@Order(10)
class TomcatSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Any page fits in: a client that reads slowly, or not at all, holds no thread. */
    private static final int SEND_BUFFER = 256 * 1024;

    private final PageCache pages;
    private final Measures measures;

    TomcatSetup(PageCache pages, Measures measures) {
        this.pages = pages;
        this.measures = measures;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new FrontDoor(pages, measures));
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("socket.txBufSize", String.valueOf(SEND_BUFFER)));
    }
}
