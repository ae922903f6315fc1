package org.peekplatform.core.plan;

import java.util.List;
import org.peekplatform.core.problem.Problem;

/** Whether something can be done, and how. */
public sealed interface PlanResult {

    /** It can be done like this. */
    record Possible(Plan plan) implements PlanResult {}

    /** It cannot; all reasons. */
    record Impossible(List<Problem> problems) implements PlanResult {
        public Impossible {
            problems = List.copyOf(problems);
        }
    }
}
