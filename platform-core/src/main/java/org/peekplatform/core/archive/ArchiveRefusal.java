package org.peekplatform.core.archive;

import java.io.IOException;
import org.peekplatform.core.problem.Problem;

/** Ends reading where going on makes no sense or does harm; {@link ArchiveCheck} turns it into a value. */
final class ArchiveRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ArchiveRefusal(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
