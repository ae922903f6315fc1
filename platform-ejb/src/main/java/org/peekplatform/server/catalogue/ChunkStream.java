package org.peekplatform.server.catalogue;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads an archive piece by piece; at most one piece is in memory. */
final class ChunkStream extends InputStream {
    private final IntFunction<Optional<byte[]>> chunks;
    private byte[] chunk = {};
    private int position;
    private int next;

    ChunkStream(IntFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return hasMore() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean hasMore() {
        if (position == chunk.length) {
            chunk = chunks.apply(next++).orElse(new byte[0]);
            position = 0;
        }
        return position < chunk.length;
    }
}
