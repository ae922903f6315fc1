package org.peekplatform.core.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.peekplatform.core.descriptor.DescriptorIntake;
import org.peekplatform.core.descriptor.DescriptorReader;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.problem.Findings;

/**
 * Decides whether a file is a plugin archive that may be let in. The directory is judged first, then the descriptor, then
 * every entry is read once; nothing is unpacked anywhere. Size and digest are taken from the same open file that is
 * checked, so that it cannot be exchanged in between.
 */
public final class ArchiveCheck {
    private final ArchiveLimits limits;
    private final DescriptorReader descriptors;
    private final Spool spool;

    /**
     * @param staging folder of this process only, for big archives inside the archive; nothing stays in it
     */
    public ArchiveCheck(ArchiveLimits limits, DescriptorReader descriptors, Path staging) {
        this.limits = limits;
        this.descriptors = descriptors;
        this.spool = new Spool(staging);
    }

    /**
     * @param zip the file; its name plays no role
     * @param sha256 what the file's digest should be, in hex
     * @throws IOException when the file or the staging folder cannot be read or written
     */
    public ArchiveIntake check(Path zip, String sha256) throws IOException {
        Findings findings = new Findings();
        try (FileChannel file = FileChannel.open(zip, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return check(file, sha256, findings);
        } catch (ArchiveRefusal e) {
            findings.add(e.problem());
            return new ArchiveIntake.Refused(findings.list());
        }
    }

    private ArchiveIntake check(SeekableByteChannel file, String sha256, Findings findings) throws IOException {
        long size = file.size();
        if (size > limits.archiveBytes()) {
            throw new ArchiveRefusal(Refusals.TOO_BIG.archive(
                    "", "it has " + size + " bytes, at most " + limits.archiveBytes() + " are allowed"));
        }
        if (!Sha256.of(file).equals(sha256)) {
            throw new ArchiveRefusal(
                    Refusals.OTHER_BYTES.archive("", "its bytes are not those of the digest " + sha256));
        }
        Budget budget = new Budget(limits);
        OpenZip archive = OpenZip.open(file, "", limits, budget, findings);
        if (!findings.isEmpty()) {
            return new ArchiveIntake.Refused(findings.list());
        }
        DescriptorIntake intake = descriptors.readCompleted(descriptorBytes(archive));
        if (intake instanceof DescriptorIntake.Refused refused) {
            return new ArchiveIntake.Refused(refused.problems());
        }
        PluginDescriptor descriptor = ((DescriptorIntake.Accepted) intake).descriptor();
        new ArchiveWalk(limits, spool, budget, descriptor, findings).run(archive);
        return findings.isEmpty()
                ? new ArchiveIntake.Accepted(descriptor, sha256, size)
                : new ArchiveIntake.Refused(findings.list());
    }

    private static byte[] descriptorBytes(OpenZip archive) throws IOException {
        ZipItem item = archive.items().stream()
                .filter(candidate -> candidate.name().equals(PluginRules.DESCRIPTOR))
                .findFirst()
                .orElseThrow(() ->
                        new ArchiveRefusal(Refusals.NO_DESCRIPTOR.archive("", "it has no " + PluginRules.DESCRIPTOR)));
        try (EntryStream content = archive.read(item)) {
            return content.readNBytes(DescriptorReader.MAX_COMPLETED_BYTES + 1);
        }
    }
}
