package app.ajar.notebook;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * The store failed where a page did not expect it, as on a full disk: while a pass was looked up, or while the page that
 * tells of another failure was made. Forms are forwarded, not answered here, so that the words in them are given back.
 */
@ControllerAdvice(basePackageClasses = StoreTrouble.class)
class StoreTrouble {

    static final String FIRST = "/notebook/trouble";
    static final String AGAIN = "/notebook/trouble/again";

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    String failed(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        if (!"POST".equals(request.getMethod()) || request.getRequestURI().equals(AGAIN)) {
            model.addAttribute("problemKind", "broken");
            return "error";
        }
        // By then a connection that H2 closed has gone from the pool; if that fails too, a page that needs no store.
        return "forward:" + (request.getRequestURI().equals(FIRST) ? AGAIN : FIRST);
    }
}
