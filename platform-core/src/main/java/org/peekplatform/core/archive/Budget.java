package org.peekplatform.core.archive;

import java.util.List;

/** What an archive with all that is nested in it may still take. */
final class Budget {
    private final ArchiveLimits limits;
    private long bytes;
    private long entries;

    Budget(ArchiveLimits limits) {
        this.limits = limits;
    }

    /** Before the directory is read. */
    void takeEntries(int count, String where) throws ArchiveRefusal {
        entries += count;
        if (entries > limits.entries()) {
            throw new ArchiveRefusal(Refusals.TOO_MANY.archive(
                    where, "there are " + entries + " or more entries, at most " + limits.entries() + " are allowed"));
        }
    }

    /** Before anything is unpacked: readers hold every entry to the size that it claims. */
    void takeBytes(List<ZipItem> items, String where) throws ArchiveRefusal {
        for (ZipItem item : items) {
            bytes += item.size();
            if (bytes > limits.unpackedBytes()) {
                throw new ArchiveRefusal(Refusals.UNPACKED_SIZE.archive(
                        where, "it unpacks to more than " + limits.unpackedBytes() + " bytes"));
            }
        }
    }
}
