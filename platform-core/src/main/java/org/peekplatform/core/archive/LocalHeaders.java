package org.peekplatform.core.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.peekplatform.core.archive.ZipBytes.u16;
import static org.peekplatform.core.archive.ZipBytes.u32;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the local headers with the directory. Entries must stand one after the other from the first byte to the
 * directory: nothing before, between or hidden behind them, nothing shared.
 */
final class LocalHeaders {
    private static final int SIGNATURE = 0x04034b50;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    private static final int LENGTH = 30;
    private static final int SHORT_DESCRIPTOR = 12;
    private static final int SIGNED_DESCRIPTOR = 16;

    private final ZipBytes bytes;
    private final String where;

    LocalHeaders(ZipBytes bytes, String where) {
        this.bytes = bytes;
        this.where = where;
    }

    /** Where the content of each entry begins. */
    Map<ZipItem, Long> check(List<ZipItem> items, long directory) throws IOException {
        List<ZipItem> inOrder =
                items.stream().sorted(Comparator.comparingLong(ZipItem::header)).toList();
        Map<ZipItem, Long> contents = new HashMap<>();
        long expected = 0;
        for (int i = 0; i < inOrder.size(); i++) {
            ZipItem item = inOrder.get(i);
            if (item.header() != expected) {
                throw new ArchiveRefusal(Refusals.LAYOUT.entry(
                        where,
                        item.name(),
                        item.header() < expected
                                ? "overlaps the entry before it"
                                : "does not stand right behind the entry before it"));
            }
            long content = compare(item);
            contents.put(item, content);
            expected = i + 1 < inOrder.size() ? inOrder.get(i + 1).header() : directory;
            expected = end(item, content + item.packed(), expected);
        }
        if (expected != directory) {
            throw new ArchiveRefusal(
                    Refusals.LAYOUT.archive(where, "it hides data between its entries and its directory"));
        }
        return contents;
    }

    private long compare(ZipItem item) throws IOException {
        ByteBuffer header = bytes.at(item.header(), LENGTH);
        if (header.getInt(0) != SIGNATURE) {
            throw disagrees(item, "has no local header where the directory says");
        }
        int nameLength = u16(header, 26);
        if (nameLength != item.nameLength() || !sameName(item, nameLength)) {
            throw disagrees(item, "has another name in its local header");
        }
        if (u16(header, 8) != item.method() || u16(header, 6) != item.flags()) {
            throw disagrees(item, "has another method or other flags in its local header");
        }
        if (!sameNumber(header, 14, item.crc(), item)
                || !sameNumber(header, 18, item.packed(), item)
                || !sameNumber(header, 22, item.size(), item)) {
            throw disagrees(item, "has another size or checksum in its local header");
        }
        return item.header() + LENGTH + nameLength + u16(header, 28);
    }

    private boolean sameName(ZipItem item, int length) throws IOException {
        ByteBuffer raw = bytes.at(item.header() + LENGTH, length);
        return UTF_8.decode(raw).toString().equals(item.name());
    }

    private static boolean sameNumber(ByteBuffer header, int index, long listed, ZipItem item) {
        long local = u32(header, index);
        return local == listed || item.hasDescriptor() && local == 0;
    }

    /** End of the entry, its data descriptor included; {@code next} tells which of the two forms it has. */
    private long end(ZipItem item, long contentEnd, long next) throws IOException {
        if (!item.hasDescriptor()) {
            return contentEnd;
        }
        boolean signed = next - contentEnd != SHORT_DESCRIPTOR;
        ByteBuffer descriptor = bytes.at(contentEnd, signed ? SIGNED_DESCRIPTOR : SHORT_DESCRIPTOR);
        int first = signed ? 4 : 0;
        if (signed && descriptor.getInt(0) != DESCRIPTOR_SIGNATURE
                || u32(descriptor, first) != item.crc()
                || u32(descriptor, first + 4) != item.packed()
                || u32(descriptor, first + 8) != item.size()) {
            throw disagrees(item, "has a data descriptor that says something else than the directory");
        }
        return contentEnd + descriptor.limit();
    }

    private ArchiveRefusal disagrees(ZipItem item, String what) {
        return new ArchiveRefusal(Refusals.DISAGREES.entry(where, item.name(), what));
    }
}
