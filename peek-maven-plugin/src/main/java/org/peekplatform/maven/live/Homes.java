package org.peekplatform.maven.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peekplatform.core.json.Json;
import org.peekplatform.maven.descriptor.Provider;
import org.peekplatform.maven.layout.SourceLayout;

/** Where types come from: this plugin, exposed or not, or another plugin's TypeScript. */
final class Homes {
    /** In a module: which class became which type, so that the builds of other plugins find them. */
    static final String CLASSES = "classes.json";

    private final String plugin;
    private final SourceLayout layout;
    private final Set<String> output;
    private final Map<String, Foreign> foreign = new HashMap<>();

    /** A type in the module of another plugin. */
    record Foreign(String specifier, String name) {}

    Homes(String plugin, SourceLayout layout, Set<String> output, List<Provider> providers) {
        this.plugin = plugin;
        this.layout = layout;
        this.output = output;
        providers.forEach(this::addTypesOf);
    }

    private void addTypesOf(Provider provider) {
        String specifier = "@peek/" + provider.descriptor().id() + "/tuples";
        Optional.ofNullable(provider.types().get(specifier + "/" + CLASSES))
                .ifPresent(classes -> Json.read(classes, JsonNode.class)
                        .properties()
                        .forEach(entry -> foreign.put(
                                entry.getKey(),
                                new Foreign(specifier, entry.getValue().asText()))));
    }

    /** The module that this plugin's own pages and all others import. */
    String exposedModule() {
        return "@peek/" + plugin + "/tuples";
    }

    boolean isExposed(Class<?> type) {
        return isOwn(type) && layout.exposes(type.getPackageName().replace('.', '/'));
    }

    boolean isInternal(Class<?> type) {
        return isOwn(type) && !isExposed(type);
    }

    /** Empty for a class of another plugin that has no TypeScript: this plugin's module then has its own copy. */
    Optional<Foreign> foreign(Class<?> type) {
        return isOwn(type) ? Optional.empty() : Optional.ofNullable(foreign.get(type.getName()));
    }

    private boolean isOwn(Class<?> type) {
        return output.contains(CompiledClasses.entry(type.getName()));
    }
}
