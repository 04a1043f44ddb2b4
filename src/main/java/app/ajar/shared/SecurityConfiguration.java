package app.ajar.shared;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Readers have no account and no session: everything is open, nothing is remembered. What is left for Security is the
 * token on forms that change something.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Forms that change nothing on the server: they carry a reader's words forward, or leave. */
    private static final String[] CHANGES_NOTHING = {
        "/exit", "/print", "/print/pdf", "/walk", "/words", "/talk", "/notebook/notes/new"
    };

    @Bean
    SecurityFilterChain readers(HttpSecurity http, FormCookies cookies) throws Exception {
        AccessDeniedHandler staleForm = (request, response, denied) -> {
            // Forwarded, not redirected: the words in the form go along, and no address ever holds them.
            response.setStatus(403);
            request.getRequestDispatcher("/notebook/stale").forward(request, response);
        };
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(cookies).ignoringRequestMatchers(CHANGES_NOTHING))
                .exceptionHandling(errors -> errors.accessDeniedHandler(staleForm))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * Fields and headers may be called anything: nobody asks for odd ones, so they do no harm. Refusing them would, since
     * the refusal comes in the middle of a page and quotes them in the log.
     */
    @Bean
    HttpFirewall quietFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(name -> true);
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }

    /** Each filter would be timed at each request, under names that nobody reads; {@code ajar.requests} tells what counts. */
    @Bean
    SecurityObservationSettings quietFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** No users at all: without this bean Boot would make one and print its password. */
    @Bean
    AuthenticationManager nobody() {
        return attempt -> {
            throw new BadCredentialsException("There are no accounts here");
        };
    }
}
