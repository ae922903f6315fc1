package org.peekplatform.maven.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.peekplatform.core.descriptor.DescriptorIntake;
import org.peekplatform.core.descriptor.DescriptorReader;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.core.tuple.LiveTypesIntake;
import org.peekplatform.core.tuple.TupleRules;
import org.peekplatform.maven.descriptor.HookSearch;
import org.peekplatform.maven.descriptor.Provider;
import org.peekplatform.maven.layout.SourceLayout;
import org.peekplatform.maven.scan.ClassSet;
import org.peekplatform.maven.scan.ScannedClass;

/** Finds the live types of a plugin and writes their TypeScript. */
public final class TupleTypesBuild {
    private static final String TUPLE = "org/peekplatform/api/live/Tuple";
    private static final Set<String> CONTRACTS =
            Set.of("org/peekplatform/api/live/Action", "org/peekplatform/api/live/Query");

    private final SortedMap<String, byte[]> output;
    private final List<Provider> providers;
    private final ClassLoader dependencies;

    /**
     * @param output compiled classes and resources, by path
     * @param providers the plugins that the code was compiled against
     * @param dependencies has everything that the code was compiled against
     */
    public TupleTypesBuild(SortedMap<String, byte[]> output, List<Provider> providers, ClassLoader dependencies) {
        this.output = output;
        this.providers = List.copyOf(providers);
        this.dependencies = dependencies;
    }

    /** Nothing for a project whose descriptor or hooks are wrong: packaging says so, and better. */
    public TupleTypes run() {
        ClassSet classes = ClassSet.of(output.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".class"))
                .map(Map.Entry::getValue)
                .toList());
        HookSearch hooks = HookSearch.in(classes);
        byte[] descriptor = output.getOrDefault("plugin.json", new byte[0]);
        return hooks.root().isPresent()
                        && new DescriptorReader().readSource(descriptor) instanceof DescriptorIntake.Accepted accepted
                ? write(
                        accepted.descriptor().id(),
                        new SourceLayout(hooks.root().get(), hooks.hooks().keySet()),
                        classes)
                : TupleTypes.none();
    }

    private TupleTypes write(String plugin, SourceLayout layout, ClassSet classes) {
        List<Problem> problems = new ArrayList<>();
        Collection<Class<?>> live = load(classes, problems);
        if (!problems.isEmpty()) {
            return TupleTypes.refused(problems);
        }
        LiveTypesIntake intake = TupleRules.check(live);
        if (intake instanceof LiveTypesIntake.Refused refused) {
            return TupleTypes.refused(refused.problems());
        }
        Homes homes = new Homes(plugin, layout, output.keySet(), providers);
        return new TupleModules(plugin, ((LiveTypesIntake.Accepted) intake).types(), homes).write();
    }

    private Collection<Class<?>> load(ClassSet classes, List<Problem> problems) {
        CompiledClasses loader = new CompiledClasses(output, dependencies);
        List<Class<?>> live = new ArrayList<>();
        for (ScannedClass candidate : classes.all()) {
            if (isLive(candidate, classes)) {
                String name = candidate.name().replace('/', '.');
                try {
                    live.add(Class.forName(name, false, loader));
                } catch (ClassNotFoundException | LinkageError e) {
                    problems.add(new Problem(
                            "PEEK-2720",
                            name + " is a tuple, an action or a query, but cannot be loaded: " + e
                                    + ". Its TypeScript cannot be written. Is the dependency that has the missing class among"
                                    + " those of the project?"));
                }
            }
        }
        return live;
    }

    /** Interfaces and abstract classes are what live types may have in common, not live types. */
    private static boolean isLive(ScannedClass candidate, ClassSet classes) {
        return candidate.annotations().contains(TUPLE)
                || candidate.isConcrete() && classes.above(candidate).stream().anyMatch(CONTRACTS::contains);
    }
}
