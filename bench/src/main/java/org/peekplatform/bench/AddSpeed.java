package org.peekplatform.bench;

import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a small plugin takes from the administrator's word to running on all four services. */
final class AddSpeed {
    private final PeekHome platform;
    private final Plugins plugins;
    private final Options options;

    AddSpeed(PeekHome platform, Plugins plugins, Options options) {
        this.platform = platform;
        this.plugins = plugins;
        this.options = options;
    }

    /** Leaves the platform with the companions installed. */
    List<Table> measure() {
        Duration first = plugins.install(named("companion-1").everywhere());
        Times second = repeats("second");
        Map<String, Double> before = heaps();
        for (int i = 2; i <= options.companions(); i++) {
            plugins.install(named("companion-" + i).everywhere());
        }
        Times last = repeats("last");
        Map<String, Double> after = heaps();
        Table times = new Table(
                        "Add of a small plugin, confirmed → running on four WildFlys",
                        "plugin",
                        "times",
                        "median",
                        "worst")
                .row("the first on a new platform", 1, first, first)
                .row("as number 2", second.all().size(), second.median(), second.worst())
                .row("as number " + (options.companions() + 1), last.all().size(), last.median(), last.worst());
        Table sizes = new Table(
                "Heap of each instance after a full collection, in MB",
                "instance",
                "with 1 plugin",
                "with " + options.companions(),
                "each");
        before.forEach((name, megabytes) -> sizes.row(
                name, megabytes, after.get(name), (after.get(name) - megabytes) / (options.companions() - 1)));
        return List.of(times, sizes);
    }

    private Times repeats(String name) {
        List<Duration> times = new ArrayList<>();
        for (int i = 1; i <= options.repeats(); i++) {
            String id = name + "-" + i;
            times.add(plugins.install(named(id).everywhere()));
            plugins.uninstall(id);
        }
        return new Times(times);
    }

    private Map<String, Double> heaps() {
        Map<String, Double> heaps = new LinkedHashMap<>();
        platform.processes().forEach((name, process) -> heaps.put(name, process.live()));
        return heaps;
    }
}
