package org.peekplatform.core.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files that no honest tool writes: every field of every header can be said otherwise. */
public final class RawZip {
    private final List<Entry> entries = new ArrayList<>();
    private byte[] prefix = new byte[0];
    private byte[] beforeDirectory = new byte[0];
    private byte[] afterDirectory = new byte[0];
    private byte[] comment = new byte[0];
    private int countOffset;

    /** One entry; all fields are true until a test changes them. */
    public static final class Entry {
        public byte[] name;
        public byte[] localName;
        public int flags = 1 << 11;
        public int method = 8;
        public int localMethod = -1;
        public long crc;
        public long size;
        public long localSize = -1;
        public byte[] packed;
        public int madeBy = 3 << 8 | 20;
        public int mode;
        public byte[] extra = new byte[0];
        /** Place of another entry that this one claims as its own. */
        public int sharesHeaderOf = -1;

        private int header;
    }

    public Entry add(String name, byte[] content) {
        return add(name.getBytes(UTF_8), content);
    }

    public Entry add(byte[] name, byte[] content) {
        Entry entry = new Entry();
        entry.name = name;
        entry.packed = deflate(content);
        entry.size = content.length;
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.crc = crc.getValue();
        entries.add(entry);
        return entry;
    }

    public RawZip prefix(byte[] bytes) {
        prefix = bytes;
        return this;
    }

    public RawZip beforeDirectory(byte[] bytes) {
        beforeDirectory = bytes;
        return this;
    }

    public RawZip afterDirectory(byte[] bytes) {
        afterDirectory = bytes;
        return this;
    }

    public RawZip comment(byte[] bytes) {
        comment = bytes;
        return this;
    }

    /** The end record says so many more entries than there are. */
    public RawZip countOffBy(int more) {
        countOffset = more;
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(prefix);
        for (Entry entry : entries) {
            entry.header = entry.sharesHeaderOf < 0 ? out.size() : entries.get(entry.sharesHeaderOf).header;
            if (entry.sharesHeaderOf < 0) {
                writeLocal(out, entry);
            }
        }
        out.writeBytes(beforeDirectory);
        int directory = out.size();
        entries.forEach(entry -> writeCentral(out, entry));
        int size = out.size() - directory;
        out.writeBytes(afterDirectory);
        int count = entries.size() + countOffset;
        out.writeBytes(little(22 + comment.length)
                .putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) count)
                .putShort((short) count)
                .putInt(size)
                .putInt(directory)
                .putShort((short) comment.length)
                .put(comment)
                .array());
        return out.toByteArray();
    }

    private static void writeLocal(ByteArrayOutputStream out, Entry e) {
        byte[] name = e.localName == null ? e.name : e.localName;
        out.writeBytes(little(30 + name.length)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) e.flags)
                .putShort((short) (e.localMethod < 0 ? e.method : e.localMethod))
                .putInt(0)
                .putInt((int) e.crc)
                .putInt(e.packed.length)
                .putInt((int) (e.localSize < 0 ? e.size : e.localSize))
                .putShort((short) name.length)
                .putShort((short) 0)
                .put(name)
                .array());
        out.writeBytes(e.packed);
    }

    private static void writeCentral(ByteArrayOutputStream out, Entry e) {
        out.writeBytes(little(46 + e.name.length + e.extra.length)
                .putInt(0x02014b50)
                .putShort((short) e.madeBy)
                .putShort((short) 20)
                .putShort((short) e.flags)
                .putShort((short) e.method)
                .putInt(0)
                .putInt((int) e.crc)
                .putInt(e.packed.length)
                .putInt((int) e.size)
                .putShort((short) e.name.length)
                .putShort((short) e.extra.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(e.mode << 16)
                .putInt(e.header)
                .put(e.name)
                .put(e.extra)
                .array());
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    public static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
