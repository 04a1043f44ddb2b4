package app.ajar.guide;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The English guide as it is shipped, for tests that need no program round it. */
public final class EnglishGuide {

    private EnglishGuide() {}

    public static Edition edition() {
        List<PackFile> files = folder().files().stream()
                .filter(file -> file.name().startsWith("en/"))
                .toList();
        return Shelf.of(PackSamples.read("en", files)).edition();
    }

    /** Not that one, but the least that is a guide: a piece of each kind, shame its only barrier, and no safety page. */
    public static Edition small() {
        return Shelf.of(PackSamples.read("en", PackSamples.files("en", 1))).edition();
    }

    /** The small one with this many prompts. */
    public static Edition withPrompts(int count) {
        List<PackFile> files = PackSamples.files("en", 1);
        PackFile prompt = PackSamples.find(files, PackSamples.PROMPT);
        for (int number = 2; number <= count; number++) {
            String slug = "prompt-" + number;
            files = PackSamples.plus(
                    files,
                    new PackFile(
                            prompt.name().replace("worth-it", slug),
                            prompt.text().replace("slug: worth-it", "slug: " + slug)));
        }
        return Shelf.of(PackSamples.read("en", files)).edition();
    }

    static PackFolder folder() {
        return new PackFolder("classpath:packs/");
    }

    /** The app's own words. */
    public static MessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
