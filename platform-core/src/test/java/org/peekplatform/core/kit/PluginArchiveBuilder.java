package org.peekplatform.core.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.peekplatform.api.Service;
import org.peekplatform.core.archive.EarLayout;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Api;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;
import org.peekplatform.core.descriptor.PluginDescriptor.Part;
import org.peekplatform.core.descriptor.PluginDescriptor.Requirement;
import org.peekplatform.core.json.Json;

/** Builds a plugin archive of real, deployable parts; without further words version 1.0.0 on the server. */
public final class PluginArchiveBuilder {
    private static final List<String> LEAN = List.of(
            "jaxrs",
            "jpa",
            "batch-jberet",
            "messaging-activemq",
            "datasources",
            "resource-adapters",
            "ee-security",
            "microprofile-config-smallrye",
            "bean-validation");

    private final String id;
    private final Set<Service> services = EnumSet.noneOf(Service.class);
    private final Set<Service> web = EnumSet.noneOf(Service.class);
    private final List<Requirement> requires = new ArrayList<>();
    private final List<String> consumed = new ArrayList<>();
    private final Map<String, byte[]> scripts = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, byte[]> unlisted = new LinkedHashMap<>();
    private final Map<Service, Map<String, byte[]>> inEar = new EnumMap<>(Service.class);
    private final Map<Service, Map<String, byte[]>> inJar = new EnumMap<>(Service.class);
    private final Map<String, String> behaviour = new TreeMap<>();
    private String version = "1.0.0";
    private String platform = ">=0.1 <1";
    private Optional<String> database = Optional.empty();
    private boolean publishes;
    private UnaryOperator<PluginDescriptor> change = UnaryOperator.identity();

    private PluginArchiveBuilder(String id) {
        this.id = id;
    }

    public static PluginArchiveBuilder named(String id) {
        return new PluginArchiveBuilder(id);
    }

    public PluginArchiveBuilder version(String version) {
        this.version = version;
        return this;
    }

    public PluginArchiveBuilder platform(String range) {
        this.platform = range;
        return this;
    }

    /** Runs on that database only. */
    public PluginArchiveBuilder needsDatabase(String needed) {
        this.database = Optional.of(needed);
        return this;
    }

    /** Parts on these services. */
    public PluginArchiveBuilder on(Service... parts) {
        services.addAll(Arrays.asList(parts));
        return this;
    }

    /** Parts on all four services. */
    public PluginArchiveBuilder everywhere() {
        return on(Service.values());
    }

    /** The required plugin has a part on the server. */
    public PluginArchiveBuilder requires(String plugin, String range) {
        return requires(plugin, range, Service.SERVER);
    }

    /** The required plugin has parts on these services. */
    public PluginArchiveBuilder requires(String plugin, String range, Service... there) {
        requires.add(new Requirement(plugin, range, false, List.of(there)));
        return this;
    }

    public PluginArchiveBuilder requiresIfThere(String plugin, String range, Service... there) {
        requires.add(new Requirement(plugin, range, true, List.of(there)));
        return this;
    }

    /** The server's part publishes {@code peekplugins.<id>.server.Greeter}. */
    public PluginArchiveBuilder publishing() {
        publishes = true;
        return on(Service.SERVER);
    }

    /** Requires the plugin, injects its published Greeter on the server and calls it when it starts. */
    public PluginArchiveBuilder consuming(String provider, String range) {
        consumed.add(provider);
        return on(Service.SERVER).requires(provider, range);
    }

    /** The part has a war that answers id and version at {@code /<service>/<id>/title}. */
    public PluginArchiveBuilder webOn(Service service) {
        web.add(service);
        return on(service);
    }

    /** The part's hook throws on start. */
    public PluginArchiveBuilder failingOn(Service service) {
        behaviour.put("fail." + service.id(), "this part was built to fail on " + service.id());
        return on(service);
    }

    /** The part's hook takes that long to start. */
    public PluginArchiveBuilder slowOn(Service service, Duration time) {
        behaviour.put("delay." + service.id(), String.valueOf(time.toMillis()));
        return on(service);
    }

    /** The part's hook takes that long to stop. */
    public PluginArchiveBuilder slowToStopOn(Service service, Duration time) {
        behaviour.put("linger." + service.id(), String.valueOf(time.toMillis()));
        return on(service);
    }

    /** A script; a bare name goes to {@code db/migration/}, {@code h2/V1__x.sql} below it. */
    public PluginArchiveBuilder migration(String name, String sql) {
        scripts.put("db/migration/" + name, sql.getBytes(UTF_8));
        return this;
    }

