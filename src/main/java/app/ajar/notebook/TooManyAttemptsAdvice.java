package app.ajar.notebook;

import app.ajar.attempts.TooManyAttemptsException;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The answer of pages on which nothing was typed that could be lost. Where something was, they catch it themselves. */
@ControllerAdvice
class TooManyAttemptsAdvice {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String tooMany(TooManyAttemptsException tooMany, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.retryAfterSeconds()));
        return "notebook/too-many";
    }
}
