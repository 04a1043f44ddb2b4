package app.ajar.notebook;

import app.ajar.vault.PassSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the notebook is open, and closing it everywhere else. Nothing is known of a device but two times. */
@Controller
@RequestMapping("/notebook/devices")
class DevicesController {

    /** One line of the page: moments for a script, and the same in words for where there is none. */
    record Line(boolean here, Instant openedAt, String openedShown, Instant lastUsedAt, String lastUsedShown) {}

    private final Passes passes;
    private final PassCookie cookie;
    private final NotebookList list;

    DevicesController(Passes passes, PassCookie cookie, NotebookList list) {
        this.passes = passes;
        this.cookie = cookie;
        this.list = list;
    }

    @GetMapping
    String show(
            OpenNotebook notebook,
            @RequestParam Optional<String> closed,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        List<Line> lines = passes.devices(notebook, secret(request)).stream()
                .map(device -> new Line(
                        device.here(),
                        device.openedAt(),
                        list.shown(device.openedAt(), locale),
                        device.lastUsedAt(),
                        list.shown(device.lastUsedAt(), locale)))
                .toList();
        model.addAttribute("devices", lines);
        model.addAttribute("closed", closed.isPresent());
        return "notebook/devices";
    }

    @PostMapping("/close-others")
    String closeOthers(OpenNotebook notebook, HttpServletRequest request) {
        passes.closeOthers(notebook, secret(request));
        return "redirect:/notebook/devices?closed";
    }

    private PassSecret secret(HttpServletRequest request) {
        return cookie.read(request).orElseThrow(OpenNotebookResolver.NotOpenException::new);
    }
}
