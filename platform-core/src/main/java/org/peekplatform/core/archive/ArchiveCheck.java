package org.peekplatform.core.archive;

import java.io.IOException;
import java.nio.file.Path;
import org.peekplatform.core.descriptor.DescriptorReader;

/** Decides whether a file is a plugin archive that may be let in. */
public final class ArchiveCheck {
    private final ArchiveLimits limits;
    private final DescriptorReader descriptors;
    private final Path staging;

    /**
     * @param staging folder of this process only, for big archives inside the archive; nothing stays in it
     */
    public ArchiveCheck(ArchiveLimits limits, DescriptorReader descriptors, Path staging) {
        this.limits = limits;
        this.descriptors = descriptors;
        this.staging = staging;
    }

    /**
     * @param zip the file; its name plays no role
     * @param sha256 what the file's digest should be, in hex
     * @throws IOException when the file or the staging folder cannot be read or written
     */
    public ArchiveIntake check(Path zip, String sha256) throws IOException {
        throw new UnsupportedOperationException("comes with the next commit: " + limits + descriptors + staging);
    }
}
