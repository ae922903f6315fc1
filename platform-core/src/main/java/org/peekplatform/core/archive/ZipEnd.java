package org.peekplatform.core.archive;

import static org.peekplatform.core.archive.ZipBytes.u16;
import static org.peekplatform.core.archive.ZipBytes.u32;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The record at the end of a zip file.
 *
 * @param entries how many the directory lists
 * @param offset where the directory begins
 * @param size bytes of the directory; the end record follows at once
 */
record ZipEnd(int entries, long offset, int size) {
    private static final int SIGNATURE = 0x06054b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LENGTH = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int MAX_DIRECTORY = 16 * 1024 * 1024;

    /** Finds the one end record; a file in which another reader could find a different one is refused. */
    static ZipEnd read(ZipBytes bytes, String where) throws IOException {
        int tailLength = (int) Math.min(bytes.size(), LENGTH + MAX_COMMENT);
        long tailStart = bytes.size() - tailLength;
        ByteBuffer tail = bytes.at(tailStart, tailLength);
        int at = tailLength - LENGTH;
        while (at >= 0 && tail.getInt(at) != SIGNATURE) {
            at--;
        }
        if (at < 0) {
            throw new ArchiveRefusal(Refusals.BROKEN.archive(where, "it is no zip file"));
        }
        if (at + LENGTH + u16(tail, at + 20) != tailLength) {
            throw new ArchiveRefusal(Refusals.BROKEN.archive(where, "something follows its end record"));
        }
        if (at >= LOCATOR_LENGTH && tail.getInt(at - LOCATOR_LENGTH) == LOCATOR_SIGNATURE) {
            throw new ArchiveRefusal(Refusals.ZIP64.archive(where, "it has a zip64 end record"));
        }
        return parse(tail, at, tailStart + at, where);
    }

    private static ZipEnd parse(ByteBuffer tail, int at, long position, String where) throws ArchiveRefusal {
        int entries = u16(tail, at + 10);
        long size = u32(tail, at + 12);
        long offset = u32(tail, at + 16);
        if (entries == 0xFFFF || size == 0xFFFFFFFFL || offset == 0xFFFFFFFFL) {
            throw new ArchiveRefusal(Refusals.ZIP64.archive(where, "its end record asks for zip64"));
        }
        if (u16(tail, at + 4) != 0 || u16(tail, at + 6) != 0 || u16(tail, at + 8) != entries) {
            throw new ArchiveRefusal(Refusals.BROKEN.archive(where, "it claims to span several disks"));
        }
        if (offset + size != position) {
            throw new ArchiveRefusal(Refusals.LAYOUT.archive(
                    where, "its directory does not stand right before its end record, or data stands before the zip"));
        }
        if (size > MAX_DIRECTORY) {
            throw new ArchiveRefusal(Refusals.TOO_MANY.archive(where, "its directory has " + size + " bytes"));
        }
        return new ZipEnd(entries, offset, (int) size);
    }
}