    /** An entry of the archive that the descriptor lists. */
    public PluginArchiveBuilder file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** An entry of the archive that the descriptor does not list. */
    public PluginArchiveBuilder unlisted(String name, byte[] content) {
        unlisted.put(name, content);
        return this;
    }

    /** An entry of the part's EAR, in place of a generated one of that name. */
    public PluginArchiveBuilder inEar(Service service, String name, byte[] content) {
        inEar.computeIfAbsent(service, s -> new LinkedHashMap<>()).put(name, content);
        return on(service);
    }

    /** An entry of the part's private jar, in place of one of that name. */
    public PluginArchiveBuilder inJar(Service service, String name, byte[] content) {
        inJar.computeIfAbsent(service, s -> new LinkedHashMap<>()).put(name, content);
        return on(service);
    }

    /** Changes the descriptor after everything else was made from it. */
    public PluginArchiveBuilder lying(UnaryOperator<PluginDescriptor> change) {
        this.change = change;
        return this;
    }

    public Path writeTo(Path folder) {
        return build().writeTo(folder);
    }

    /** The descriptor alone, for tests of the plan. */
    public PluginDescriptor descriptor() {
        return build().descriptor();
    }

    public BuiltArchive build() {
        if (services.isEmpty()) {
            services.add(Service.SERVER);
        }
        behaviour.put("title", id + " " + version);
        StringBuilder settings = new StringBuilder();
        behaviour.forEach(
                (key, value) -> settings.append(key).append('=').append(value).append('\n'));
        PartCode code = new PartCode(id, settings.toString().getBytes(UTF_8));
        PluginDescriptor draft = descriptor(code, Map.of());
        Map<String, byte[]> entries = entries(draft, code);
        Map<String, String> digests = new TreeMap<>();
        entries.forEach((name, content) -> digests.put(name, Zips.sha256(content)));
        PluginDescriptor descriptor = change.apply(descriptor(code, digests));
        Map<String, byte[]> archive = new LinkedHashMap<>();
        archive.put("plugin.json", Json.write(descriptor));
        archive.putAll(entries);
        archive.putAll(unlisted);
        return new BuiltArchive(descriptor, Zips.write(archive));
    }

    private Map<String, byte[]> entries(PluginDescriptor draft, PartCode code) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] api = publishes ? Zips.write(code.api()) : new byte[0];
        for (Service service : services) {
            entries.put(EarLayout.archiveEntry(service), ear(new EarLayout(draft, service), service, code, api));
        }
        if (publishes) {
            entries.put("api/" + EarLayout.apiJar(id), api);
        }
        entries.putAll(scripts);
        entries.putAll(files);
        return entries;
    }

    private byte[] ear(EarLayout layout, Service service, PartCode code, byte[] api) {
        Map<String, byte[]> jar = code.jar(service, publishes, consumed);
        jar.putAll(inJar.getOrDefault(service, Map.of()));
        Map<String, byte[]> ear = new LinkedHashMap<>(layout.generatedFiles());
        ear.put(layout.ejbJar(), Zips.write(jar));
        if (publishes) {
            ear.put(layout.libraryEntry(), api);
        }
        if (web.contains(service)) {
            ear.put(layout.war(), Zips.write(code.war()));
        }
        ear.putAll(inEar.getOrDefault(service, Map.of()));
        return Zips.write(ear);
    }

    private PluginDescriptor descriptor(PartCode code, Map<String, String> digests) {
        Map<Service, Part> parts = new EnumMap<>(Service.class);
        services.forEach(service -> parts.put(
                service,
                new Part(
                        code.hook(service),
                        publishes && service == Service.SERVER ? List.of(PartCode.greeter(id)) : List.of(),
                        excludes(service),
                        web.contains(service))));
        Map<String, List<String>> uses = new TreeMap<>();
        consumed.forEach(provider -> uses.put(provider, PartCode.members(provider)));
        String exposed = PartCode.folder(id).replace('/', '.') + ".server";
        return new PluginDescriptor(
                id,
                version,
                "Plugin " + id,
                "Built by the test kit.",
                "Peek",
                platform,
                requires,
                parts,
                publishes ? Optional.of(new Api(List.of(exposed), PartCode.members(id))) : Optional.empty(),
                uses,
                migrations(),
                digests,
                Optional.empty(),
                database);
    }

    private List<String> excludes(Service service) {
        List<String> excludes = new ArrayList<>(LEAN);
        if (!web.contains(service)) {
            excludes.add("undertow");
        }
        return excludes;
    }

    private List<Migration> migrations() {
        return scripts.entrySet().stream()
                .map(s -> new Migration(s.getKey(), Zips.sha256(s.getValue())))
                .toList();
    }
}
