package org.peekplatform.maven.layout;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peekplatform.api.Service;

/** The rules by which a plugin's packages become jars. */
public final class SourceLayout {
    private static final Set<String> EXPOSED = Set.of("tuple", "server", "client", "agent");
    private static final Set<Service> WITH_STORAGE = EnumSet.of(Service.SERVER, Service.WORKER);
    private static final Set<String> DESCRIBES_TABLES = Set.of("META-INF/persistence.xml", "META-INF/orm.xml");
    private static final Set<String> NOT_PACKED = Set.of("plugin.json", "META-INF/MANIFEST.MF", "module-info.class");

    private final String root;
    private final Set<Service> parts;

    /**
     * @param root the plugin's root package, with slashes
     * @param parts services for which the plugin has a hook
     */
    public SourceLayout(String root, Set<Service> parts) {
        this.root = root;
        this.parts = Set.copyOf(parts);
    }

    /** The plugin's root package as one of its hooks shows it: what stands before {@code internal.<service>}. */
    public static Optional<String> rootOf(String hookPackage, Service service) {
        String path = hookPackage + "/";
        int cut = path.lastIndexOf("/internal/" + service.id() + "/");
        return cut <= 0 ? Optional.empty() : Optional.of(path.substring(0, cut));
    }

    /** Whether classes of this package are seen by other plugins. */
    public boolean exposes(String packagePath) {
        return placeOfPackage(packagePath) instanceof Place.ApiJar;
    }

    /** Entities and what describes them: of use only to a part whose code touches the database. */
    public boolean isStorage(String entry) {
        return DESCRIBES_TABLES.contains(entry) || entry.startsWith(storagePackage());
    }

    /** Path of the package that holds entities. */
    public String storagePackage() {
        return root + "/internal/storage/";
    }

    /**
     * @param entry path in the compiled output, with slashes
     */
    public Place placeOf(String entry) {
        if (NOT_PACKED.contains(entry) || entry.startsWith("db/migration/") || entry.startsWith("META-INF/maven/")) {
            return new Place.Elsewhere();
        }
        if (entry.startsWith("META-INF/")) {
            return placeOfMetadata(entry);
        }
        int slash = entry.lastIndexOf('/');
        String packagePath = slash < 0 ? "" : entry.substring(0, slash);
        if (packagePath.equals(root) && entry.endsWith("/package-info.class")) {
            return new Place.Elsewhere();
        }
        boolean below = (packagePath + "/").startsWith(root + "/");
        return below || entry.endsWith(".class") ? placeOfPackage(packagePath) : new Place.PartJar(parts);
    }

    private Place placeOfMetadata(String entry) {
        if (DESCRIBES_TABLES.contains(entry)) {
            return among(WITH_STORAGE, "describes tables, but the plugin has a hook for neither server nor worker");
        }
        if (entry.startsWith("META-INF/batch-jobs/") || entry.equals("META-INF/batch.xml")) {
            return among(EnumSet.of(Service.WORKER), "describes batch jobs, but the plugin has no WorkerHook");
        }
        return new Place.PartJar(parts);
    }

    private Place placeOfPackage(String packagePath) {
        if (!(packagePath + "/").startsWith(root + "/")) {
            return new Place.Nowhere("lies outside of the plugin's root package " + dotted(root));
        }
        String[] below = packagePath.equals(root)
                ? new String[0]
                : packagePath.substring(root.length() + 1).split("/");
        if (below.length > 0 && EXPOSED.contains(below[0])) {
            return new Place.ApiJar();
        }
        if (below.length == 0 || !below[0].equals("internal")) {
            return new Place.Nowhere(
                    "lies in none of the packages tuple, server, client, agent and internal below " + dotted(root));
        }
        return placeOfInternal(below);
    }

    private Place placeOfInternal(String[] below) {
        if (below.length > 1 && below[1].equals("storage")) {
            return among(WITH_STORAGE, "is storage, but the plugin has a hook for neither server nor worker");
        }
        Optional<Service> own = below.length < 2 ? Optional.empty() : service(below[1]);
        if (own.isEmpty()) {
            return new Place.PartJar(parts);
        }
        if (!parts.contains(own.get())) {
            return new Place.Nowhere("belongs to the " + own.get().id() + ", but the plugin has no hook for it");
        }
        boolean web = below.length > 2 && below[2].equals("web");
        return web ? new Place.PartWar(own.get()) : new Place.PartJar(Set.of(own.get()));
    }

    private Place among(Set<Service> services, String otherwise) {
        Set<Service> there = services.stream().filter(parts::contains).collect(Collectors.toSet());
        return there.isEmpty() ? new Place.Nowhere(otherwise) : new Place.PartJar(there);
    }

    private static Optional<Service> service(String id) {
        return Stream.of(Service.values()).filter(s -> s.id().equals(id)).findFirst();
    }

    private static String dotted(String path) {
        return path.replace('/', '.');
    }
}
