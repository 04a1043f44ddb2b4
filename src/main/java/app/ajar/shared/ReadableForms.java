package app.ajar.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a form before anybody else does. Tomcat's complaint about one that is too large or not in UTF-8 quotes what was
 * typed, and would be logged with it; here it becomes a plain 4xx page and the quote goes nowhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class ReadableForms extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int refused = 0;
        try {
            request.getParameterMap();
        } catch (InvalidParameterException unreadable) {
            refused = unreadable.getErrorCode();
        } catch (IllegalStateException unreadable) {
            refused = HttpStatus.BAD_REQUEST.value();
        }
        if (refused == 0) {
            chain.doFilter(request, response);
        } else {
            response.sendError(refused);
        }
    }
}
