package org.peekplatform.maven.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Requirement;
import org.peekplatform.core.descriptor.SemanticVersion;
import org.peekplatform.core.descriptor.VersionRange;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.maven.scan.ClassSet;

/**
 * What a plugin needs of others: what its developer wrote, and what its code uses.
 *
 * @param requires sorted by plugin
 * @param uses members of their APIs, by plugin
 */
public record Requirements(List<Requirement> requires, SortedMap<String, List<String>> uses, List<Problem> problems) {

    /**
     * @param written what the developer wrote
     * @param providers the plugins that the code was compiled against
     */
    public static Requirements of(List<Requirement> written, List<Provider> providers, ClassSet code) {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, Requirement> requires = new TreeMap<>();
        SortedMap<String, List<String>> uses = new TreeMap<>();
        for (Requirement requirement : written) {
            Optional<Provider> provider = providers.stream()
                    .filter(p -> p.descriptor().id().equals(requirement.plugin()))
                    .findFirst();
            requires.put(
                    requirement.plugin(),
                    provider.map(p -> completed(requirement, p)).orElse(requirement));
            verify(requirement, provider).ifPresent(problems::add);
        }
        for (Provider provider : providers) {
            SortedSet<String> used = provider.usedBy(code);
            if (!used.isEmpty()) {
                uses.put(provider.descriptor().id(), List.copyOf(used));
                requires.computeIfAbsent(provider.descriptor().id(), id -> builtAgainst(provider.descriptor()));
            }
        }
        return new Requirements(List.copyOf(requires.values()), uses, List.copyOf(problems));
    }

    private static Requirement completed(Requirement written, Provider provider) {
        return new Requirement(written.plugin(), written.range(), written.optional(), services(provider.descriptor()));
    }

    private static Requirement builtAgainst(PluginDescriptor provider) {
        int major = Integer.parseInt(
                provider.version().substring(0, provider.version().indexOf('.')));
        String range = ">=" + provider.version() + " <" + (major + 1) + ".0.0";
        return new Requirement(provider.id(), range, false, services(provider));
    }

    private static List<Service> services(PluginDescriptor provider) {
        return provider.services().keySet().stream().sorted().toList();
    }

    private static Optional<Problem> verify(Requirement written, Optional<Provider> provider) {
        if (provider.isEmpty()) {
            return written.optional() ? Optional.empty() : Optional.of(unknown(written));
        }
        String version = provider.get().descriptor().version();
        boolean included = VersionRange.of(written.range()).includes(SemanticVersion.of(version));
        return included ? Optional.empty() : Optional.of(otherVersion(written, version));
    }

    private static Problem unknown(Requirement written) {
        return new Problem(
                "PEEK-2306",
                "plugin.json requires '" + written.plugin()
                        + "', which is not among the Maven dependencies. It is unknown on which"
                        + " services it runs; no archive was written. Add its jar with classifier 'api' (or its zip) as a"
                        + " dependency of scope 'provided'.");
    }

    private static Problem otherVersion(Requirement written, String version) {
        return new Problem(
                "PEEK-2307",
                "plugin.json requires '" + written.plugin() + "' " + written.range()
                        + ", but the code was compiled against "
                        + version
                        + ". It was never tried with a version in the range; no archive was written. Correct the range or"
                        + " the Maven dependency.");
    }
}
