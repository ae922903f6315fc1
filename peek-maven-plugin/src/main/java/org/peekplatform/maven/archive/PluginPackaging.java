package org.peekplatform.maven.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.peekplatform.api.Service;
import org.peekplatform.core.archive.EarLayout;
import org.peekplatform.core.descriptor.DescriptorIntake;
import org.peekplatform.core.descriptor.DescriptorReader;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Part;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.maven.descriptor.ApiListing;
import org.peekplatform.maven.descriptor.DescriptorText;
import org.peekplatform.maven.descriptor.HookSearch;
import org.peekplatform.maven.descriptor.Provider;
import org.peekplatform.maven.descriptor.PublishedSearch;
import org.peekplatform.maven.descriptor.Requirements;
import org.peekplatform.maven.descriptor.UnusedSubsystems;
import org.peekplatform.maven.layout.SourceLayout;
import org.peekplatform.maven.scan.ClassSet;

/** Makes one archive. Used once. */
public final class PluginPackaging {
    /** Where an archive has the TypeScript declarations for the pages of others. */
    static final String TYPES = "types/";

    private static final String DESCRIPTOR = "plugin.json";

    private final PluginSource source;
    private final ClassSet classes;
    private final List<Problem> problems = new ArrayList<>();

    private PluginPackaging(PluginSource source) {
        this.source = source;
        this.classes = classesAmong(source.output());
    }

    public static Packed pack(PluginSource source) {
        byte[] json = source.output().get(DESCRIPTOR);
        if (json == null) {
            return new Packed.Refused(
                    List.of(
                            new Problem(
                                    "PEEK-2300",
                                    "src/main/resources/plugin.json is missing. It gives the plugin its id; no archive was written. Write it.")));
        }
        DescriptorIntake intake = new DescriptorReader().readSource(json);
        return intake instanceof DescriptorIntake.Accepted accepted
                ? new PluginPackaging(source).pack(accepted.descriptor())
                : new Packed.Refused(((DescriptorIntake.Refused) intake).problems());
    }

    private Packed pack(PluginDescriptor written) {
        HookSearch search = HookSearch.in(classes);
        if (search.root().isEmpty()) {
            return new Packed.Refused(search.problems());
        }
        SourceLayout layout =
                new SourceLayout(search.root().get(), search.hooks().keySet());
        Sorting sorting = new Sorting(
                source.output(), source.webapps(), layout, search.hooks().keySet());
        problems.addAll(sorting.problems());
        problems.addAll(otherHooks(written, search));
        problems.addAll(strayWebapps(search.hooks().keySet()));
        Requirements requirements = Requirements.of(written.requires(), source.providers(), classes);
        problems.addAll(requirements.problems());
        Map<Service, Part> parts = new EnumMap<>(Service.class);
        search.hooks().forEach((service, hook) -> parts.put(service, part(service, hook, sorting, layout)));
        if (!problems.isEmpty()) {
            return new Packed.Refused(problems);
        }
        return assemble(complete(written, parts, requirements, sorting), sorting);
    }

    private Part part(Service service, String hook, Sorting sorting, SourceLayout layout) {
        Set<String> files = sorting.part(service).map(Map.Entry::getKey).collect(Collectors.toSet());
        ClassSet part = ClassSet.of(sorting.part(service)
                .filter(entry -> entry.getKey().endsWith(".class"))
                .map(Map.Entry::getValue)
                .toList());
        PublishedSearch published = PublishedSearch.in(service, part.all(), classes, layout::exposes);
        problems.addAll(published.problems());
        SortedSet<String> types = new TreeSet<>();
        part.all().forEach(type -> types.addAll(type.refersTo().types()));
        boolean web = sorting.web(service);
        return new Part(hook.replace('/', '.'), published.interfaces(), UnusedSubsystems.of(types, files, web), web);
    }

    private PluginDescriptor complete(
            PluginDescriptor written, Map<Service, Part> parts, Requirements requirements, Sorting sorting) {
        return new PluginDescriptor(
                written.id(),
                written.version().isEmpty() ? source.version() : written.version(),
                written.title(),
                written.description(),
                written.vendor(),
                written.platform(),
                requirements.requires(),
                parts,
                ApiListing.of(classesAmong(sorting.api()).all()),
                requirements.uses(),
                Migrations.listed(Migrations.among(source.output())),
                Map.of(),
                Optional.of(source.builtWith()),
                written.database());
    }

    private Packed assemble(PluginDescriptor descriptor, Sorting sorting) {
        SortedMap<String, byte[]> entries = new TreeMap<>(Migrations.among(source.output()));
        source.ui().forEach((path, content) -> entries.put("ui/" + path, content));
        source.types().forEach((path, content) -> entries.put(TYPES + path, content));
        Optional<byte[]> apiJar = descriptor.api().map(api -> apiJar(descriptor, sorting));
        apiJar.ifPresent(jar -> entries.put("api/" + EarLayout.apiJar(descriptor.id()), jar));
        for (Service service : descriptor.services().keySet()) {
            byte[] ear = new PartEar(descriptor, service).write(sorting, apiJar);
            entries.put(EarLayout.archiveEntry(service), ear);
        }
        PluginDescriptor sealed = DescriptorText.withFiles(descriptor, Digest.ofAll(entries));
        return new Packed.Archive(sealed, Zip.zip(DESCRIPTOR, DescriptorText.write(sealed), entries), apiJar);
    }

    /** Other plugins' builds read the descriptor in it; it cannot list digests, since it is part of what they cover. */
    private byte[] apiJar(PluginDescriptor descriptor, Sorting sorting) {
        SortedMap<String, byte[]> entries = new TreeMap<>(sorting.api());
        source.types().forEach((path, content) -> entries.put(Provider.TYPES_FOLDER + path, content));
        entries.put(Provider.DESCRIPTOR_ENTRY, DescriptorText.write(descriptor));
        return Zip.jar(entries);
    }

    /** A developer may write the parts down; they must be those that the code has. */
    private static List<Problem> otherHooks(PluginDescriptor written, HookSearch search) {
        return written.services().entrySet().stream()
                .filter(part -> {
                    String found =
                            search.hooks().getOrDefault(part.getKey(), "").replace('/', '.');
                    String hook = part.getValue().hook();
                    return found.isEmpty() || !hook.isEmpty() && !hook.equals(found);
                })
                .map(part -> new Problem(
                        "PEEK-2311",
                        "plugin.json has a part on the " + part.getKey().id() + " whose hook is not in the code."
                                + " It could not be started; no archive was written. Take services out of plugin.json, or add the"
                                + " hook."))
                .toList();
    }

    private List<Problem> strayWebapps(Set<Service> parts) {
        return source.webapps().keySet().stream()
                .filter(service -> !parts.contains(service))
                .map(
                        service -> new Problem(
                                "PEEK-2309",
                                "src/main/webapp/" + service.id() + " has files, but the plugin has no hook for the "
                                        + service.id()
                                        + ". They would be part of no archive; none was written. Add the hook, or remove the files."))
                .toList();
    }

    private static ClassSet classesAmong(Map<String, byte[]> entries) {
        return ClassSet.of(entries.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".class"))
                .map(Map.Entry::getValue)
                .toList());
    }
}
