package org.peekplatform.core.tuple;

import java.util.List;
import org.peekplatform.core.problem.Problem;

/** What became of some classes that want to travel. */
public sealed interface LiveTypesIntake {

    /** They can. */
    record Accepted(LiveTypes types) implements LiveTypesIntake {}

    /** At least one cannot; all reasons. */
    record Refused(List<Problem> problems) implements LiveTypesIntake {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
