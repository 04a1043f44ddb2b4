package app.ajar.notebook;

import app.ajar.vault.PassSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands a controller the notebook that the browser has open. A parameter {@code OpenNotebook} asks for one and is turned
 * away with {@link NotOpenException} where there is none; {@code Optional<OpenNotebook>} takes what there is, and {@link
 * NotebookAtHand} looks only when it is asked.
 */
@Component
class OpenNotebookResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    /** There is no open notebook in this browser, or it has closed itself. */
    static class NotOpenException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Tells the page that it stands in an open notebook, so that it says when that one is about to lock itself. */
    static final String OPEN = "notebookOpen";

    private final Passes passes;
    private final PassCookie cookie;

    OpenNotebookResolver(Passes passes, PassCookie cookie) {
        this.passes = passes;
        this.cookie = cookie;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        return type == OpenNotebook.class || type == NotebookAtHand.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
        Optional<PassSecret> secret = servletRequest == null ? Optional.empty() : cookie.read(servletRequest);
        if (parameter.getParameterType() == NotebookAtHand.class) {
            return new NotebookAtHand(() -> secret.flatMap(passes::recent), () -> open(secret, request));
        }
        Optional<OpenNotebook> open = open(secret, request);
        if (parameter.getParameterType() == Optional.class) {
            return open;
        }
        return open.orElseThrow(NotOpenException::new);
    }

    private Optional<OpenNotebook> open(Optional<PassSecret> secret, NativeWebRequest request) {
        Optional<OpenNotebook> open = secret.flatMap(passes::resume);
        if (open.isPresent()) {
            request.setAttribute(OPEN, true, RequestAttributes.SCOPE_REQUEST);
        }
        return open;
    }
}
