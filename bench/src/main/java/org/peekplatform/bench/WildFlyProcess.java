package org.peekplatform.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running WildFly, seen by the tools of the JDK and by its log. */
final class WildFlyProcess {
    private static final Pattern STARTED = Pattern.compile("WFLYSRV002[56].* started .*in (\\d+)ms");
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Path base;

    WildFlyProcess(Path base) {
        this.base = base;
    }

    /** From the start of its JVM to the line that says that all deployments are up. */
    Duration boot() {
        String log = read(base.resolve("log/server.log"));
        Matcher line = STARTED.matcher(log);
        return line.results()
                .reduce((earlier, last) -> last)
                .map((MatchResult last) -> Duration.ofMillis(Long.parseLong(last.group(1))))
                .orElseThrow(() -> new IllegalStateException(base + " has not started"));
    }

    /** Objects that are left after a full collection, in megabytes; counted before any other is made. */
    double live() {
        return number(TOTAL, jcmd("GC.class_histogram")) / 1024 / 1024;
    }

    /** Memory that the operating system has given it, in megabytes. */
    double resident() {
        return number(RESIDENT, read(Path.of("/proc/" + pid() + "/status"))) / 1024;
    }

    /** Processor time that it has used so far. */
    Duration cpu() {
        return ProcessHandle.of(pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("no process " + pid()));
    }

    long pid() {
        return Long.parseLong(read(base.resolve("pid")).strip());
    }

    private String jcmd(String command) {
        return Command.run(Map.of(), List.of("jcmd", String.valueOf(pid()), command));
    }

    private static double number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return Double.parseDouble(found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
