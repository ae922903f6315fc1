package org.peekplatform.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.peekplatform.bench.Options.Measure;

/** Runs the measurements that were asked for, one after the other, and writes their tables. */
public final class Bench {
    private static final String BEGIN = "<!-- measured: written by bench/run -->";
    private static final String END = "<!-- /measured -->";

    private final Options options;
    private final Clock clock;
    private final List<Table> tables = new ArrayList<>();
    private final Table uploads;

    private Bench(Options options, Clock clock) {
        this.options = options;
        this.clock = clock;
        this.uploads = LargeUpload.table(options);
    }

    /** @param words the root of the source tree, then options; see {@code bench/run --help} */
    public static void main(String[] words) throws IOException {
        new Bench(Options.parse(words), Clock.systemUTC()).run();
    }

    private void run() throws IOException {
        Instant began = clock.instant();
        String before = Machine.load();
        split();
        if (asked(Measure.UPLOAD)) {
            allInOne();
            take(uploads);
        }
        String head = "Measured on " + LocalDate.ofInstant(began, ZoneOffset.UTC) + " on " + Machine.description()
                + ". Load average before: " + before + "; after: " + Machine.load() + ". Took "
                + Duration.between(began, clock.instant()).toMinutes() + " minutes.\n\n";
        write(head + tables.stream().map(Table::toString).collect(Collectors.joining("\n")));
    }

    private boolean asked(Measure measure) {
        return options.measures().contains(measure);
    }

    private void split() {
        try (PeekHome platform =
                new PeekHome(options.root(), options.home().resolve("split"), options.offset(), true)) {
            say("setting up four WildFlys");
            Api api = platform.up();
            Plugins plugins = new Plugins(api);
            if (asked(Measure.ADD)) {
                say("adding");
                new AddSpeed(platform, plugins, options).measure().forEach(this::take);
            }
            if (asked(Measure.REPLACE)) {
                say("replacing");
                take(new ReplaceSpeed(api, plugins, options).measure());
            }
            if (asked(Measure.UPLOAD)) {
                say("uploading");
                new LargeUpload(platform, plugins, options).measure("four WildFlys", uploads);
            }
            if (asked(Measure.SIZE)) {
                plugins.uninstallAll();
                platform.stop();
                size(platform);
            }
        }
    }

    private void size(PeekHome platform) {
        say("growing");
        try (PeekHome bare = new PeekHome(options.root(), options.home().resolve("bare"), options.offset(), true)) {
            new ServerSize(platform, bare, options).measure().forEach(this::take);
        }
    }

    private void allInOne() {
        say("setting up one WildFly");
        try (PeekHome platform = new PeekHome(options.root(), options.home().resolve("one"), options.offset(), false)) {
            Plugins plugins = new Plugins(platform.up());
            new LargeUpload(platform, plugins, options).measure("all in one", uploads);
        }
    }

    /** Shown at once, so that a later failure does not take it away. */
    private void take(Table table) {
        System.out.println(table);
        tables.add(table);
    }

    private void say(String what) {
        System.out.println(clock.instant() + " " + what);
    }

    private void write(String measured) throws IOException {
        System.out.println(measured.lines().findFirst().orElseThrow());
        if (options.results().isEmpty()) {
            return;
        }
        Path file = options.results().get();
        String old = Files.exists(file) ? Files.readString(file) : BEGIN + "\n" + END + "\n";
        int from = old.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(file, old.substring(0, from) + "\n" + measured + old.substring(old.indexOf(END)));
    }
}
