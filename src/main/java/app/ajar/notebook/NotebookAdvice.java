package app.ajar.notebook;

import app.ajar.vault.BrokenSealException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What any page of a notebook may meet, where no words were typed that could be lost. */
@ControllerAdvice(basePackageClasses = NotebookAdvice.class)
class NotebookAdvice {

    /** The notebook has closed itself: its first page says so, and how to go on. */
    @ExceptionHandler(OpenNotebookResolver.NotOpenException.class)
    String notOpen() {
        return "redirect:/notebook";
    }

    @ExceptionHandler(BrokenSealException.class)
    @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
    String damaged() {
        return "notebook/damaged";
    }
}
