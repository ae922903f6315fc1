package org.peekplatform.bench;

import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

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
        Map<String, Double> before = new LinkedHashMap<>();
        Map<String, HeapWatch> watches = new LinkedHashMap<>();
        platform.processes().forEach((name, process) -> before.put(name, process.heapAfterCollection()));
        platform.processes().forEach((name, process) -> watches.put(name, new HeapWatch(process)));
        long began = System.nanoTime();
        String upload = plugins.upload(archive);
        Duration uploaded = Duration.ofNanos(System.nanoTime() - began);
        Duration installed = plugins.confirm(upload);
        platform.processes().forEach((name, process) -> {
            HeapWatch.Peak peak = watches.get(name).end();
            double start = before.get(name);
            table.row(
                    topology,
                    name,
                    start,
                    peak.old() - start,
                    peak.used() - start,
                    process.heapAfterCollection() - start,
                    uploaded,
                    installed);
        });
        plugins.uninstall("large");
    }

    static Table table(Options options) {
        return new Table(
                "Upload of an archive of " + options.uploadBytes() / 1024 / 1024 + " MB, heap in MB",
                "topology",
                "instance",
                "before",
                "old generation grew by at most",
                "with garbage by at most",
                "after a collection by",
                "upload and check",
                "confirmed → running");
    }

    private byte[] archive() {
        byte[] noise = new byte[options.uploadBytes()];
        new Random(1).nextBytes(noise);
        return named("large").everywhere().file("ui/noise.bin", noise).build().bytes();
    }
}
