package org.peekplatform.maven;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.maven.archive.ProviderJars;

/** Dependencies that a plugin would miss at run time. */
final class Dependencies {
    private static final Set<String> PACKED = Set.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_RUNTIME);

    private Dependencies() {}

    static List<Problem> problems(Collection<Artifact> dependencies) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (Artifact dependency : dependencies) {
            if (PACKED.contains(dependency.getScope())) {
                problems.add(packed(dependency));
            }
            if (ProviderJars.isWholePlugin(dependency.getFile().toPath())) {
                problems.add(wholePlugin(dependency));
            }
        }
        return problems;
    }

    private static Problem packed(Artifact dependency) {
        return new Problem(
                "PEEK-2310",
                "dependency " + dependency.getId() + " has scope " + dependency.getScope()
                        + ", but an archive carries the plugin's own classes only. It would be missing at run time; no archive"
                        + " was written. Give it scope 'provided' if WildFly, the platform or a required plugin brings it, or do"
                        + " without it.");
    }

    private static Problem wholePlugin(Artifact dependency) {
        return new Problem(
                "PEEK-2312",
                "dependency " + dependency.getId()
                        + " is the jar with all classes of a plugin, of which other plugins see the"
                        + " exposed ones only. The others would be missing at run time; no archive was written. Add"
                        + " <classifier>api</classifier> to the dependency.");
    }
}
