package app.ajar.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/** Known answers from another program; {@code vault/vectors.py} says how they were made. */
public final class Vectors {

    private static final Properties ALL = new Properties();

    static {
        try (InputStream file = Vectors.class.getResourceAsStream("/vault/vectors.properties")) {
            ALL.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Vectors() {}

    public static String text(String name) {
        return Objects.requireNonNull(ALL.getProperty(name), name);
    }

    public static byte[] bytes(String name) {
        return HexFormat.of().parseHex(text(name));
    }

    public static UUID id(String name) {
        return UUID.fromString(text(name));
    }
}
