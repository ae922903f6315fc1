package org.peekplatform.bench;

import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.peekplatform.api.Service;
import org.peekplatform.bench.Probe.Seen;
import org.peekplatform.core.kit.PluginArchiveBuilder;

/** How long the replacement of a plugin that no other needs takes, and who notices. */
final class ReplaceSpeed {
    private final Api api;
    private final Plugins plugins;
    private final Options options;

    ReplaceSpeed(Api api, Plugins plugins, Options options) {
        this.api = api;
        this.plugins = plugins;
        this.options = options;
    }

    Table measure() {
        plugins.install(named("neighbour-1").everywhere().webOn(Service.SERVER));
        plugins.install(named("neighbour-2").everywhere().webOn(Service.SERVER));
        plugins.install(leaf(0));
        List<Duration> times = new ArrayList<>();
        List<Duration> silences = new ArrayList<>();
        long asked = 0;
        long failed = 0;
        for (int i = 1; i <= options.repeats(); i++) {
            String upload = plugins.upload(leaf(i).build().bytes());
            List<Probe> others = Stream.of("/server/neighbour-1/title", "/server/neighbour-2/title", "/api/v1/session")
                    .map(path -> Probe.start(api.page(path)))
                    .toList();
            Probe leaf = Probe.start(api.page("/server/leaf/title"));
            times.add(plugins.confirm(upload));
            silences.add(leaf.end().silent());
            List<Seen> seen = others.stream().map(Probe::end).toList();
            asked += seen.stream().mapToLong(Seen::asked).sum();
            failed += seen.stream().mapToLong(Seen::failed).sum();
        }
        Stream.of("leaf", "neighbour-1", "neighbour-2").forEach(plugins::uninstall);
        return table(new Times(times), new Times(silences), asked, failed);
    }

    private static Table table(Times times, Times silences, long asked, long failed) {
        return new Table(
                        "Replace of a leaf plugin with a web part on four WildFlys", "what", "times", "median", "worst")
                .row("confirmed → running everywhere", times.all().size(), times.median(), times.worst())
                .row("the leaf's page does not answer", silences.all().size(), silences.median(), silences.worst())
                .note("Two other plugins' pages and the platform's API were asked every 10 ms meanwhile: " + asked
                        + " requests, " + failed + " failed.");
    }

    private static PluginArchiveBuilder leaf(int patch) {
        return named("leaf").version("1.0." + patch).everywhere().webOn(Service.SERVER);
    }
}
