package app.ajar.notebook;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands out the list of key words, which is no secret, so that a page can help with typing without telling anybody what is
 * typed. The list is frozen, so a browser may keep it.
 */
@Configuration(proxyBeanMethods = false)
class KeyWordFile implements WebMvcConfigurer {

    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/key-words/*.txt")
                .addResourceLocations("classpath:/key-words/")
                .setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable());
    }
}
