package app.ajar.support;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Where the way out leads in the tests: a page on this machine, under another address than the site's own. */
public final class Elsewhere implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String TITLE = "Weather";

    private static final String ADDRESS = start();

    /** The whole address of the page. */
    public static String address() {
        return ADDRESS;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("ajar.leave-for=" + ADDRESS).applyTo(context);
    }

    private static String start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] page = ("<!doctype html><html lang=en><title>" + TITLE + "</title><h1>" + TITLE + "</h1>")
                    .getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/weather";
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
