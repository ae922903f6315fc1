package org.peekplatform.bench;

import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** What a large archive costs in memory on its way from the upload to all instances. */
final class LargeUpload {
    private final PeekHome platform;
    private final Plugins plugins;
    private final Options options;

    LargeUpload(PeekHome platform, Plugins plugins, Options options) {
        this.platform = platform;
        this.plugins = plugins;
        this.options = options;
    }

    void measure(String topology, Table table) {
        byte[] archive = archive();
        Map<String, WildFlyProcess> processes = platform.processes();
        Map<String, Double> before = each(processes, WildFlyProcess::live);
        Map<String, HeapWatch> heaps = each(processes, HeapWatch::new);
        long began = System.nanoTime();
        String upload = plugins.upload(archive);
        Duration uploaded = Duration.ofNanos(System.nanoTime() - began);
        Duration installed = plugins.confirm(upload);
        Map<String, Double> used = each(heaps, HeapWatch::end);
        plugins.uninstall("large");
        Map<String, LiveWatch> counts =
                each(processes, LiveWatch::new); // they stop the JVM: not while the time is taken
        plugins.install(archive);
        plugins.uninstall("large");
        Map<String, Double> live = each(counts, LiveWatch::end);
        before.forEach((name, start) -> table.row(
                topology,
                name,
                start,
                live.get(name) - start,
                processes.get(name).live() - start,
                used.get(name) - start,
                uploaded,
                installed));
    }

    private static <T, R> Map<String, R> each(Map<String, T> of, Function<T, R> result) {
        Map<String, R> results = new LinkedHashMap<>();
        of.forEach((name, value) -> results.put(name, result.apply(value)));
        return results;
    }

    static Table table(Options options) {
        return new Table(
                "Upload of an archive of " + options.uploadBytes() / 1024 / 1024 + " MB, heap in MB",
                "topology",
                "instance",
                "live before",
                "live grew by at most",
                "after it",
                "with garbage by at most",
                "upload and check",
                "confirmed → running");
    }

    private byte[] archive() {
        byte[] noise = new byte[options.uploadBytes()];
        new Random(1).nextBytes(noise);
        return named("large").everywhere().file("docs/noise.bin", noise).build().bytes();
    }
}
