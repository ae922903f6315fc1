package org.peekplatform.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The machine that is measured on, and how busy it is. */
final class Machine {
    private Machine() {}

    static String description() {
        return Runtime.getRuntime().availableProcessors() + " × " + value("/proc/cpuinfo", "model name") + ", "
                + memory() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", JDK "
                + Runtime.version();
    }

    private static String memory() {
        long kilobytes = Long.parseLong(value("/proc/meminfo", "MemTotal").split(" ")[0]);
        return String.format(Locale.ROOT, "%.0f GB", kilobytes / 1024.0 / 1024);
    }

    /** Average load of the last minute and of the last five. */
    static String load() {
        List<String> words = List.of(lines("/proc/loadavg").get(0).split(" "));
        return words.get(0) + " (1 min), " + words.get(1) + " (5 min)";
    }

    private static String value(String file, String key) {
        return lines(file).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("0");
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
