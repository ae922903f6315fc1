package org.peekplatform.maven;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.peekplatform.core.problem.Problem;

/** Fails the build with everything that was found, each problem on a line of its own. */
final class Problems {
    private Problems() {}

    static void failOn(List<Problem> problems, String consequence) throws MojoFailureException {
        if (!problems.isEmpty()) {
            throw new MojoFailureException(problems.size()
                    + (problems.size() == 1 ? " problem, " : " problems, ")
                    + consequence
                    + problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining()));
        }
    }
}
