package org.peekplatform.maven.archive;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peekplatform.core.descriptor.MigrationFile;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;

/** The SQL scripts of a plugin, in the order in which they are run. */
final class Migrations {
    private static final Comparator<String> ORDER = Comparator.comparing(
                    (String name) -> MigrationFile.parse(name).orElse(new MigrationFile("", List.of())))
            .thenComparing(Comparator.naturalOrder());

    private Migrations() {}

    /** The scripts among some files; misnamed ones too, for the archive check to refuse. */
    static SortedMap<String, byte[]> among(Map<String, byte[]> files) {
        SortedMap<String, byte[]> scripts = new TreeMap<>(files);
        scripts.keySet().removeIf(name -> !name.startsWith(MigrationFile.FOLDER));
        return scripts;
    }

    static List<Migration> listed(SortedMap<String, byte[]> scripts) {
        return scripts.keySet().stream()
                .sorted(ORDER)
                .map(name -> new Migration(name, Digest.of(scripts.get(name))))
                .toList();
    }
}
