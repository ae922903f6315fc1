package org.peekplatform.core.archive;

/**
 * One entry, as the central directory tells it.
 *
 * @param nameLength bytes of the name, as they stand in both headers
 * @param packed bytes in the archive
 * @param size bytes of the content
 * @param header where the local header begins
 * @param mode Unix type and permissions; 0 when the tool wrote none
 */
record ZipItem(
        String name, int nameLength, int flags, int method, long crc, long packed, long size, long header, int mode) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int FLAG_UTF8 = 1 << 11;
    private static final int FLAG_DESCRIPTOR = 1 << 3;
    private static final int FLAGS_ENCRYPTED = 1 | 1 << 6 | 1 << 13;

    boolean isDirectory() {
        return name.endsWith("/");
    }

    boolean isEncrypted() {
        return (flags & FLAGS_ENCRYPTED) != 0;
    }

    /** Sizes stand behind the content, and in the central directory. */
    boolean hasDescriptor() {
        return (flags & FLAG_DESCRIPTOR) != 0;
    }
}
