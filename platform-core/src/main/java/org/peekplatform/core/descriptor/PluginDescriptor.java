package org.peekplatform.core.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peekplatform.api.Service;

/**
 * The completed descriptor of an archive. A developer writes the first seven fields and {@code database}, the
 * packaging goal the rest.
 *
 * @param id {@code [a-z][a-z0-9-]{1,39}}, the same over all versions
 * @param version semantic version
 * @param platform versions of the platform that the plugin runs on, as a range
 * @param requires plugins that must be (or, optional ones, may be) there first
 * @param services the parts, by service
 * @param api what other plugins may use; absent when nothing is exposed
 * @param uses members of other plugins' APIs that this one's code refers to, by plugin id
 * @param migrations scripts in the order in which they are run
 * @param database {@code postgresql} for a plugin that needs it; absent for one that runs on any supported database
 * @param files SHA-256 in hex of every entry of the archive but {@code plugin.json}, by entry name
 */
public record PluginDescriptor(
        String id,
        String version,
        String title,
        String description,
        String vendor,
        String platform,
        List<Requirement> requires,
        Map<Service, Part> services,
        Optional<Api> api,
        Map<String, List<String>> uses,
        List<Migration> migrations,
        Map<String, String> files,
        Optional<BuiltWith> builtWith,
        Optional<String> database) {
    /** The one database that a plugin can ask for. */
    public static final String POSTGRESQL = "postgresql";

    /** A plugin that runs on any supported database. */
    public PluginDescriptor(
            String id,
            String version,
            String title,
            String description,
            String vendor,
            String platform,
            List<Requirement> requires,
            Map<Service, Part> services,
            Optional<Api> api,
            Map<String, List<String>> uses,
            List<Migration> migrations,
            Map<String, String> files,
            Optional<BuiltWith> builtWith) {
        this(
                id,
                version,
                title,
                description,
                vendor,
                platform,
                requires,
                services,
                api,
                uses,
                migrations,
                files,
                builtWith,
                Optional.empty());
    }

    /** Texts that are not there are empty: {@code description}, {@code vendor}, and in the source form {@code version}. */
    public PluginDescriptor {
        id = id == null ? "" : id;
        version = version == null ? "" : version;
        title = title == null ? "" : title;
        description = description == null ? "" : description;
        vendor = vendor == null ? "" : vendor;
        platform = platform == null ? "" : platform;
        requires = requires == null ? List.of() : List.copyOf(requires);
        services = services == null ? Map.of() : Map.copyOf(services);
        api = api == null ? Optional.empty() : api;
        uses = uses == null ? Map.of() : Map.copyOf(uses);
        migrations = migrations == null ? List.of() : List.copyOf(migrations);
        files = files == null ? Map.of() : Map.copyOf(files);
        builtWith = builtWith == null ? Optional.empty() : builtWith;
        database = database == null ? Optional.empty() : database;
    }

    /**
     * Another plugin that this one needs.
     *
     * @param plugin its id
     * @param range its versions, such as {@code >=2.0 <3}
     * @param optional may be absent; when it is there its version must be in the range
     * @param services where the required plugin has a part; the packaging goal takes it from that plugin's descriptor
     */
    public record Requirement(String plugin, String range, boolean optional, List<Service> services) {
        public Requirement {
            plugin = plugin == null ? "" : plugin;
            range = range == null ? "" : range;
            services = services == null ? List.of() : List.copyOf(services);
        }
    }

    /**
     * The part of the plugin that runs on one service.
     *
     * @param hook class of the entry hook; may be the empty text in the source form
     * @param publishes interfaces that the part publishes to other plugins on its service; none on the worker
     * @param excludes WildFly subsystems that the part does not use; written into its deployment structure
     * @param web the part has a web archive, served below {@code /<service>/<id>/}
     */
    public record Part(String hook, List<String> publishes, List<String> excludes, boolean web) {
        public Part {
            hook = hook == null ? "" : hook;
            publishes = publishes == null ? List.of() : List.copyOf(publishes);
            excludes = excludes == null ? List.of() : List.copyOf(excludes);
        }
    }

    /**
     * The exposed part of the plugin.
     *
     * @param packages exposed Java packages
     * @param members public and protected members, as {@code org/x/Type}, {@code org/x/Type#name(Ljava/lang/String;)V}
     *     or {@code org/x/Type#field:I}
     */
    public record Api(List<String> packages, List<String> members) {
        public Api {
            packages = packages == null ? List.of() : List.copyOf(packages);
            members = members == null ? List.of() : List.copyOf(members);
        }
    }

    /**
     * A script of the plugin's schema.
     *
     * @param file entry name, {@code db/migration/V1__create.sql}, or below {@code db/migration/<vendor>/}
     * @param sha256 of its bytes, in hex
     */
    public record Migration(String file, String sha256) {
        public Migration {
            file = file == null ? "" : file;
            sha256 = sha256 == null ? "" : sha256;
        }
    }

    /** Tool versions of the build. */
    public record BuiltWith(String platform, String jdk, Optional<String> angular) {
        public BuiltWith {
            angular = angular == null ? Optional.empty() : angular;
        }
    }
}
