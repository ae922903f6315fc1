package org.peekplatform.core.archive;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import org.peekplatform.core.problem.Findings;

/** A zip file whose directory, headers, names and claimed sizes have passed; nothing of it is unpacked yet. */
final class OpenZip {
    private final SeekableByteChannel channel;
    private final String where;
    private final List<ZipItem> items;
    private final Map<ZipItem, Long> contents;

    private OpenZip(SeekableByteChannel channel, String where, List<ZipItem> items, Map<ZipItem, Long> contents) {
        this.channel = channel;
        this.where = where;
        this.items = items;
        this.contents = contents;
    }

    /**
     * @throws ArchiveRefusal when the file as such is refused; single entries go into the findings
     */
    static OpenZip open(
            SeekableByteChannel channel, String where, ArchiveLimits limits, Budget budget, Findings findings)
            throws IOException {
        ZipBytes bytes = new ZipBytes(channel, where);
        ZipEnd end = ZipEnd.read(bytes, where);
        budget.takeEntries(end.entries(), where);
        List<ZipItem> items = ZipDirectory.read(bytes, end, where);
        new EntryNames(where, limits.pathLength()).check(items, findings);
        new EntryKinds(where, limits).check(items, findings);
        Map<ZipItem, Long> contents = new LocalHeaders(bytes, where).check(items, end.offset());
        budget.takeBytes(items, where);
        return new OpenZip(channel, where, items, contents);
    }

    List<ZipItem> items() {
        return items;
    }

    /** The content; reading past what the directory claims, or less, is a refusal. */
    EntryStream read(ZipItem item) {
        return new EntryStream(channel, item, contents.get(item), where);
    }
}
