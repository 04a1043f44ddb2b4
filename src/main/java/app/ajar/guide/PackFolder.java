package app.ajar.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Finds the files of the shipped packs, in the program itself or in the folder that {@code ajar.packs} names. */
@Component
class PackFolder {

    private final String location;

    PackFolder(@Value("${ajar.packs}") String location) {
        this.location = location.endsWith("/") ? location : location + "/";
    }

    List<PackFile> files() {
        ResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            var files = new ArrayList<PackFile>();
            for (String pattern : List.of("*/*.yaml", "*/*/*.md")) {
                for (Resource resource : resolver.getResources(location + pattern)) {
                    files.add(new PackFile(nameOf(resource), resource.getContentAsString(StandardCharsets.UTF_8)));
                }
            }
            if (files.isEmpty()) {
                throw new PackProblem(
                        location, 0, "there is no pack here", "Point ajar.packs at a folder that has en/pack.yaml.");
            }
            return files;
        } catch (IOException problem) {
            throw new PackProblem(
                    location, 0, "no pack can be read here", "Point ajar.packs at a folder that has en/pack.yaml.");
        }
    }

    /** The last folders of the address: language, kind and file, or language and manifest. */
    private static String nameOf(Resource resource) throws IOException {
        String[] steps = resource.getURL().getPath().split("/");
        int kept = resource.getFilename() != null && resource.getFilename().endsWith(".yaml") ? 2 : 3;
        return String.join("/", List.of(steps).subList(steps.length - kept, steps.length));
    }
}
