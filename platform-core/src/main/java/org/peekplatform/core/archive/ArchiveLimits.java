package org.peekplatform.core.archive;

/**
 * How big an archive and what is in it may be. All archives nested in it count together.
 *
 * @param archiveBytes size of the file
 * @param unpackedBytes bytes of all entries, unpacked; nested archives count as entries and again by their own entries
 * @param entries number of entries
 * @param ratio unpacked to packed size of one entry that unpacks to more than {@code ratioFreeBytes}
 * @param ratioFreeBytes entries that unpack to at most this are not held to the ratio
 * @param depth archives in archives, the outer one not counted: ear 1, war 2, jar in the war 3
 * @param pathLength characters of an entry name
 * @param xmlBytes size of a deployment descriptor
 */
public record ArchiveLimits(
        long archiveBytes,
        long unpackedBytes,
        int entries,
        int ratio,
        long ratioFreeBytes,
        int depth,
        int pathLength,
        long xmlBytes) {

    private static final long MB = 1024L * 1024;

    /** Generous for plugins of any honest size. */
    public static ArchiveLimits generous() {
        return new ArchiveLimits(512 * MB, 2048 * MB, 20_000, 200, MB, 3, 512, 4 * MB);
    }
}
