package app.ajar.notebook;

import app.ajar.vault.PassSecret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The one cookie of a reader with an open notebook. It holds the notebook's random id, a random secret and nothing about
 * them, no script can read it, and it goes when the browser is closed.
 */
@Component
class PassCookie {

    // Browsers take the __Host- prefix only over TLS; without it, http://localhost would never get a cookie.
    private static final String NAME_UNDER_TLS = "__Host-pass";
    private static final String NAME = "pass";

    Optional<PassSecret> read(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(name(request))) {
                return PassSecret.fromCookie(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    void write(PassSecret secret, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(request, secret.cookieText()).build().toString());
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(request, "").maxAge(Duration.ZERO).build().toString());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/");
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? NAME_UNDER_TLS : NAME;
    }
}
