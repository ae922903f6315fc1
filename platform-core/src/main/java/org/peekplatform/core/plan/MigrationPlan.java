package org.peekplatform.core.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.peekplatform.core.descriptor.MigrationFile;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;
import org.peekplatform.core.problem.Findings;

/** Which scripts of a plugin are for this database and have not been run; what was run must still be there unchanged. */
final class MigrationPlan {
    private static final String APPLIED_CHANGED = "PEEK-2111";

    private final List<Migration> scripts;
    private final Map<String, String> applied;

    /**
     * @param vendor of the database, as folders of scripts are named
     * @param applied SHA-256 by entry name
     */
    MigrationPlan(PluginDescriptor plugin, String vendor, Map<String, String> applied) {
        this.applied = new TreeMap<>(applied);
        this.scripts = plugin.migrations().stream()
                .filter(script -> file(script.file())
                        .filter(f -> f.vendor().isEmpty() || f.vendor().equals(vendor))
                        .isPresent())
                .sorted(Comparator.comparing(script -> file(script.file()).orElseThrow()))
                .toList();
    }

    private static Optional<MigrationFile> file(String name) {
        return MigrationFile.parse(name);
    }

    List<Migration> pending() {
        return scripts.stream()
                .filter(script -> !applied.containsKey(script.file()))
                .toList();
    }

    void check(PluginDescriptor plugin, Findings findings) {
        applied.forEach((name, digest) -> {
            Optional<Migration> script =
                    scripts.stream().filter(s -> s.file().equals(name)).findFirst();
            if (script.isEmpty()) {
                Subject.refuse(
                        findings,
                        APPLIED_CHANGED,
                        plugin,
                        "the script '" + name + "' was run on this database and is not in the archive",
                        "Put it back, or upload a version that has it.");
            } else if (!script.get().sha256().equals(digest)) {
                Subject.refuse(
                        findings,
                        APPLIED_CHANGED,
                        plugin,
                        "the script '" + name + "' was changed after it had been run on this database",
                        "Put the old text back and write the change as a new script.");
            }
        });
        Stream<MigrationFile> done = applied.keySet().stream().flatMap(name -> file(name).stream());
        done.max(Comparator.naturalOrder()).ifPresent(last -> checkOrder(plugin, last, findings));
    }

    private void checkOrder(PluginDescriptor plugin, MigrationFile last, Findings findings) {
        pending().stream()
                .filter(script -> file(script.file()).orElseThrow().compareTo(last) < 0)
                .forEach(script -> Subject.refuse(
                        findings,
                        "PEEK-2113",
                        plugin,
                        "the new script '" + script.file() + "' has a version below the last one that was run",
                        "Give it the next free version."));
    }
}
