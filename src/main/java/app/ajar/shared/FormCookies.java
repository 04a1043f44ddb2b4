package app.ajar.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps the token of a form in a cookie that no script can read. The cookie is set when a page prints the token, so a
 * reader who opens no such page gets none. Under TLS its name has the {@code __Host-} prefix, which a sister site
 * cannot overwrite; on plain http, where browsers refuse that prefix, a plain name.
 */
@Component
class FormCookies implements CsrfTokenRepository {

    private final CookieCsrfTokenRepository secure = repository("__Host-form", true);
    private final CookieCsrfTokenRepository plain = repository("form", false);

    private static CookieCsrfTokenRepository repository(String name, boolean underTls) {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName(name);
        repository.setCookiePath("/");
        repository.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(underTls).sameSite("Strict"));
        return repository;
    }

    @EventListener
    void readerLeft(ReaderLeft left) {
        saveToken(null, left.request(), left.response());
    }

    private CsrfTokenRepository fitting(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return fitting(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        fitting(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return fitting(request).loadToken(request);
    }
}
