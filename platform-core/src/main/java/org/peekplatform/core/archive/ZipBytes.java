package org.peekplatform.core.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Little-endian pieces of a file, anywhere in it. */
final class ZipBytes {
    private final SeekableByteChannel channel;
    private final String where;

    ZipBytes(SeekableByteChannel channel, String where) {
        this.channel = channel;
        this.where = where;
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Exactly these bytes, or a refusal. */
    ByteBuffer at(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset + length > channel.size()) {
            throw new ArchiveRefusal(Refusals.BROKEN.archive(where, "it points outside itself"));
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(offset);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new ArchiveRefusal(Refusals.BROKEN.archive(where, "it ends too early"));
            }
        }
        return bytes.flip();
    }

    static int u16(ByteBuffer bytes, int index) {
        return Short.toUnsignedInt(bytes.getShort(index));
    }

    static long u32(ByteBuffer bytes, int index) {
        return Integer.toUnsignedLong(bytes.getInt(index));
    }
}
