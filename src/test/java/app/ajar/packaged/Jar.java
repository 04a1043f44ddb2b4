package app.ajar.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program as people run it: {@code target/ajar.jar}, laid out by {@code src/deploy/start-cache}, in a process of its
 * own, on a free port.
 *
 * <pre>{@code
 * try (Jar ajar = Jar.in(home).with("--ajar.notebook.idle=5m").jvm("-Xmx128m").start()) {
 *     var reader = new PackagedReader(ajar.address());
 *     ajar.kill();
 * }
 * }</pre>
 *
 * <p>What the program prints goes to a file under {@code target/packaged}, which {@link #said()} reads.
 */
public final class Jar implements AutoCloseable {

    static final Path PACKAGED = Path.of("target", "ajar.jar").toAbsolutePath();
    private static final Path OUTPUT = Path.of("target", "packaged");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    /** How to run it; each method adds to what was said before. */
    public static final class Way {

        // A fast start matters more than the last bit of speed: the tests start it dozens of times.
        private final List<String> jvm = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
        private final List<String> arguments = new ArrayList<>();
        private final Map<String, String> environment = new HashMap<>();
        private boolean ordinary;

        /** Arguments of the program, such as {@code --server.port=0} (which is there already). */
        public Way with(String... more) {
            arguments.addAll(List.of(more));
            return this;
        }

        /** Options of the virtual machine, such as {@code -Xmx128m}. */
        public Way jvm(String... more) {
            jvm.addAll(List.of(more));
            return this;
        }

        /** As {@code java -jar} alone starts it, instead of from what {@code start-cache} laid out. */
        public Way ordinary() {
            ordinary = true;
            return this;
        }

        public Way environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** Starts it and waits until it says that it is ready. */
        public Jar start() {
            var options = new ArrayList<>(arguments);
            if (arguments.stream().noneMatch(option -> option.startsWith("--server.port="))) {
                options.add("--server.port=0");
            }
            var jar = new Jar(launch(options));
            try {
                jar.awaitReady();
            } catch (RuntimeException | Error notReady) {
                jar.kill();
                throw notReady;
            }
            return jar;
        }

        /** Runs it with these words in front of the other arguments, and waits until it ends. */
        public Ended run(String... words) {
            var options = new ArrayList<>(List.of(words));
            options.addAll(arguments);
            try (var jar = new Jar(launch(options))) {
                if (!jar.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new AssertionError("It did not end: " + jar.said());
                }
                return new Ended(jar.process.exitValue(), jar.said());
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
        }

        private Launched launch(List<String> options) {
            assertPackaged();
            var command = new ArrayList<String>();
            if (ordinary) {
                command.add(JAVA.toString());
                command.addAll(jvm);
                command.addAll(List.of("-jar", PACKAGED.toString()));
            } else {
                command.add(LaidOut.START.toString());
            }
            command.addAll(options);
            try {
                Path output = Files.createTempFile(Files.createDirectories(OUTPUT), "said-", ".log");
                var builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().put("AJAR_JAVA_OPTIONS", String.join(" ", jvm));
                builder.environment().putAll(environment);
                return new Launched(builder.start(), output);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }

    private static void assertPackaged() {
        assertThat(PACKAGED)
                .as("the packaged program: run ./mvnw package first")
                .exists();
    }

    /** Once for all tests of a run. */
    private static final class LaidOut {

        static final Path START = layOut();

        private static Path layOut() {
            assertPackaged();
            try {
                Path folder = Files.createTempDirectory(Files.createDirectories(OUTPUT), "laid-out-");
                Path said = folder.resolve("said.log");
                var builder = new ProcessBuilder("src/deploy/start-cache", PACKAGED.toString(), folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
                builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
                Process process = builder.start();
                boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(ended && process.exitValue() == 0)
                        .as(Files.readString(said))
                        .isTrue();
                return folder.resolve("start").toAbsolutePath();
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
        }
    }

    /** What was left of a run that has ended. */
    public record Ended(int code, String said) {}

    private record Launched(Process process, Path output) {}

    private final Process process;
    private final Path output;
    private int port;

    private Jar(Launched launched) {
        process = launched.process();
        output = launched.output();
    }

    /** A way to run it with its data in this folder. */
    public static Way in(Path home) {
        return new Way().with("--ajar.home=" + home.toAbsolutePath());
    }

    /** A way to run it that says nothing about where its data is, as with another database. */
    public static Way anywhere() {
        return new Way();
    }

    /** Where it answers, without a slash at the end. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    public Process process() {
        return process;
    }

    /** Everything it has printed until now. */
    public String said() {
        try {
            return Files.readString(output);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Ends it without warning, as a power cut does (SIGKILL). */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        join();
    }

    /** Asks it to end, and waits until it has. */
    public void stop() {
        process.destroy();
        join();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    /** Waits until something is so; fails with these words if it takes longer. */
    public void await(String what, Duration atMost, BooleanSupplier so) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!so.getAsBoolean()) {
            try {
                // Waiting for the process instead of sleeping: one that has ended is noticed at once.
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("The program ended, waiting for: " + what + "\n" + said());
                }
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + atMost + ": " + what + "\n" + said());
            }
        }
    }

    private void awaitReady() {
        await("its port", PATIENCE, () -> {
            Matcher told = PORT.matcher(said());
            if (told.find()) {
                port = Integer.parseInt(told.group(1));
            }
            return port > 0;
        });
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest asked = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        await("readiness", PATIENCE, () -> {
            try {
                return client.send(asked, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
        });
    }

    private void join() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("It did not end: " + said());
            }
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static IllegalStateException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(stopped);
    }
}
