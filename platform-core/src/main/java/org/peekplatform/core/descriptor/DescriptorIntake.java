package org.peekplatform.core.descriptor;

import java.util.List;
import org.peekplatform.core.problem.Problem;

/** What became of a {@code plugin.json}. */
public sealed interface DescriptorIntake {

    /** Every rule holds. */
    record Accepted(PluginDescriptor descriptor) implements DescriptorIntake {}

    /** At least one rule does not hold; all problems that were found. */
    record Refused(List<Problem> problems) implements DescriptorIntake {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
