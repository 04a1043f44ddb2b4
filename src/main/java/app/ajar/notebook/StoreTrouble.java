package app.ajar.notebook;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * The store failed where a page did not expect it, as on a full disk: while a pass was looked up, or while the page that
 * tells of another failure was made. Forms are forwarded, not answered here, so that the words in them are given back. It
 * stands before what answers for the whole site, which knows no forms.
 */
@ControllerAdvice(basePackageClasses = StoreTrouble.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class StoreTrouble {

    static final String FIRST = "/notebook/trouble";
    static final String AGAIN = "/notebook/trouble/again";

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    String failed(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!"POST".equals(request.getMethod()) || request.getRequestURI().equals(AGAIN)) {
            return page(response, model);
        }
        // By then a connection that H2 closed has gone from the pool; if that fails too, a page that needs no store.
        return "forward:" + (request.getRequestURI().equals(FIRST) ? AGAIN : FIRST);
    }

    /** Says that it is our fault, where no words have to be given back. */
    static String page(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        model.addAttribute("problemKind", "broken");
        return "error";
    }

    /** Nobody has trouble by asking for it: to a browser the addresses that forms are forwarded to do not exist. */
    static boolean askedFor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.FORWARD) {
            return false;
        }
        response.sendError(HttpStatus.NOT_FOUND.value());
        return true;
    }
}
