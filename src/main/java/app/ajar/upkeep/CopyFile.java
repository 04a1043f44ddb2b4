package app.ajar.upkeep;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.h2.engine.Constants;

/**
 * A copy of the store in one file, as ADR 8 has it: a ZIP with {@value #MANIFEST} first and {@value #DATABASE} second,
 * whose comment, the last {@value #SEAL} bytes, is the SHA-256 in lower-case hex of all bytes before it. A bit that
 * changed anywhere is noticed. Only the owner can read it.
 */
final class CopyFile {

    static final String DATABASE = "ajar.mv.db";
    static final String MANIFEST = "manifest.properties";
    static final int FORMAT = 1;

    private static final int SEAL = 64;

    private CopyFile() {}

    /** Where the bytes of the database come from. */
    interface Content {
        void writeTo(OutputStream out) throws IOException, Refusal;
    }

    /** Writes the copy beside its final name and moves it there when it is whole and on the disk. */
    static void write(Path file, Content content) throws IOException, Refusal {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            Files.createFile(part, ownerOnly(part));
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
                zip.setComment("0".repeat(SEAL));
                zip.putNextEntry(new ZipEntry(MANIFEST));
                zip.write(
                        ("format=" + FORMAT + "\nh2=" + Constants.VERSION + "\n").getBytes(StandardCharsets.US_ASCII));
                zip.closeEntry();
                zip.putNextEntry(new ZipEntry(DATABASE));
                content.writeTo(zip);
                zip.closeEntry();
                zip.finish();
                zip.flush();
                long sealed = channel.size() - SEAL;
                channel.write(ByteBuffer.wrap(seal(part, sealed).getBytes(StandardCharsets.US_ASCII)), sealed);
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Checks every byte of a copy and puts the database in it into a new file.
     *
     * @throws Refusal if it is not a copy, was damaged, or is of a newer format
     */
    static void read(Path file, Path database) throws IOException, Refusal {
        try (InputStream in = Files.newInputStream(file)) {
            if (in.read() != 'P' || in.read() != 'K') {
                throw new Refusal(file + " is not a copy that Ajar made, or its beginning is damaged.");
            }
        }
        long sealed = Files.size(file) - SEAL;
        if (sealed < 0 || !seal(file, sealed).equals(end(file, sealed))) {
            throw new Refusal(file + " is damaged, or is not a copy that Ajar made.");
        }
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            enter(zip, MANIFEST, file);
            var manifest = new Properties();
            manifest.load(zip);
            String format = manifest.getProperty("format", "");
            if (!format.equals(String.valueOf(FORMAT))) {
                throw new Refusal(
                        file + " was made by a newer Ajar (format " + format + "); restore it with that one.");
            }
            enter(zip, DATABASE, file);
            Files.createFile(database, ownerOnly(database));
            try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
                zip.transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
        } catch (ZipException | EOFException broken) {
            throw new Refusal(file + " is damaged, or is not a copy that Ajar made.");
        }
    }

    /** Rights for the owner alone, where the system knows such rights. */
    static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** A new name is on the disk once its folder is. Not every system can force a folder. */
    static void forceFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // Windows opens no folders; its moves are written through.
            return;
        }
    }

    private static void enter(ZipInputStream zip, String name, Path file) throws IOException, Refusal {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new Refusal(file + " is not a copy that Ajar made.");
        }
    }

    private static String seal(Path file, long length) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            var buffer = new byte[1 << 16];
            for (long left = length; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException();
                }
                left -= read;
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }

    private static String end(Path file, long from) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer end = ByteBuffer.allocate(SEAL);
            channel.read(end, from);
            return new String(end.array(), StandardCharsets.US_ASCII);
        }
    }
}
