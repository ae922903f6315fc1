package org.peekplatform.core.archive;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.problem.Findings;

/** An EAR holds what the layout says and nothing else, and its generated files are what we would generate. */
final class EarRules {
    private final Place place;
    private final EarLayout layout;
    private final boolean web;
    private final SortedMap<String, byte[]> generated;

    EarRules(Place place, PluginDescriptor descriptor) {
        this.place = place;
        this.layout = new EarLayout(descriptor, place.service().orElseThrow());
        this.web = descriptor.services().get(place.service().orElseThrow()).web();
        this.generated = layout.generatedFiles();
    }

    void checkEntries(List<ZipItem> items, Findings findings) {
        Set<String> files = items.stream()
                .filter(item -> !item.isDirectory())
                .map(ZipItem::name)
                .collect(Collectors.toSet());
        Set<String> needed = new HashSet<>(generated.keySet());
        needed.add(layout.ejbJar());
        if (web) {
            needed.add(layout.war());
        }
        needed.stream()
                .filter(name -> !files.contains(name))
                .sorted()
                .forEach(name -> findings.add(Refusals.EAR_CONTENT.archive(place.path(), "it lacks " + name)));
        files.stream()
                .filter(name -> !needed.contains(name) && !isLibrary(name) && !FileRules.isManifest(name))
                .sorted()
                .forEach(name -> findings.add(
                        Refusals.EAR_CONTENT.entry(place.path(), name, "is nothing that the EAR of a part holds")));
    }

    private static boolean isLibrary(String name) {
        return name.startsWith("lib/") && name.endsWith(".jar") && name.indexOf('/', 4) < 0;
    }

    void checkGenerated(String name, byte[] content, Findings findings) {
        if (generated.containsKey(name) && !Arrays.equals(generated.get(name), content)) {
            findings.add(Refusals.GENERATED.entry(
                    place.path(),
                    name,
                    "is not what the descriptor gives: it was changed, or made by another version"));
        }
    }
}
