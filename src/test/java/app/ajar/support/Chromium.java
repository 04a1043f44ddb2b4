package app.ajar.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the Chromium that the browser tests run in: the one that {@value #VARIABLE} names, else one in the usual places,
 * else the one that Playwright downloads, else the system's own package. Where there is none it says how to get one:
 * a browser test that was skipped would look like one that passed.
 */
final class Chromium {

    static final String VARIABLE = "AJAR_CHROMIUM";

    static final String HOW_TO_GET_ONE = "The browser tests need Chromium or Chrome, and none was found, downloaded or "
            + "installed here: install one (on Debian: sudo apt-get install chromium), or set " + VARIABLE
            + " to the path of one, and run this again.";

    /** What the search asks of the machine that it runs on. */
    interface Machine {

        Optional<String> variable(String name);

        /** Where browsers lie, the likeliest first. */
        List<Path> usualPlaces();

        /** Whether this is a browser that starts; a file that is not there does not. */
        boolean runs(Path program);

        /** The browser that Playwright's driver downloads; empty where it cannot. */
        Optional<Path> download();

        /** Whether the system's packages can be installed without asking anybody. */
        boolean installsPackages();

        /** Installs the system's package; whether it worked shows in the usual places. */
        void installPackage();

        void say(String sentence);
    }

    private Chromium() {}

    /** @throws IllegalStateException if there is none to be had, with how to get one */
    static Path on(Machine machine) {
        Optional<Path> named =
                machine.variable(VARIABLE).filter(path -> !path.isBlank()).map(Path::of);
        if (named.isPresent()) {
            // Whoever names a browser wants that one: going on to another would hide the slip.
            return named.filter(machine::runs)
                    .orElseThrow(() -> new IllegalStateException(VARIABLE + " names " + named.get()
                            + ", and no browser starts there: correct it, or unset it to have one looked for."));
        }
        return found(machine)
                .or(() -> downloaded(machine))
                .or(() -> installed(machine))
                .orElseThrow(() -> new IllegalStateException(HOW_TO_GET_ONE));
    }

    private static Optional<Path> found(Machine machine) {
        return machine.usualPlaces().stream().filter(machine::runs).findFirst();
    }

    private static Optional<Path> downloaded(Machine machine) {
        machine.say("No Chromium in the usual places: downloading the one that Playwright knows.");
        // A download can succeed on a system that lacks the libraries to start it.
        return machine.download().filter(machine::runs);
    }

    private static Optional<Path> installed(Machine machine) {
        if (!machine.installsPackages()) {
            return Optional.empty();
        }
        machine.say("No Chromium could be downloaded: installing the package with apt-get, as this runs as root.");
        machine.installPackage();
        return found(machine);
    }
}
