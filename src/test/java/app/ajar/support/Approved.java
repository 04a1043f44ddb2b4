package app.ajar.support;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

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
    private final String command;
    private final Set<String> met = new TreeSet<>();

    /** @param kind the name of the folder in which they lie */
    public Approved(String kind) {
        this(
                Path.of("src/test/resources/approved", kind),
                kind,
                "./mvnw verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dit.test='TreesBrowserTests,PicturesBrowserTests' -Dajar.approve=true");
    }

    /**
     * @param approved the folder in which they lie
     * @param kind the name of the folder for those of now
     * @param command what to run to approve them
     */
    public Approved(Path approved, String kind, String command) {
        this.approved = folder(approved);
        this.now = folder(Path.of("target", kind));
        this.command = command;
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

    /** Compares a picture with the approved one, or approves it; says what is wrong, if anything is. */
    public Optional<String> compare(String name, BufferedImage picture) {
        try {
            Path file = file(name);
            BufferedImage then = Files.exists(file)
                    ? ImageIO.read(file.toFile())
                    : new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
            Likeness likeness = Likeness.of(then, picture);
            if (likeness.isClose()) {
                return Optional.empty();
            }
            if (APPROVE) {
                // One that is close stays as it is, so that approving changes what changed and nothing else.
                ImageIO.write(picture, "png", file.toFile());
                return Optional.empty();
            }
            ImageIO.write(picture, "png", now(name).toFile());
            ImageIO.write(
                    Likeness.difference(then, picture),
                    "png",
                    now("difference-" + name).toFile());
            return Optional.of(howToApprove(name) + " " + likeness);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What to do about something that is not as it was. */
    public String howToApprove(String name) {
        return name + " is not as it was approved. Now: " + now(name) + ". Approved: " + approved.resolve(name)
                + ". If it is meant to be so, run " + command;
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
