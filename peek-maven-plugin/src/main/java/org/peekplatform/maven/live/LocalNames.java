package org.peekplatform.maven.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.peekplatform.maven.live.Homes.Foreign;

/** How one module calls the types that it declares and those that it imports. */
final class LocalNames {
    private final Homes homes;
    private final Map<Class<?>, String> names;
    private final Set<Class<?>> own;

    /** Where each name that is in use comes from; empty for the module itself. */
    private final Map<String, String> modules = new HashMap<>();

    private final SortedSet<String> imports = new TreeSet<>();

    /**
     * @param names of all types that the plugin declares
     * @param own types of this module
     */
    LocalNames(Homes homes, Map<Class<?>, String> names, Set<Class<?>> own) {
        this.homes = homes;
        this.names = names;
        this.own = own;
        own.forEach(type -> modules.put(names.get(type), ""));
    }

    /** The name of a type; from now on the module imports it when it is not its own. */
    String of(Class<?> type) {
        if (own.contains(type)) {
            return names.get(type);
        }
        Foreign foreign = homes.foreign(type).orElseGet(() -> new Foreign(homes.exposedModule(), names.get(type)));
        boolean free = modules.computeIfAbsent(foreign.name(), any -> foreign.specifier())
                .equals(foreign.specifier());
        String local = free ? foreign.name() : alias(foreign);
        imports.add("import type { " + foreign.name() + (local.equals(foreign.name()) ? "" : " as " + local)
                + " } from '" + foreign.specifier() + "';\n");
        return local;
    }

    /** Two plugins may have types of the same name; {@code @peek/active-task/tuples} gives {@code Job_active_task}. */
    private static String alias(Foreign foreign) {
        return foreign.name() + "_" + foreign.specifier().split("/")[1].replace('-', '_');
    }

    String imports() {
        return String.join("", imports);
    }
}
