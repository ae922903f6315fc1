package org.peekplatform.maven.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.core.tuple.LiveType;
import org.peekplatform.core.tuple.LiveTypes;

/** Shares the types of a plugin out between its two modules and writes both. Used once. */
final class TupleModules {
    private final String plugin;
    private final LiveTypes types;
    private final Homes homes;
    private final Set<Class<?>> madeForAll = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    TupleModules(String plugin, LiveTypes types, Homes homes) {
        this.plugin = plugin;
        this.types = types;
        this.homes = homes;
    }

    TupleTypes write() {
        types.live().stream().filter(live -> homes.isExposed(live.type())).forEach(this::expose);
        Map<Class<?>, String> names = names();
        if (!problems.isEmpty()) {
            return TupleTypes.refused(problems);
        }
        Set<Class<?>> exposed = new LinkedHashSet<>();
        Set<Class<?>> hidden = new LinkedHashSet<>();
        names.keySet().forEach(type -> (isForAll(type) ? exposed : hidden).add(type));
        SortedMap<String, byte[]> files = new TreeMap<>();
        write(TupleTypes.EXPOSED, exposed, names, files);
        write(TupleTypes.PRIVATE, hidden, names, files);
        return new TupleTypes(files, List.of());
    }

    private void expose(LiveType live) {
        Set<Class<?>> reached = Reach.of(live, types.declarations());
        madeForAll.addAll(reached);
        reached.stream()
                .filter(homes::isInternal)
                .forEach(secret -> problems.add(new Problem(
                        "PEEK-2721",
                        live.kind().word() + " '" + live.name() + "' is exposed, but made of " + secret.getTypeName()
                                + ", which other plugins cannot see. They could not use it. Move that type to the package tuple, or"
                                + " the " + live.kind().word() + " to internal.tuple.")));
    }

    private boolean isForAll(Class<?> type) {
        return homes.isExposed(type) || madeForAll.contains(type);
    }

    /** The names of the types that this plugin declares itself. */
    private Map<Class<?>, String> names() {
        Map<Class<?>, String> names = new LinkedHashMap<>();
        Map<String, Class<?>> taken = new LinkedHashMap<>();
        for (Class<?> type : types.declarations().keySet()) {
            if (homes.foreign(type).isEmpty()) {
                String name = LiveType.nameOf(type);
                names.put(type, name);
                Class<?> before = taken.putIfAbsent(name, type);
                if (before != null) {
                    problems.add(new Problem(
                            "PEEK-2722",
                            before.getTypeName() + " and " + type.getTypeName() + " would both be the TypeScript type '"
                                    + name + "'. Rename one."));
                } else if (!Character.isUpperCase(name.charAt(0))) {
                    problems.add(new Problem(
                            "PEEK-2723",
                            type.getTypeName() + " would be the TypeScript type '" + name
                                    + "', which may be a word of that language. Begin its name with a capital."));
                }
            }
        }
        return names;
    }

    private void write(String module, Set<Class<?>> own, Map<Class<?>, String> names, SortedMap<String, byte[]> files) {
        if (own.isEmpty()) {
            return;
        }
        LocalNames local = new LocalNames(homes, names, own);
        List<LiveType> live = types.live().stream()
                .filter(candidate -> own.contains(candidate.type()))
                .toList();
        TypeScript typeScript = new TypeScript(plugin, live, local);
        own.forEach(type -> typeScript.declare(types.declarations().get(type)));
        String folder = "@peek/" + plugin + "/" + module + "/";
        files.put(folder + "index.d.ts", typeScript.declarations().getBytes(StandardCharsets.UTF_8));
        files.put(folder + "index.js", typeScript.script().getBytes(StandardCharsets.UTF_8));
        if (module.equals(TupleTypes.EXPOSED)) {
            files.put(folder + Homes.CLASSES, Json.write(classes(own, names)));
        }
    }

    private static Map<String, String> classes(Set<Class<?>> own, Map<Class<?>, String> names) {
        return own.stream().collect(Collectors.toMap(Class::getName, names::get, (one, other) -> one, TreeMap::new));
    }
}
