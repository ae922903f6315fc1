package org.peekplatform.runtime.sync;

import java.io.IOException;
import java.nio.file.Path;
import org.peekplatform.core.wanted.InstanceReport;
import org.peekplatform.core.wanted.WantedSet;

/** The server as an instance sees it: over the link, or directly on the server itself. */
public interface Centre {

    /**
     * Tells how this instance is.
     *
     * @return revision of the wanted set, so that a lost hint is noticed
     * @throws org.peekplatform.runtime.link.LinkException when the server cannot be reached
     */
    long report(InstanceReport report);

    /**
     * @throws org.peekplatform.runtime.link.LinkException when the server cannot be reached
     * @throws VersionRefusedException when the platforms of both do not fit together
     */
    WantedSet wanted();

    /** Writes an archive to a file. What arrives is hostile until its digest was checked. */
    void fetch(String sha256, Path target) throws IOException;
}
