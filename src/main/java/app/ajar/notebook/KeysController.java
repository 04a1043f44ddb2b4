package app.ajar.notebook;

import app.ajar.attempts.Attempts;
import app.ajar.attempts.TooManyAttemptsException;
import app.ajar.vault.KeyWords;
import app.ajar.vault.PassSecret;
import app.ajar.vault.Passphrase;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What opens the notebook: its key words, seen once more or changed, and a passphrase beside them. */
@Controller
@RequestMapping("/notebook/keys")
class KeysController {

    private static final String CHANGE = "notebook/change-words";
    private static final String PHRASE = "notebook/phrase";

    private final Notebooks notebooks;
    private final Passes passes;
    private final PassCookie cookie;
    private final PhraseRules rules;
    private final Attempts attempts;

    KeysController(Notebooks notebooks, Passes passes, PassCookie cookie, PhraseRules rules, Attempts attempts) {
        this.notebooks = notebooks;
        this.passes = passes;
        this.cookie = cookie;
        this.rules = rules;
        this.attempts = attempts;
    }

    @GetMapping
    String show(
            OpenNotebook notebook,
            @RequestParam Optional<String> added,
            @RequestParam Optional<String> removed,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("done", added.isPresent() ? "added" : removed.isPresent() ? "removed" : null);
        model.addAttribute("keyWords", passes.words(notebook, secret(request)));
        model.addAttribute("hasPhrase", notebooks.hasPhrase(notebook));
        model.addAttribute("devices", passes.devices(notebook, secret(request)).size());
        return "notebook/keys";
    }

    @GetMapping("/change")
    String aboutChange(OpenNotebook notebook, Model model) {
        return change(notebook, model);
    }

    @PostMapping("/change")
    String change(
            OpenNotebook notebook,
            @RequestParam(defaultValue = "") String sure,
            @RequestParam(defaultValue = "") String turn,
            @RequestParam(name = "phrase-too", defaultValue = "") String phraseToo,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean withPhrase = phraseToo.equals("yes");
        model.addAttribute("sure", sure.equals("yes"));
        model.addAttribute("phraseToo", withPhrase);
        if (!sure.equals("yes")) {
            refuse("words-unsure", HttpStatus.UNPROCESSABLE_CONTENT, response, model);
            return change(notebook, model);
        }
        Optional<KeyWords> fresh;
        try {
            attempts.take(request);
            fresh = notebooks.changeWords(notebook, secret(request), turn, withPhrase);
        } catch (TooManyAttemptsException tooMany) {
            refuse("too-many", HttpStatus.TOO_MANY_REQUESTS, response, model);
            NotebookController.refuseForNow(tooMany, response);
            return change(notebook, model);
        } catch (TooBusyException busy) {
            refuse("busy", HttpStatus.SERVICE_UNAVAILABLE, response, model);
            return change(notebook, model);
        } catch (DataAccessException | TransactionException trouble) {
            refuse("words-trouble", HttpStatus.SERVICE_UNAVAILABLE, response, model);
            return change(notebook, model);
        }
        // Sent twice, or loaded again: the words that the first one drew are shown, and none are drawn unseen.
        List<String> words = fresh.map(KeyWords::words).orElseGet(() -> passes.words(notebook, secret(request)));
        if (words.isEmpty()) {
            refuse("words-changed", HttpStatus.CONFLICT, response, model);
            return change(notebook, model);
        }
        model.addAttribute("keyWords", words);
        model.addAttribute("changed", fresh.isPresent() ? "changed" : "again");
        return "notebook/words";
    }

    private String change(OpenNotebook notebook, Model model) {
        model.addAttribute("turn", notebooks.turn(notebook));
        model.addAttribute("hasPhrase", notebooks.hasPhrase(notebook));
        return CHANGE;
    }

    @GetMapping("/passphrase")
    String aboutPhrase(OpenNotebook notebook, Model model) {
        return phrase(notebook, model);
    }

    @PostMapping("/passphrase")
    String setPhrase(
            OpenNotebook notebook,
            @RequestParam(name = "passphrase", defaultValue = "") String typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("typed", typed);
        String problem = rules.problemWith(typed).orElse(null);
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (problem == null) {
            try {
                Passphrase phrase = Passphrase.read(typed).orElseThrow();
                // Counted like trying to open one: it, too, could be used to find out what opens another notebook.
                attempts.take(request);
                if (notebooks.setPhrase(notebook, secret(request), phrase)) {
                    return "redirect:/notebook/keys?added";
                }
                // Somebody else thought of it too. To say so would tell what opens another notebook.
                problem = "phrase-guessable";
            } catch (TooManyAttemptsException tooMany) {
                problem = "too-many";
                status = HttpStatus.TOO_MANY_REQUESTS;
                NotebookController.refuseForNow(tooMany, response);
            } catch (TooBusyException busy) {
                problem = "busy";
                status = HttpStatus.SERVICE_UNAVAILABLE;
            } catch (DataAccessException | TransactionException trouble) {
                problem = "trouble";
                status = HttpStatus.SERVICE_UNAVAILABLE;
            }
        }
        refuse(problem, status, response, model);
        model.addAttribute("length", Passphrase.length(typed));
        return phrase(notebook, model);
    }

    @PostMapping("/passphrase/remove")
    String removePhrase(
            OpenNotebook notebook,
            @RequestParam(name = "have-words", defaultValue = "") String haveWords,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!haveWords.equals("yes")) {
            refuse("phrase-unsure", HttpStatus.UNPROCESSABLE_CONTENT, response, model);
            return phrase(notebook, model);
        }
        notebooks.removePhrase(notebook, secret(request));
        return "redirect:/notebook/keys?removed";
    }

    private String phrase(OpenNotebook notebook, Model model) {
        model.addAttribute("hasPhrase", notebooks.hasPhrase(notebook));
        return PHRASE;
    }

    private static void refuse(String problem, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("problem", problem);
    }

    private PassSecret secret(HttpServletRequest request) {
        return cookie.read(request).orElseThrow(OpenNotebookResolver.NotOpenException::new);
    }
}
