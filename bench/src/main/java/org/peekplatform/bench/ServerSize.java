package org.peekplatform.bench;

import static org.peekplatform.core.kit.PluginArchiveBuilder.named;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.peekplatform.api.Service;
import org.peekplatform.core.kit.BuiltArchive;
import org.peekplatform.core.kit.PluginArchiveBuilder;

/** What a server costs with many plugins, beside a bare WildFly that carries the same EARs. */
final class ServerSize {
    private static final String JAVA = "-Xms64m -Xmx2g";
    private static final Duration IDLE = Duration.ofSeconds(15);

    private final PeekHome platform;
    private final PeekHome bareHome;
    private final BareWildFly bare;
    private final Options options;
    private final Table sizes = new Table(
            "A server with many small plugins, and a bare WildFly with the same EARs",
            "plugins",
            "boot",
            "bare",
            "ratio",
            "all seen running after",
            "heap after GC",
            "each",
            "bare",
            "bare each",
            "RSS",
            "bare",
            "idle CPU",
            "bare");
    private final Table adds = new Table("Add of one more plugin to that server", "as number", "time");
    private Instance first;
    private Instance firstBare;

    /** One of the two, started and at rest. */
    private record Instance(Duration boot, double heap, double resident, double idle) {}

    ServerSize(PeekHome platform, PeekHome bareHome, Options options) {
        this.platform = platform;
        this.bareHome = bareHome;
        this.options = options;
        this.bare = new BareWildFly(options.root(), bareHome, options.offset());
    }

    /** The platform is set up, stopped and without plugins. */
    List<Table> measure() {
        int present = 0;
        for (int size : options.sizes()) {
            grow(present, size);
            present = size;
            platform.startServer(JAVA);
            Duration seen = new Plugins(platform.api()).awaitRunning(size);
            Instance with = look(platform);
            platform.stop();
            bareHome.startServer(JAVA);
            Instance without = look(bareHome);
            bareHome.stop();
            row(size, seen, with, without);
        }
        return List.of(
                sizes.note(
                        "Boot is WildFly's own figure, from the start of the JVM until every deployment is up; “all seen running”"
                                + " is what it then takes until the API says so of every plugin. Heap and RSS in MB, JVM with "
                                + JAVA
                                + "; idle CPU in percent of one core. Plugins have a part on the server, one bean, no page."),
                adds.note("Confirmed → running, on the server alone."));
    }

    private void grow(int from, int to) {
        if (to == from) {
            return;
        }
        platform.startServer(JAVA);
        Plugins plugins = new Plugins(platform.api());
        List<BuiltArchive> archives = new ArrayList<>();
        List<Duration> times = new ArrayList<>();
        for (int i = from + 1; i <= to; i++) {
            archives.add(small(i).build());
            times.add(plugins.install(archives.get(archives.size() - 1).bytes()));
        }
        adds.row(from + 1, times.get(0));
        int tail = Math.min(10, times.size());
        adds.row(
                (to - tail + 1) + " to " + to + " (median)",
                new Times(times.subList(times.size() - tail, times.size())).median());
        platform.stop();
        bare.deployParts(archives);
    }

    private static PluginArchiveBuilder small(int number) {
        return named(String.format(Locale.ROOT, "small-%03d", number)).on(Service.SERVER);
    }

    private static Instance look(PeekHome home) {
        WildFlyProcess server = home.process(Service.SERVER);
        double heap = server.live();
        double resident = server.resident();
        Duration before = server.cpu();
        LockSupport.parkNanos(IDLE.toNanos());
        double idle = 100.0 * server.cpu().minus(before).toMillis() / IDLE.toMillis();
        return new Instance(server.boot(), heap, resident, idle);
    }

    private void row(int size, Duration seen, Instance with, Instance without) {
        first = first == null ? with : first;
        firstBare = firstBare == null ? without : firstBare;
        double ratio = (double) with.boot().toMillis() / without.boot().toMillis();
        sizes.row(
                size,
                with.boot(),
                without.boot(),
                String.format(Locale.ROOT, "%.2f", ratio),
                seen,
                with.heap(),
                each(size, with, first),
                without.heap(),
                each(size, without, firstBare),
                with.resident(),
                without.resident(),
                with.idle(),
                without.idle());
    }

    private static String each(int size, Instance now, Instance empty) {
        return size == 0 ? "" : String.format(Locale.ROOT, "%.2f", (now.heap() - empty.heap()) / size);
    }
}
