package app.ajar.shared;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tomcat answers some requests on its own, such as TRACE or an address that is not well written, before any filter. Those
 * answers carry the protective headers too.
 */
@Component
class RefusedByServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new ProtectiveHeaders());
    }

    private static final class ProtectiveHeaders extends ValveBase {

        ProtectiveHeaders() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            // What the sender calls its letters may be no charset at all, and the error page would stumble over that.
            request.setCharacterEncoding(StandardCharsets.UTF_8);
            ResponseHeaders.protect(response, request.isSecure());
            getNext().invoke(request, response);
        }
    }
}
