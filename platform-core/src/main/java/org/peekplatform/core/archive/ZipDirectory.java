package org.peekplatform.core.archive;

import static org.peekplatform.core.archive.ZipBytes.u16;
import static org.peekplatform.core.archive.ZipBytes.u32;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the central directory of a zip file; entries that another reader could take for something else are refused. */
final class ZipDirectory {
    private static final int SIGNATURE = 0x02014b50;
    private static final int LENGTH = 46;
    /** Other names, links and devices in extra fields, by which some tools go and others do not. */
    private static final Set<Integer> AMBIGUOUS_EXTRAS = Set.of(0x7075, 0x756e, 0x000d, 0x0001);

    private final String where;
    private final ByteBuffer bytes;
    private int at;

    private ZipDirectory(String where, ByteBuffer bytes) {
        this.where = where;
        this.bytes = bytes;
    }

    static List<ZipItem> read(ZipBytes zip, ZipEnd end, String where) throws IOException {
        ZipDirectory directory = new ZipDirectory(where, zip.at(end.offset(), end.size()));
        List<ZipItem> items = new ArrayList<>(end.entries());
        for (int i = 0; i < end.entries(); i++) {
            items.add(directory.next());
        }
        if (directory.at != end.size()) {
            throw new ArchiveRefusal(Refusals.LAYOUT.archive(where, "its directory holds more than its entries"));
        }
        return items;
    }

    private ZipItem next() throws ArchiveRefusal {
        if (at + LENGTH > bytes.limit() || bytes.getInt(at) != SIGNATURE) {
            throw new ArchiveRefusal(Refusals.BROKEN.archive(where, "its directory ends too early"));
        }
        int nameLength = u16(bytes, at + 28);
        int extraLength = u16(bytes, at + 30);
        int end = at + LENGTH + nameLength + extraLength + u16(bytes, at + 32);
        if (end > bytes.limit()) {
            throw new ArchiveRefusal(Refusals.BROKEN.archive(where, "its directory ends too early"));
        }
        int flags = u16(bytes, at + 8);
        String name = name(flags, nameLength);
        checkExtras(name, at + LENGTH + nameLength, extraLength);
        ZipItem item = new ZipItem(
                name,
                nameLength,
                flags,
                u16(bytes, at + 10),
                u32(bytes, at + 16),
                u32(bytes, at + 20),
                u32(bytes, at + 24),
                u32(bytes, at + 42),
                (int) (u32(bytes, at + 38) >>> 16));
        if (item.packed() == 0xFFFFFFFFL || item.size() == 0xFFFFFFFFL || item.header() == 0xFFFFFFFFL) {
            throw new ArchiveRefusal(Refusals.ZIP64.entry(where, name, "has zip64 sizes"));
        }
        at = end;
        return item;
    }

    private String name(int flags, int length) throws ArchiveRefusal {
        ByteBuffer raw = bytes.slice(at + LENGTH, length);
        boolean utf8 = (flags & ZipItem.FLAG_UTF8) != 0;
        try {
            return (utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII)
                    .newDecoder()
                    .decode(raw)
                    .toString();
        } catch (CharacterCodingException e) {
            raw.rewind();
            throw new ArchiveRefusal(Refusals.NAME.entry(
                    where,
                    StandardCharsets.ISO_8859_1.decode(raw).toString(),
                    "has a name that is not marked and valid UTF-8"));
        }
    }

    private void checkExtras(String name, int start, int length) throws ArchiveRefusal {
        int end = start + length;
        for (int extra = start; extra + 4 <= end; extra += 4 + u16(bytes, extra + 2)) {
            if (AMBIGUOUS_EXTRAS.contains(u16(bytes, extra))) {
                throw new ArchiveRefusal(Refusals.DISAGREES.entry(
                        where, name, "has an extra field that gives it another name, size or type"));
            }
        }
    }
}
