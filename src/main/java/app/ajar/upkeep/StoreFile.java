package app.ajar.upkeep;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
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
            store.executeFilestoreOperation(() -> {
                file().dropUnusedChunks();
                wipe();
            });
            store.sync();
        } finally {
            ALONE.unlock();
        }
    }

    // Nothing is written meanwhile: the caller holds the store's locks.
    private void wipe() {
        try {
            var free = (FreeSpaceBitSet) field(RandomAccessStore.class, "freeSpace");
            var channel = (FileChannel) field(SingleFileStore.class, "fileChannel");
            // H2 writes chunks from buffers that it uses again: what an older chunk left there would come back as
            // padding.
            ((Queue<?>) field(FileStore.class, "writeBufferPool")).clear();
            for (long position = 2 * BLOCK; position < channel.size(); position += BLOCK) {
                if (free.isFree(position, BLOCK)) {
                    zero(channel, position, (int) Math.min(BLOCK, channel.size() - position));
                }
            }
            for (SFChunk chunk : chunks()) {
                zeroPadding(channel, DataUtils.parseMap(chunk.asString()));
            }
        } catch (IOException | ReflectiveOperationException problem) {
            throw new IllegalStateException("Free blocks could not be wiped", problem);
        }
    }

    /** Between the list of pages that ends a chunk and its footer stands whatever the buffer held before. */
    private static void zeroPadding(FileChannel channel, Map<String, String> chunk) throws IOException {
        long start = DataUtils.readHexLong(chunk, "block", 0) * BLOCK;
        long pages = DataUtils.readHexLong(chunk, "pages", 0);
        long list = DataUtils.readHexLong(chunk, "toc", 0);
        long end = start + DataUtils.readHexLong(chunk, "len", 0) * BLOCK - FOOTER;
        long from = start + list + pages * Long.BYTES;
        if (start > 0 && list > 0 && from < end) {
            zero(channel, from, (int) (end - from));
        }
    }

    // What is zero already is not written again.
    private static void zero(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer there = ByteBuffer.allocate(length);
        DataUtils.readFully(channel, position, there);
        for (byte one : there.array()) {
            if (one != 0) {
                DataUtils.writeFully(channel, position, ByteBuffer.allocate(length));
                return;
            }
        }
    }

    private List<SFChunk> chunks() throws ReflectiveOperationException {
        var all = new ArrayList<SFChunk>();
        for (Object chunk : (Collection<?>) ((Map<?, ?>) field(FileStore.class, "chunks")).values()) {
            all.add((SFChunk) chunk);
        }
        return all;
    }

    private Object field(Class<?> owner, String name) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(file());
    }

    private FileStore<?> file() {
        return store.getFileStore();
    }
}
