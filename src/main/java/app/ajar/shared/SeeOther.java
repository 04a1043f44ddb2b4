package app.ajar.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.PriorityOrdered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/**
 * Redirects after a form are 303, so that a browser never asks whether to send the form again (RFC 9110, 15.4.4). It stands
 * before the resolvers of templates, for all of them would each make a view of it: a tenth of the work of a save.
 */
@Component
class SeeOther implements ViewResolver, PriorityOrdered {

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (!name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) {
            return null;
        }
        return new RedirectView(name.substring(UrlBasedViewResolver.REDIRECT_URL_PREFIX.length()), true, false);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
