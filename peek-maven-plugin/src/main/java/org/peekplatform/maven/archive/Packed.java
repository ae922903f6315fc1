package org.peekplatform.maven.archive;

import java.util.List;
import java.util.Optional;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.problem.Problem;

/** What became of a plugin's sources. */
public sealed interface Packed {

    /**
     * The archive.
     *
     * @param apiJar what other plugins compile against; empty when nothing is exposed
     */
    record Archive(PluginDescriptor descriptor, byte[] zip, Optional<byte[]> apiJar) implements Packed {}

    /** No archive; all problems that were found. */
    record Refused(List<Problem> problems) implements Packed {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
