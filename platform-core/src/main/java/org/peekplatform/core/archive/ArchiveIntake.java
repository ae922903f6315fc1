package org.peekplatform.core.archive;

import java.util.List;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.problem.Problem;

/** What became of an uploaded file. */
public sealed interface ArchiveIntake {

    /** Every rule holds for exactly these bytes. */
    record Accepted(PluginDescriptor descriptor, String sha256, long size) implements ArchiveIntake {}

    /** At least one rule does not hold. */
    record Refused(List<Problem> problems) implements ArchiveIntake {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
