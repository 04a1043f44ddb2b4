package app.ajar.bench;

import java.time.Instant;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** A bare JPA insert form: a text comes in, becomes a row, and the browser is sent on. Nothing is checked or sealed. */
@SpringBootApplication
public class InsertForm {

    @Controller
    static class Form {

        private final Entries entries;

        Form(Entries entries) {
            this.entries = entries;
        }

        @PostMapping("/")
        RedirectView save(@RequestParam String text) {
            entries.save(new Entry(text, Instant.now()));
            var next = new RedirectView("/");
            next.setStatusCode(HttpStatus.SEE_OTHER);
            return next;
        }
    }

    public static void main(String[] args) {
        SpringApplication.run(InsertForm.class, args);
    }
}
