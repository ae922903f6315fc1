package org.peekplatform.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Content of one entry, counted while it is unpacked and compared with what the directory says at its end. */
final class EntryStream extends InputStream {
    private static final int BUFFER = 16 * 1024;

    private final SeekableByteChannel channel;
    private final ZipItem item;
    private final String where;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final ByteBuffer packed = ByteBuffer.allocate(BUFFER).limit(0);
    private long position;
    private long packedLeft;
    private long count;
    private boolean ended;

    EntryStream(SeekableByteChannel channel, ZipItem item, long position, String where) {
        this.channel = channel;
        this.item = item;
        this.position = position;
        this.packedLeft = item.packed();
        this.where = where;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        int got = item.method() == ZipItem.STORED ? copy(target, offset, length) : inflate(target, offset, length);
        if (got < 0) {
            ended = true;
            checkEnd();
            return -1;
        }
        crc.update(target, offset, got);
        count += got;
        if (count > item.size()) {
            throw lies("unpacks to more than the " + item.size() + " bytes that it claims");
        }
        return got;
    }

    private int copy(byte[] target, int offset, int length) throws IOException {
        if (!packed.hasRemaining() && !fill()) {
            return -1;
        }
        int got = Math.min(length, packed.remaining());
        packed.get(target, offset, got);
        return got;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            while (true) {
                int got = inflater.inflate(target, offset, length);
                if (got > 0) {
                    return got;
                }
                if (inflater.finished()) {
                    return -1;
                }
                if (inflater.needsDictionary() || !fill()) {
                    throw lies("ends before its content does");
                }
                inflater.setInput(packed);
            }
        } catch (DataFormatException e) {
            throw lies("is not deflated correctly");
        }
    }

    private boolean fill() throws IOException {
        if (packedLeft == 0) {
            return false;
        }
        packed.clear().limit((int) Math.min(BUFFER, packedLeft));
        channel.position(position);
        int got = channel.read(packed);
        if (got < 0) {
            throw lies("ends before its content does");
        }
        position += got;
        packedLeft -= got;
        packed.flip();
        return true;
    }

    private void checkEnd() throws ArchiveRefusal {
        if (packedLeft > 0 || packed.hasRemaining()) {
            throw lies("hides data behind its content");
        }
        if (count != item.size() || crc.getValue() != item.crc()) {
            throw lies("has other content than its size and checksum say");
        }
    }

    private ArchiveRefusal lies(String what) {
        return new ArchiveRefusal(Refusals.CONTENT.entry(where, item.name(), what));
    }

    @Override
    public void close() {
        inflater.end();
    }
}
