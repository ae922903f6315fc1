package org.peekplatform.maven.descriptor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.peekplatform.api.Service;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.maven.layout.SourceLayout;
import org.peekplatform.maven.scan.ClassSet;
import org.peekplatform.maven.scan.ScannedClass;

/**
 * The hooks of a plugin, one for each service that it has a part on.
 *
 * @param hooks internal names of their classes
 * @param root the plugin's root package, with slashes; empty when there are problems
 */
public record HookSearch(Map<Service, String> hooks, Optional<String> root, List<Problem> problems) {
    private static final Map<String, Service> CONTRACTS = Map.of(
            "org/peekplatform/api/hook/ServerHook", Service.SERVER,
            "org/peekplatform/api/hook/ClientHook", Service.CLIENT,
            "org/peekplatform/api/hook/AgentHook", Service.AGENT,
            "org/peekplatform/api/hook/WorkerHook", Service.WORKER);

    public HookSearch {
        hooks = Map.copyOf(hooks);
        problems = List.copyOf(problems);
    }

    public static HookSearch in(ClassSet classes) {
        List<Problem> problems = new ArrayList<>();
        Map<Service, String> hooks = new EnumMap<>(Service.class);
        Set<String> roots = new TreeSet<>();
        for (ScannedClass candidate : classes.all()) {
            for (Service service : servicesOf(candidate, classes)) {
                String before = hooks.putIfAbsent(service, candidate.name());
                if (before != null) {
                    problems.add(two(service, before, candidate.name()));
                }
                SourceLayout.rootOf(candidate.packagePath(), service)
                        .ifPresentOrElse(roots::add, () -> problems.add(misplaced(service, candidate.name())));
            }
        }
        if (hooks.isEmpty()) {
            problems.add(none());
        }
        if (roots.size() > 1) {
            problems.add(apart(roots));
        }
        return new HookSearch(hooks, problems.isEmpty() ? roots.stream().findFirst() : Optional.empty(), problems);
    }

    private static Set<Service> servicesOf(ScannedClass candidate, ClassSet classes) {
        return candidate.isConcrete()
                ? classes.above(candidate).stream()
                        .filter(CONTRACTS::containsKey)
                        .map(CONTRACTS::get)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Problem none() {
        return new Problem(
                "PEEK-2301",
                "no class implements ServerHook, ClientHook, AgentHook or WorkerHook. The plugin would run nowhere; no archive was"
                        + " written. Add an @ApplicationScoped hook in the package internal.<service>.");
    }

    private static Problem two(Service service, String first, String second) {
        return new Problem(
                "PEEK-2302",
                "two hooks for the " + service.id() + ": " + dotted(first) + " and " + dotted(second)
                        + ". Nobody can say which one to start; no archive was written. Keep one of them.");
    }

    private static Problem misplaced(Service service, String name) {
        return new Problem(
                "PEEK-2303",
                "the hook " + dotted(name) + " is not in a package <root>.internal." + service.id()
                        + ". It would not be part of that service's archive; none was written. Move it there.");
    }

    private static Problem apart(Set<String> roots) {
        return new Problem(
                "PEEK-2304",
                "the hooks lie below different root packages: " + dotted(String.join(", ", roots))
                        + ". A plugin has one; no archive was written. Move the hooks below the same package.");
    }

    private static String dotted(String name) {
        return name.replace('/', '.');
    }
}
