package org.peekplatform.server.rollout;

import java.util.List;
import org.peekplatform.core.problem.Problem;

/** What became of an administrator's order. */
public sealed interface Order {
    /** It was written down and will be carried out. */
    record Taken(Operation operation) implements Order {}

    /** It cannot be carried out. Nothing was changed. */
    record Refused(List<Problem> problems) implements Order {}

    /** There is no such plugin or upload. */
    record Unknown() implements Order {}
}
