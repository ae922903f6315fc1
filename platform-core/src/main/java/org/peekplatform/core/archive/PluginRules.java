package org.peekplatform.core.archive;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;
import org.peekplatform.core.problem.Findings;

/** The archive holds exactly what its descriptor lists. */
final class PluginRules {
    static final String DESCRIPTOR = "plugin.json";
    private static final String SCRIPTS = "db/";
    private static final String SERVICES = "services/";

    private final PluginDescriptor descriptor;

    PluginRules(PluginDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    /** What the directory tells already: names on both sides. */
    void checkEntries(List<ZipItem> items, Findings findings) {
        Set<String> files = items.stream()
                .filter(item -> !item.isDirectory())
                .map(ZipItem::name)
                .collect(Collectors.toSet());
        Set<String> scripts =
                descriptor.migrations().stream().map(Migration::file).collect(Collectors.toSet());
        Set<String> ears = descriptor.services().keySet().stream()
                .map(EarLayout::archiveEntry)
                .collect(Collectors.toSet());
        Map<String, String> unseen = new TreeMap<>(descriptor.files());
        for (String file : files) {
            if (unseen.remove(file) == null && !file.equals(DESCRIPTOR)) {
                findings.add(Refusals.FILES.entry("", file, "is not listed in plugin.json"));
            }
            if (file.startsWith(SCRIPTS) && !scripts.contains(file)) {
                findings.add(Refusals.MIGRATIONS.entry("", file, "is not among the migrations of plugin.json"));
            }
            if (file.startsWith(SERVICES) && !ears.contains(file)) {
                findings.add(Refusals.EAR_CONTENT.entry("", file, "belongs to no part of plugin.json"));
            }
        }
        unseen.keySet()
                .forEach(file -> findings.add(
                        Refusals.FILES.archive("", "plugin.json lists '" + file + "', which is not there")));
        ears.stream()
                .filter(ear -> !files.contains(ear))
                .sorted()
                .forEach(ear -> findings.add(
                        Refusals.EAR_CONTENT.archive("", "plugin.json has a part whose " + ear + " is not there")));
    }

    /** What only reading tells: the digests. */
    void checkDigests(Map<String, String> digests, Findings findings) {
        descriptor.files().forEach((file, digest) -> {
            if (digests.containsKey(file) && !digests.get(file).equals(digest)) {
                findings.add(Refusals.FILES.entry("", file, "has other bytes than plugin.json says"));
            }
        });
    }
}
