package org.peekplatform.core.archive;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;

/**
 * An archive, as the rules see it.
 *
 * @param path of entries, joined by {@code !/}; empty for the uploaded file
 * @param service whose EAR this is, or is in
 */
record Place(String path, int depth, Kind kind, Optional<Service> service) {
    private static final Set<String> ARCHIVES = Set.of("ear", "war", "jar", "rar", "sar", "har", "zip");

    enum Kind {
        PLUGIN,
        EAR,
        EJB_JAR,
        WAR,
        API_JAR,
        LIBRARY
    }

    static Place outermost() {
        return new Place("", 0, Kind.PLUGIN, Optional.empty());
    }

    static boolean isArchive(String entry) {
        return ARCHIVES.contains(entry.substring(entry.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Where the entries of a nested archive are. */
    Place into(String entry, PluginDescriptor descriptor) {
        Optional<Service> part = kind == Kind.PLUGIN
                ? descriptor.services().keySet().stream()
                        .filter(candidate -> EarLayout.archiveEntry(candidate).equals(entry))
                        .findFirst()
                : service;
        return new Place(
                path.isEmpty() ? entry : path + "!/" + entry, depth + 1, kindOf(entry, part, descriptor), part);
    }

    private Kind kindOf(String entry, Optional<Service> part, PluginDescriptor descriptor) {
        if (kind == Kind.PLUGIN) {
            return part.isPresent() ? Kind.EAR : isApi("api/", entry, descriptor) ? Kind.API_JAR : Kind.LIBRARY;
        }
        if (kind != Kind.EAR) {
            return Kind.LIBRARY;
        }
        EarLayout layout = new EarLayout(descriptor, part.orElseThrow());
        return entry.equals(layout.ejbJar())
                ? Kind.EJB_JAR
                : entry.equals(layout.war())
                        ? Kind.WAR
                        : isApi("lib/", entry, descriptor) ? Kind.API_JAR : Kind.LIBRARY;
    }

    private static boolean isApi(String folder, String entry, PluginDescriptor descriptor) {
        return entry.equals(folder + EarLayout.apiJar(descriptor.id()));
    }

    /** WildFly looks into it when it deploys the part. */
    boolean isDeployed() {
        return service.isPresent();
    }
}
