package app.ajar.upkeep;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hands the running program's database to {@code backup}, over a Unix domain socket that only the owner of {@code
 * ajar.home} can reach. Whoever connects is sent the database as H2 copies it, in pieces: a length of four bytes and as
 * many bytes; a length of 0 says that this was all of it. A stream that ends without that is not whole.
 */
@Component
class CopyDoor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CopyDoor.class);
    private static final int PIECE = 1 << 16;
    private static final int MINUTES = 15;

    /** Systems take between 104 and 108 bytes as the address of such a socket. */
    private static final int LONGEST = 100;

    private static final String SOCKET = "control.sock";
    private static final String ELSEWHERE = "control.where";

    private final DataSource source;
    private final Path home;
    private final boolean onDisk;
    private @Nullable ServerSocketChannel door;
    private @Nullable Path place;

    CopyDoor(DataSource source, @Value("${ajar.home}") Path home, @Value("${spring.datasource.url}") String url) {
        this.source = source;
        this.home = home;
        this.onDisk = url.startsWith("jdbc:h2:file:");
    }

    @Override
    public void start() {
        if (!onDisk) {
            return;
        }
        try {
            Path socket = home.resolve(SOCKET);
            Files.deleteIfExists(home.resolve(ELSEWHERE));
            if (tooLong(socket)) {
                // A folder of its own, which only this user can enter.
                socket = Files.createTempDirectory("ajar").resolve(SOCKET);
                Path told = home.resolve(ELSEWHERE);
                Files.createFile(told, CopyFile.ownerOnly(told));
                Files.writeString(told, socket.toString());
            }
            // H2's lock is ours by now, so a socket that lies there belongs to a program that is gone.
            Files.deleteIfExists(socket);
            ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            opened.bind(UnixDomainSocketAddress.of(socket));
            place = socket;
            door = opened;
            var listener = new Thread(() -> serve(opened), "copies");
            listener.setDaemon(true);
            listener.start();
        } catch (IOException | UnsupportedOperationException noSocket) {
            LOG.warn("Copies can be made only while the site is stopped: a local socket cannot be opened here.");
        }
    }

    private void serve(ServerSocketChannel opened) {
        // One copy at a time, and none that goes on for ever: while one is made, H2 uses no free block again.
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "copies-watch");
            thread.setDaemon(true);
            return thread;
        });
        while (opened.isOpen()) {
            try (SocketChannel asked = opened.accept()) {
                var limit = watch.schedule(() -> close(asked), MINUTES, TimeUnit.MINUTES);
                try {
                    send(asked);
                } finally {
                    limit.cancel(false);
                }
            } catch (IOException | SQLException | MVStoreException trouble) {
                if (opened.isOpen()) {
                    LOG.warn("A copy of the data could not be finished.");
                }
            }
        }
        watch.shutdownNow();
    }

    private void send(SocketChannel asked) throws IOException, SQLException {
        try (Connection connection = source.getConnection()) {
            Optional<StoreFile> file = StoreFile.behind(connection);
            if (file.isPresent()) {
                var pieces = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(asked), PIECE));
                file.get().copyTo(new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        write(new byte[] {(byte) one}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        if (length > 0) {
                            pieces.writeInt(length);
                            pieces.write(bytes, from, length);
                        }
                    }
                });
                pieces.writeInt(0);
                pieces.flush();
            }
        }
    }

    /** The database of the program that runs on this home, to be written out; empty if none can be asked. */
    static Optional<CopyFile.Content> of(Path home) {
        try {
            Path socket = home.resolve(SOCKET);
            Path told = home.resolve(ELSEWHERE);
            if (Files.exists(told)) {
                socket = Path.of(Files.readString(told, StandardCharsets.UTF_8));
            }
            if (tooLong(socket)) {
                return Optional.empty();
            }
            SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            return Optional.of(out -> {
                try (channel;
                        var zip =
                                new ZipInputStream(new Pieces(new DataInputStream(Channels.newInputStream(channel))))) {
                    if (zip.getNextEntry() == null) {
                        throw new EOFException();
                    }
                    zip.transferTo(out);
                    // To the end of the stream, which says that it was whole.
                    while (zip.getNextEntry() != null) {
                        zip.closeEntry();
                    }
                } catch (EOFException cut) {
                    throw new Refusal("The running site did not send a whole copy; ask again, or see its log.");
                }
            });
        } catch (IOException | UnsupportedOperationException nobody) {
            return Optional.empty();
        }
    }

    private static boolean tooLong(Path socket) {
        return socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException closed) {
            LOG.debug("It was closed already.");
        }
    }

    @Override
    public void stop() {
        try {
            if (door != null && place != null) {
                door.close();
                Files.deleteIfExists(place);
                if (Files.deleteIfExists(home.resolve(ELSEWHERE))) {
                    Files.deleteIfExists(place.getParent());
                }
            }
        } catch (IOException left) {
            LOG.debug("A socket file was left; the next start removes it.");
        }
        door = null;
    }

    @Override
    public boolean isRunning() {
        return door != null;
    }

    /** The bytes in the pieces, and an {@link EOFException} where the last one is missing. */
    private static final class Pieces extends FilterInputStream {

        private final DataInputStream pieces;
        private int left;
        private boolean over;

        Pieces(DataInputStream pieces) {
            super(InputStream.nullInputStream());
            this.pieces = pieces;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0 && !over) {
                left = pieces.readInt();
                over = left == 0;
            }
            if (over) {
                return -1;
            }
            int read = pieces.read(bytes, from, Math.min(length, left));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
            return read;
        }
    }
}
