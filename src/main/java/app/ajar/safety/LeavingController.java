package app.ajar.safety;

import app.ajar.shared.ReaderLeft;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The way out: ends what is open on the server, asks the browser to forget, and goes to a page that says nothing. A
 * plain link, so it works without scripts; no token, because leaving must never fail.
 */
@Controller
class LeavingController implements HandlerInterceptor, WebMvcConfigurer {

    private final LeavingSettings settings;
    private final ApplicationEventPublisher events;

    LeavingController(LeavingSettings settings, ApplicationEventPublisher events) {
        this.settings = settings;
        this.events = events;
    }

    @RequestMapping(
            path = "/exit",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
        events.publishEvent(new ReaderLeft(request, response));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Clear-Site-Data", "\"cookies\", \"storage\", \"cache\"")
                .header(HttpHeaders.LOCATION, settings.leaveFor())
                .build();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Every page, those that tell of a problem included, knows where the way out leads. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute("leaveFor", settings.leaveFor());
        return true;
    }
}
