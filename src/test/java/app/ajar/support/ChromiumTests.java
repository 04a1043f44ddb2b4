package app.ajar.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChromiumTests {

    private static final Path NAMED = Path.of("/opt/theirs/chrome");
    private static final Path FIRST = Path.of("/usr/bin/chromium");
    private static final Path SECOND = Path.of("/usr/bin/google-chrome");
    private static final Path DOWNLOADED = Path.of("/home/somebody/.cache/ms-playwright/chrome");

    private final FakeMachine machine = new FakeMachine();

    @Test
    void takesTheOneThatIsNamed() {
        machine.named = NAMED.toString();
        machine.running.addAll(Set.of(NAMED, FIRST));
        assertThat(Chromium.on(machine)).isEqualTo(NAMED);
        assertThat(machine.done).isEmpty();
    }

    @Test
    void stopsWhereTheNamedOneIsMissingInsteadOfTakingAnother() {
        machine.named = NAMED.toString();
        machine.running.add(FIRST);
        assertThatThrownBy(() -> Chromium.on(machine))
                .hasMessage("AJAR_CHROMIUM names " + NAMED
                        + ", and no browser starts there: correct it, or unset it to have one looked for.");
        assertThat(machine.done).isEmpty();
    }

    @Test
    void takesAnEmptyNameForNone() {
        machine.named = " ";
        machine.running.add(FIRST);
        assertThat(Chromium.on(machine)).isEqualTo(FIRST);
    }

    @Test
    void takesTheFirstOfTheUsualPlacesThatStarts() {
        machine.running.addAll(Set.of(FIRST, SECOND));
        assertThat(Chromium.on(machine)).isEqualTo(FIRST);
        machine.running.remove(FIRST);
        assertThat(Chromium.on(machine)).isEqualTo(SECOND);
        assertThat(machine.done).isEmpty();
    }

    @Test
    void downloadsOneWhereNoneIsFound() {
        machine.downloads = DOWNLOADED;
        machine.root = true;
        machine.running.add(DOWNLOADED);
        assertThat(Chromium.on(machine)).isEqualTo(DOWNLOADED);
        assertThat(machine.done).containsExactly("download");
    }

    @Test
    void installsThePackageWhereTheDownloadFails() {
        machine.root = true;
        machine.packaged = FIRST;
        assertThat(Chromium.on(machine)).isEqualTo(FIRST);
        assertThat(machine.done).containsExactly("download", "install");
        assertThat(machine.said).hasSize(2).last().asString().contains("apt-get");
    }

    @Test
    void installsThePackageWhereTheDownloadedOneDoesNotStart() {
        machine.root = true;
        machine.downloads = DOWNLOADED;
        machine.packaged = FIRST;
        assertThat(Chromium.on(machine)).isEqualTo(FIRST);
        assertThat(machine.done).containsExactly("download", "install");
    }

    @Test
    void neverInstallsWithoutTheRightTo() {
        machine.packaged = FIRST;
        assertThatThrownBy(() -> Chromium.on(machine)).hasMessage(Chromium.HOW_TO_GET_ONE);
        assertThat(machine.done).containsExactly("download");
    }

    @Test
    void saysInOneSentenceHowToGetOneWhereNoneCanBeHad() {
        machine.root = true;
        assertThatThrownBy(() -> Chromium.on(machine))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The browser tests need Chromium or Chrome, and none was found, downloaded or installed here: "
                                + "install one (on Debian: sudo apt-get install chromium), or set AJAR_CHROMIUM to the path of "
                                + "one, and run this again.");
        assertThat(machine.done).containsExactly("download", "install");
    }

    private static class FakeMachine implements Chromium.Machine {

        @Nullable String named;

        @Nullable Path downloads;

        @Nullable Path packaged;

        boolean root;
        final Set<Path> running = new HashSet<>();
        final List<String> done = new ArrayList<>();
        final List<String> said = new ArrayList<>();

        @Override
        public Optional<String> variable(String name) {
            return name.equals(Chromium.VARIABLE) ? Optional.ofNullable(named) : Optional.empty();
        }

        @Override
        public List<Path> usualPlaces() {
            return List.of(FIRST, SECOND);
        }

        @Override
        public boolean runs(Path program) {
            return running.contains(program);
        }

        @Override
        public Optional<Path> download() {
            done.add("download");
            return Optional.ofNullable(downloads);
        }

        @Override
        public boolean installsPackages() {
            return root;
        }

        @Override
        public void installPackage() {
            done.add("install");
            if (packaged != null) {
                running.add(packaged);
            }
        }

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }
    }
}
