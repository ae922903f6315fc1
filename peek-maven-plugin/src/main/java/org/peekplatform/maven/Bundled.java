package org.peekplatform.maven;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.peekplatform.core.problem.Problem;

/** Dependencies that expect to be packed, which an archive does not do. */
final class Bundled {
    private static final Set<String> PACKED = Set.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_RUNTIME);

    private Bundled() {}

    static List<Problem> among(Collection<Artifact> dependencies) {
        return dependencies.stream()
                .filter(dependency -> PACKED.contains(dependency.getScope()))
                .map(dependency -> new Problem(
                        "PEEK-2310",
                        "dependency " + dependency.getId() + " has scope " + dependency.getScope()
                                + ", but an archive carries the plugin's own classes only. It would be missing at run time; no"
                                + " archive was written. Give it scope 'provided' if WildFly, the platform or a required plugin"
                                + " brings it, or do without it."))
                .toList();
    }
}
