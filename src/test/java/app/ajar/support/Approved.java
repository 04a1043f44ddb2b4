package app.ajar.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How pages were when somebody last looked at them and found them right. Whoever changed pages on purpose looks at what is
 * written under {@code target}, and then takes them as they are now for right:
 * {@code ./mvnw verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test='TreesBrowserTests,PicturesBrowserTests'
 * -Dajar.approve=true}
 */
public final class Approved {

    public static final boolean APPROVE = Boolean.getBoolean("ajar.approve");

    private final Path approved;
    private final Path now;
    private final Set<String> met = new TreeSet<>();

    /** @param kind the name of the folder in which they lie */
    public Approved(String kind) {
        approved = folder(Path.of("src/test/resources/approved", kind));
        now = folder(Path.of("target", kind));
    }

    /** The file that was approved; it need not be there. */
    public Path file(String name) {
        if (!met.add(name)) {
            throw new IllegalArgumentException("Two pages go by the name " + name);
        }
        return approved.resolve(name);
    }

    /** Where to put what is there now, for somebody to look at. */
    public Path now(String name) {
        return now.resolve(name);
    }

    /** Approved files that nothing asked for any more; whoever approves is rid of them. */
    public Set<String> leftOver() {
        try (Stream<Path> files = Files.list(approved)) {
            Set<String> left = files.map(file -> file.getFileName().toString())
                    .filter(name -> !met.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (APPROVE) {
                for (String name : left) {
                    Files.delete(approved.resolve(name));
                }
                return Set.of();
            }
            return left;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What to do about something that is not as it was. */
    public String howToApprove(String name) {
        return name + " is not as it was approved. Now: " + now(name) + ". Approved: " + approved.resolve(name)
                + ". If it is meant to be so, run ./mvnw verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dit.test='TreesBrowserTests,PicturesBrowserTests' -Dajar.approve=true";
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
