package app.ajar.shared;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Which addresses may have an answer that is the same for everybody: those of {@link PublicPage} handlers, and files
 * whose name carries a hash. Known beforehand, so that nobody ever waits for another reader's private page.
 */
@Component
class PublicAddresses implements Predicate<String> {

    // An address written in another way (%67uide) is never kept: there is no end to such ways.
    private static final Pattern PLAIN_PATH = Pattern.compile("/|(/[a-z0-9-]+){1,3}");
    private static final Pattern HASHED_FILE = Pattern.compile("(/[a-z0-9-]+)+-[0-9a-f]{32}\\.[a-z0-9]+");

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private volatile @Nullable List<PathPattern> pages;

    PublicAddresses(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    @Override
    public boolean test(String path) {
        if (PLAIN_PATH.matcher(path).matches()) {
            PathContainer parsed = PathContainer.parsePath(path);
            return pages().stream().anyMatch(page -> page.matches(parsed));
        }
        return isFile(path);
    }

    static boolean isFile(String path) {
        return HASHED_FILE.matcher(path).matches();
    }

    /** Asked for at the first visit: this filter is made before the handlers are. */
    private List<PathPattern> pages() {
        List<PathPattern> found = pages;
        if (found == null) {
            found = handlers.getObject().getHandlerMethods().entrySet().stream()
                    .filter(handler -> handler.getValue().hasMethodAnnotation(PublicPage.class))
                    .map(handler -> handler.getKey())
                    .map(RequestMappingInfo::getPathPatternsCondition)
                    .filter(Objects::nonNull)
                    .flatMap(paths -> paths.getPatterns().stream())
                    .toList();
            pages = found;
        }
        return found;
    }
}
