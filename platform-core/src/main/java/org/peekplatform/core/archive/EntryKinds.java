package org.peekplatform.core.archive;

import java.util.List;
import java.util.Optional;
import org.peekplatform.core.problem.Findings;
import org.peekplatform.core.problem.Problem;

/**
 * Only files and folders, stored or deflated, of sizes that can be true. Folders may have a mode of all ones: archivers of
 * old wrote many jars like that.
 */
final class EntryKinds {
    private static final int TYPE = 0xF000;
    private static final int FILE = 0x8000;
    private static final int FOLDER = 0x4000;
    private static final int UNSET = 0xFFFF;

    private final String where;
    private final ArchiveLimits limits;

    EntryKinds(String where, ArchiveLimits limits) {
        this.where = where;
        this.limits = limits;
    }

    void check(List<ZipItem> items, Findings findings) {
        items.forEach(item -> fault(item).ifPresent(findings::add));
    }

    private Optional<Problem> fault(ZipItem item) {
        int type = item.mode() & TYPE;
        boolean unset = item.isDirectory() && item.mode() == UNSET;
        if (type != 0 && !unset && type != (item.isDirectory() ? FOLDER : FILE)) {
            return refused(Refusals.LINK, item, "is a link, a device or something else that is no file");
        }
        if (item.isEncrypted()) {
            return refused(Refusals.METHOD, item, "is encrypted");
        }
        if (item.method() != ZipItem.STORED && item.method() != ZipItem.DEFLATED) {
            return refused(Refusals.METHOD, item, "is packed by method " + item.method());
        }
        if (item.method() == ZipItem.STORED && (item.packed() != item.size() || item.hasDescriptor())) {
            return refused(Refusals.DISAGREES, item, "is stored but has two sizes, or none in front");
        }
        if (item.isDirectory() && item.size() != 0) {
            return refused(Refusals.CONTENT, item, "is a folder with content");
        }
        if (item.size() > limits.ratioFreeBytes() && item.size() / limits.ratio() >= Math.max(1, item.packed())) {
            return refused(
                    Refusals.RATIO,
                    item,
                    "unpacks from " + item.packed() + " to " + item.size() + " bytes, at most " + limits.ratio()
                            + " times is allowed");
        }
        return Optional.empty();
    }

    private Optional<Problem> refused(Refusals reason, ZipItem item, String what) {
        return Optional.of(reason.entry(where, item.name(), what));
    }
}
