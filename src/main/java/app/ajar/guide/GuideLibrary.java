package app.ajar.guide;

import app.ajar.shared.PageCache;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The published guide. When the program starts it takes over any pack that is new and reads the store once; after that,
 * reading asks nothing of the store. {@link #refresh()} reads it again when another edition was published there.
 */
@Component
public class GuideLibrary {

    private static final String DEFAULT_LANGUAGE = "en";
    private static final String IN_THIS_REQUEST = GuideLibrary.class.getName();
    private static final int TRIES = 5;

    private record Published(long number, Map<String, Edition> editions) {}

    private final Publishing publishing;
    private final EditionBuilder builder;
    private final PageCache pages;
    private final List<String> languages;
    private volatile Published published;

    /** @throws PackProblem for a pack that cannot be used: the program must not start with half a guide */
    GuideLibrary(
            PackFolder folder, Publishing publishing, EditionBuilder builder, MessageSource messages, PageCache pages) {
        this.publishing = publishing;
        this.builder = builder;
        this.pages = pages;
        List<PackFile> all = folder.files();
        this.languages = List.copyOf(PackReader.languages(all));
        if (!languages.contains(DEFAULT_LANGUAGE)) {
            throw new PackProblem(
                    DEFAULT_LANGUAGE + "/" + PackReader.MANIFEST,
                    0,
                    "there is no pack in the default language",
                    "Add it, or point ajar.packs at a folder that has it.");
        }
        for (String language : languages) {
            List<PackFile> files = all.stream()
                    .filter(file -> file.name().startsWith(language + "/"))
                    .toList();
            publishing.takeOver(language, PackReader.checksumOf(files), () -> {
                Locale locale = Locale.forLanguageTag(language);
                return new PackReader(heading -> messages.getMessage(heading, null, locale)).read(language, files);
            });
        }
        this.published = read();
    }

    /** What readers see now, in the default language. All that is asked within one request is of one edition. */
    public Edition edition() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return newest();
        }
        if (request.getAttribute(IN_THIS_REQUEST, RequestAttributes.SCOPE_REQUEST) instanceof Edition begun) {
            return begun;
        }
        Edition newest = newest();
        request.setAttribute(IN_THIS_REQUEST, newest, RequestAttributes.SCOPE_REQUEST);
        return newest;
    }

    /**
     * Shows the edition that is in the store, if it is another than the one shown. One that cannot be read changes
     * nothing.
     *
     * @return whether another is shown now
     * @throws RuntimeException if the store cannot be asked, or what is there is broken
     */
    boolean refresh() {
        if (publishing.number() == published.number()) {
            return false;
        }
        published = read();
        pages.clear();
        return true;
    }

    private Edition newest() {
        Edition edition = published.editions().get(DEFAULT_LANGUAGE);
        if (edition == null) {
            throw new IllegalStateException("There is no pack for the default language " + DEFAULT_LANGUAGE);
        }
        return edition;
    }

    private Published read() {
        for (int tried = 0; tried < TRIES; tried++) {
            long number = publishing.number();
            var editions = new HashMap<String, Edition>();
            for (String language : languages) {
                editions.put(language, whole(builder.build(language)));
            }
            // Else something was published meanwhile, and half of this may be of before.
            if (publishing.number() == number) {
                return new Published(number, Map.copyOf(editions));
            }
        }
        throw new IllegalStateException("The guide changes faster than it can be read");
    }

    private static Edition whole(Edition edition) {
        if (edition.parts().isEmpty() || edition.section("/safety").isEmpty()) {
            throw new IllegalStateException("The edition in " + edition.language() + " has no safety page or no guide");
        }
        return edition;
    }
}
