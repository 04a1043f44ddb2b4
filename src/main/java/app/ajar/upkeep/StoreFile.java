package app.ajar.upkeep;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.ZipOutputStream;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.FreeSpaceBitSet;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;

/**
 * The H2 file behind a connection, by H2's own means where it has them. H2 forces nothing to the disk when it commits, and
 * leaves the bytes of what was deleted in blocks that it calls free: for both it has to be reached below SQL.
 */
final class StoreFile {

    private static final int BLOCK = 4096;
    private static final int FOOTER = 128;

    /** How many live bytes are moved in one go; writers wait for that long, some tens of milliseconds. */
    private static final int AT_ONCE = 2 * 1024 * 1024;

    /** How much of the file, and of how many chunks the ends, are wiped in one go; writers wait for some milliseconds. */
    private static final int PIECE = 4 * 1024 * 1024;

    private static final int CHUNKS = 1000;

    /** A copy and the wiping of free blocks must not meet. */
    private static final ReentrantLock ALONE = new ReentrantLock();

    private final MVStore store;

    private StoreFile(MVStore store) {
        this.store = store;
    }

    /** @return empty for another database than H2, and for one in memory */
    static Optional<StoreFile> behind(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)
                || !(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session)) {
            return Optional.empty();
        }
        MVStore store = session.getDatabase().getStore().getMvStore();
        return store.getFileStore() instanceof SingleFileStore ? Optional.of(new StoreFile(store)) : Optional.empty();
    }

    MVStore store() {
        return store;
    }

    /** Up to where everything committed is in the file, if not yet on the disk; grows with each write. */
    long written() {
        return file().lastChunkVersion();
    }

    /** Returns once the disk has everything that was written before (fsync). */
    void force() {
        store.sync();
    }

    /** Writes the file, as it is at this moment or a little later, as the one entry of a ZIP stream. */
    void copyTo(OutputStream out) throws IOException {
        ALONE.lock();
        try {
            store.commit();
            var zip = new ZipOutputStream(out);
            zip.setLevel(1);
            file().backup(zip);
            zip.finish();
        } finally {
            ALONE.unlock();
        }
    }

    /**
     * Takes what was deleted or replaced out of the file: moves what is still wanted out of the blocks that hold both, and
     * writes zeros over every free block. Blocks younger than H2's retention time (45 s) are left for another time.
     *
     * @param atMostNanos after about this time it stops, and goes on another time
     */
    void sweep(long atMostNanos) {
        ALONE.lock();
        try {
            long end = System.nanoTime() + atMostNanos;
            while (store.compact(100, AT_ONCE)) {
                store.commit();
                if (System.nanoTime() > end) {
                    break;
                }
            }
            store.commit();
            store.sync();
            store.executeFilestoreOperation(this::release);
            wipe();
        } finally {
            ALONE.unlock();
        }
    }

    /** Gives the blocks of chunks free that nobody needs. */
    private void release() {
        file().dropUnusedChunks();
        // H2 writes chunks from buffers that it uses again: what an older chunk left there would come back as padding.
        ((Queue<?>) field(FileStore.class, "writeBufferPool")).clear();
    }

    // Piece by piece, each on the disk before the next: under a heavy load the file has gigabytes of free blocks, and
    // writers who had to wait for all of them, or for a disk with all of them in its queue, would be turned away.
    private void wipe() {
        for (long piece = 2 * BLOCK; piece < file().size(); piece += PIECE) {
            long start = piece;
            write(channel -> zeroFree(channel, start, Math.min(start + PIECE, channel.size())));
        }
        List<SFChunk> chunks = new ArrayList<>();
        store.executeFilestoreOperation(() -> chunks.addAll(chunks().values()));
        for (int piece = 0; piece < chunks.size(); piece += CHUNKS) {
            List<SFChunk> some = chunks.subList(piece, Math.min(piece + CHUNKS, chunks.size()));
            write(channel -> zeroPadding(channel, some));
        }
    }

    /** Writes to the file by itself while H2 does not, and returns once it is on the disk. */
    private void write(Zeros zeros) {
        var written = new AtomicBoolean();
        store.executeFilestoreOperation(() -> {
            try {
                written.set(zeros.in((FileChannel) field(SingleFileStore.class, "fileChannel")));
            } catch (IOException problem) {
                throw new UncheckedIOException("Free blocks could not be wiped", problem);
            }
        });
        if (written.get()) {
            store.sync();
        }
    }

    private boolean zeroFree(FileChannel channel, long start, long end) throws IOException {
        var free = (FreeSpaceBitSet) field(RandomAccessStore.class, "freeSpace");
        boolean written = false;
        for (long position = start; position < end; position += BLOCK) {
            if (free.isFree(position, BLOCK)) {
                written |= zero(channel, position, (int) Math.min(BLOCK, end - position));
            }
        }
        return written;
    }

    private boolean zeroPadding(FileChannel channel, List<SFChunk> some) throws IOException {
        Map<?, SFChunk> there = chunks();
        boolean written = false;
        for (SFChunk chunk : some) {
            // Since the last piece its blocks may have become somebody else's.
            if (there.get(chunk.id) == chunk) {
                written |= zeroPadding(channel, DataUtils.parseMap(chunk.asString()));
            }
        }
        return written;
    }

    /** Between the list of pages that ends a chunk and its footer stands whatever the buffer held before. */
    private static boolean zeroPadding(FileChannel channel, Map<String, String> chunk) throws IOException {
        long start = DataUtils.readHexLong(chunk, "block", 0) * BLOCK;
        long pages = DataUtils.readHexLong(chunk, "pages", 0);
        long list = DataUtils.readHexLong(chunk, "toc", 0);
        long end = start + DataUtils.readHexLong(chunk, "len", 0) * BLOCK - FOOTER;
        long from = start + list + pages * Long.BYTES;
        return start > 0 && list > 0 && from < end && zero(channel, from, (int) (end - from));
    }

    /** @return whether there was anything to write: what is zero already is left as it is */
    private static boolean zero(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer there = ByteBuffer.allocate(length);
        DataUtils.readFully(channel, position, there);
        byte[] zeros = new byte[length];
        if (Arrays.equals(there.array(), zeros)) {
            return false;
        }
        DataUtils.writeFully(channel, position, ByteBuffer.wrap(zeros));
        return true;
    }

    @SuppressWarnings("unchecked")
    private Map<Integer, SFChunk> chunks() {
        return (Map<Integer, SFChunk>) field(FileStore.class, "chunks");
    }

    private Object field(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(file());
        } catch (ReflectiveOperationException problem) {
            throw new IllegalStateException("H2 has no field " + name, problem);
        }
    }

    @FunctionalInterface
    private interface Zeros {

        /** @return whether it wrote anything */
        boolean in(FileChannel channel) throws IOException;
    }

    private FileStore<?> file() {
        return store.getFileStore();
    }
}
