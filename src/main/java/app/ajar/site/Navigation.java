package app.ajar.site;

import app.ajar.guide.Edition;
import app.ajar.guide.GuideLibrary;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What every page's header and footer need: the parts of the guide and the pages about the site. Given as request
 * attributes, which the pages that tell of a problem see too; model attributes would be missing there.
 */
@Component
class Navigation implements HandlerInterceptor, WebMvcConfigurer {

    private final GuideLibrary library;

    Navigation(GuideLibrary library) {
        this.library = library;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Edition edition = library.edition();
        request.setAttribute("parts", edition.parts());
        request.setAttribute("sitePages", edition.sitePages());
        request.setAttribute("inNotebook", request.getRequestURI().startsWith("/notebook"));
        request.setAttribute("answersForm", "POST".equals(request.getMethod()) ? "yes" : null);
        return true;
    }
}
