package app.ajar.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page for anything that went wrong, always as a page: what happened, what is safe, what to do. It is told the status
 * alone, so nothing of the request or of an exception can end up on it.
 */
@Controller
class ErrorPageController implements ErrorController {

    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Somebody who types this address in has asked for a page that is not there.
        int status = told instanceof Integer code ? code : HttpStatus.NOT_FOUND.value();
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Turnstile.RETRY_AFTER_SECONDS);
        }
        model.addAttribute("problemKind", kind(status));
        return "error";
    }

    private static String kind(int status) {
        if (status == HttpStatus.NOT_FOUND.value()) {
            return "missing";
        }
        if (status == HttpStatus.CONTENT_TOO_LARGE.value()) {
            return "large";
        }
        if (status == HttpStatus.REQUEST_TIMEOUT.value()) {
            return "slow";
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            return "busy";
        }
        return status < 500 ? "form" : "broken";
    }
}
