package app.ajar.guide;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The published guide. When the program starts it takes over any pack that is new and reads the store once; after that,
 * reading asks nothing of the store.
 */
@Component
public class GuideLibrary {

    private static final String DEFAULT_LANGUAGE = "en";

    private final Map<String, Edition> editions = new HashMap<>();

    /** @throws PackProblem for a pack that cannot be used: the program must not start with half a guide */
    GuideLibrary(PackFolder folder, PackApplier applier, EditionBuilder builder, MessageSource messages) {
        List<PackFile> all = folder.files();
        if (!PackReader.languages(all).contains(DEFAULT_LANGUAGE)) {
            throw new PackProblem(
                    DEFAULT_LANGUAGE + "/" + PackReader.MANIFEST,
                    0,
                    "there is no pack in the default language",
                    "Add it, or point ajar.packs at a folder that has it.");
        }
        for (String language : PackReader.languages(all)) {
            List<PackFile> files = all.stream()
                    .filter(file -> file.name().startsWith(language + "/"))
                    .toList();
            if (!applier.isCurrent(language, PackReader.checksumOf(files))) {
                Locale locale = Locale.forLanguageTag(language);
                var reader = new PackReader(heading -> messages.getMessage(heading, null, locale));
                applier.apply(reader.read(language, files));
            }
            editions.put(language, builder.build(language));
        }
    }

    /** What readers see now, in the default language. */
    public Edition edition() {
        Edition edition = editions.get(DEFAULT_LANGUAGE);
        if (edition == null) {
            throw new IllegalStateException("There is no pack for the default language " + DEFAULT_LANGUAGE);
        }
        return edition;
    }
}
