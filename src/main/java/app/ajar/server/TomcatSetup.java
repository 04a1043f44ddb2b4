package app.ajar.server;

import app.ajar.shared.PageCache;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.http11.Http11Nio2Protocol;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the front door in, before whatever else is put in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TomcatSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, SmartLifecycle, DisposableBean {

    /** Any page fits in: a client that reads slowly, or not at all, holds no thread. */
    private static final int SEND_BUFFER = 256 * 1024;

    private static final long LONGEST_END = TimeUnit.SECONDS.toNanos(10);

    private final PageCache pages;
    private final Measures measures;
    private final int mostThreads;
    private final List<WebThreads> threads = new ArrayList<>();
    private volatile boolean running;

    TomcatSetup(PageCache pages, Measures measures, @Value("${server.tomcat.threads.max}") int mostThreads) {
        this.pages = pages;
        this.measures = measures;
        this.mostThreads = mostThreads;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        var workers = new WebThreads(2 * Runtime.getRuntime().availableProcessors(), mostThreads);
        threads.add(workers);
        // NIO's poller hands every request over. Measured, that costs a fifth of an answer from memory.
        factory.setProtocol(Http11Nio2Protocol.class.getName());
        factory.addEngineValves(new FrontDoor(pages, measures, workers));
        factory.addConnectorCustomizers(connector -> {
            connector.getProtocolHandler().setExecutor(workers);
            connector.setProperty("socket.txBufSize", String.valueOf(SEND_BUFFER));
        });
    }

    @Override
    public void start() {
        running = true;
    }

    /**
     * Waits for the last answers. The graceful stop before it knows a request from its filters on, until its servlet is
     * done: neither one that was just read, nor the bytes of an answer on their way.
     */
    @Override
    public void stop() {
        long began = System.nanoTime();
        while (threads.stream().anyMatch(WebThreads::isBusy) && System.nanoTime() - began < LONGEST_END) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After no new request is let in, before the web server goes. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 1;
    }

    /** The web server has stopped by then. */
    @Override
    public void destroy() {
        threads.forEach(WebThreads::close);
    }
}
