package app.ajar.site;

import app.ajar.guide.Edition;
import app.ajar.guide.GuideLibrary;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page's header and footer need: the parts of the guide and the pages about the site. */
@ControllerAdvice(annotations = Controller.class)
class Navigation {

    private final GuideLibrary library;

    Navigation(GuideLibrary library) {
        this.library = library;
    }

    @ModelAttribute
    void links(Model model, HttpServletRequest request) {
        Edition edition = library.edition();
        model.addAttribute("parts", edition.parts());
        model.addAttribute("sitePages", edition.sitePages());
        model.addAttribute("inNotebook", request.getRequestURI().startsWith("/notebook"));
    }
}
