package org.peekplatform.core.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Requirement;

/** Who builds on whom. Requirements of plugins that are not there play no role; all answers are the same every time. */
public final class DependencyGraph {
    private final SortedMap<String, SortedSet<String>> providers = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> dependents = new TreeMap<>();

    private DependencyGraph(Map<String, ? extends Collection<String>> edges) {
        edges.keySet().forEach(id -> {
            providers.put(id, new TreeSet<>());
            dependents.put(id, new TreeSet<>());
        });
        edges.forEach(
                (id, required) -> required.stream().filter(edges::containsKey).forEach(provider -> {
                    providers.get(id).add(provider);
                    dependents.get(provider).add(id);
                }));
    }

    /** The graph over whole plugins, optional requirements included. */
    public static DependencyGraph of(Collection<PluginDescriptor> plugins) {
        return of(plugins, required -> true);
    }

    /** The graph of those requirements without which a plugin cannot run. */
    public static DependencyGraph ofNeeds(Collection<PluginDescriptor> plugins) {
        return of(plugins, required -> !required.optional());
    }

    /** The graph of the parts on one service, as their deployments are linked. */
    public static DependencyGraph on(Service service, Collection<PluginDescriptor> plugins) {
        return of(
                plugins.stream().filter(p -> p.services().containsKey(service)).toList(),
                required -> required.services().contains(service));
    }

    private static DependencyGraph of(Collection<PluginDescriptor> plugins, Predicate<Requirement> counts) {
        Map<String, List<String>> edges = new TreeMap<>();
        plugins.forEach(p -> edges.put(
                p.id(),
                p.requires().stream().filter(counts).map(Requirement::plugin).toList()));
        return new DependencyGraph(edges);
    }

    /** A graph of plain names: each with those that it requires. */
    public static DependencyGraph ofNames(Map<String, ? extends Collection<String>> edges) {
        return new DependencyGraph(edges);
    }

    /**
     * Providers before their dependents, by Kahn's algorithm; among equals by id. Members of a cycle, and what builds on
     * them, are left out: see {@link #cycle()}.
     */
    public List<String> order() {
        Map<String, Integer> waitsFor = new TreeMap<>();
        providers.forEach((id, required) -> waitsFor.put(id, required.size()));
        TreeSet<String> ready = new TreeSet<>();
        waitsFor.forEach((id, count) -> {
            if (count == 0) {
                ready.add(id);
            }
        });
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String next = ready.pollFirst();
            order.add(next);
            for (String dependent : dependents.get(next)) {
                if (waitsFor.merge(dependent, -1, Integer::sum) == 0) {
                    ready.add(dependent);
                }
            }
        }
        return order;
    }

    /** Plugins that require this one themselves. */
    public Set<String> dependents(String id) {
        return dependents.getOrDefault(id, new TreeSet<>());
    }

    /** Plugins that require this one, or require one that does, and so on; nearest first, without the plugin itself. */
    public List<String> transitiveDependents(String id) {
        Set<String> reached = new LinkedHashSet<>();
        List<String> border = List.copyOf(dependents(id));
        while (!border.isEmpty()) {
            List<String> fresh = border.stream().filter(reached::add).toList();
            border = fresh.stream()
                    .flatMap(next -> dependents(next).stream())
                    .distinct()
                    .toList();
        }
        reached.remove(id);
        return List.copyOf(reached);
    }

    /** A cycle when there is one, as {@code a, b, a}: each requires the next. */
    public Optional<List<String>> cycle() {
        Set<String> stuck = new TreeSet<>(providers.keySet());
        order().forEach(stuck::remove);
        if (stuck.isEmpty()) {
            return Optional.empty();
        }
        List<String> path = new ArrayList<>();
        String at = stuck.iterator().next();
        while (!path.contains(at)) {
            path.add(at);
            at = providers.get(at).stream().filter(stuck::contains).findFirst().orElseThrow();
        }
        List<String> cycle = new ArrayList<>(path.subList(path.indexOf(at), path.size()));
        cycle.add(at);
        return Optional.of(cycle);
    }
}
