package app.ajar.support;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine that the tests run on. */
public final class ThisMachine implements Chromium.Machine {

    /** Keeps Playwright from downloading three browsers on its own. */
    static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static final Duration TO_START = Duration.ofSeconds(30);
    private static final Duration TO_DOWNLOAD = Duration.ofMinutes(5);
    private static final Duration TO_INSTALL = Duration.ofMinutes(10);

    private final Playwright playwright;

    ThisMachine(Playwright playwright) {
        this.playwright = playwright;
    }

    /** Whether the tests run as root. */
    public static boolean root() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
            return false;
        }
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    @Override
    public List<Path> usualPlaces() {
        var places = new ArrayList<Path>();
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        for (String name : names) {
            Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/bin", "/snap/bin"))
                    .filter(folder -> !folder.isBlank())
                    .map(folder -> Path.of(folder, name))
                    .forEach(places::add);
        }
        for (String home :
                List.of("", Optional.ofNullable(System.getenv("HOME")).orElse(""))) {
            places.add(Path.of(home + "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
            places.add(Path.of(home + "/Applications/Chromium.app/Contents/MacOS/Chromium"));
        }
        for (String root : List.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")) {
            Optional.ofNullable(System.getenv(root)).ifPresent(folder -> {
                places.add(Path.of(folder, "Google", "Chrome", "Application", "chrome.exe"));
                places.add(Path.of(folder, "Chromium", "Application", "chrome.exe"));
            });
        }
        return places.stream().distinct().toList();
    }

    @Override
    public boolean runs(Path program) {
        if (!Files.isExecutable(program) || Files.isDirectory(program)) {
            return false;
        }
        // On Windows asking for the version opens a window; elsewhere it unmasks a stub that only names a package.
        return windows() || run(new ProcessBuilder(program.toString(), "--version"), TO_START);
    }

    @Override
    public Optional<Path> download() {
        ProcessBuilder install =
                Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
        install.command().addAll(List.of("install", "--no-shell", "chromium"));
        install.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
        return run(install, TO_DOWNLOAD)
                ? Optional.of(Path.of(playwright.chromium().executablePath()))
                : Optional.empty();
    }

    @Override
    public boolean installsPackages() {
        return root() && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    @Override
    public void installPackage() {
        List<List<String>> steps = List.of(
                List.of("apt-get", "-q", "update"),
                List.of("apt-get", "-q", "install", "-y", "--no-install-recommends", "chromium"));
        for (List<String> step : steps) {
            var process = new ProcessBuilder(step);
            process.environment().put("DEBIAN_FRONTEND", "noninteractive");
            run(process, TO_INSTALL);
        }
    }

    @Override
    public void say(String sentence) {
        System.out.println(sentence);
    }

    private static boolean windows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Whether it ended well within the time; what it says goes to a file that is named if it did not. */
    private static boolean run(ProcessBuilder builder, Duration atMost) {
        try {
            Path said = Files.createTempFile(Files.createDirectories(Path.of("target")), "chromium-", ".log");
            Process process = builder.redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(devNull()))
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                System.out.println(builder.command() + " took longer than " + atMost + ": see " + said);
                return false;
            }
            if (process.exitValue() != 0) {
                System.out.println(builder.command() + " ended with " + process.exitValue() + ": see " + said);
                return false;
            }
            Files.delete(said);
            return true;
        } catch (IOException notThere) {
            System.out.println(builder.command() + " does not start: " + notThere.getMessage());
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static File devNull() {
        return new File(windows() ? "NUL" : "/dev/null");
    }
}
