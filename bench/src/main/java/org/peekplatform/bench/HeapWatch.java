package org.peekplatform.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Follows the heap of a WildFly ten times a second until it is closed. */
final class HeapWatch {
    private static final List<String> COLUMNS = List.of("S0U", "S1U", "EU", "OU");

    private final Process jstat;
    private final Thread reader;
    private double peak;

    HeapWatch(WildFlyProcess process) {
        try {
            jstat = new ProcessBuilder("jstat", "-gc", String.valueOf(process.pid()), "100")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = new Thread(this::read);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines = jstat.inputReader(UTF_8)) {
            List<String> names = words(lines.readLine());
            List<Integer> columns = COLUMNS.stream().map(names::indexOf).toList();
            lines.lines()
                    .map(HeapWatch::words)
                    .filter(row -> row.size() == names.size())
                    .mapToDouble(row -> columns.stream()
                            .mapToDouble(c -> kilobytes(row.get(c)))
                            .sum())
                    .forEach(kilobytes -> peak = Math.max(peak, kilobytes / 1024));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double kilobytes(String value) {
        return value.equals("-") ? 0 : Double.parseDouble(value);
    }

    private static List<String> words(String line) {
        return Stream.of(line.strip().split("\\s+")).toList();
    }

    /** Ends the watch. @return most megabytes that were in use at a time, garbage included */
    double end() {
        jstat.toHandle().destroy(); // unlike Process.destroy, this leaves the reader what it has not read yet
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return peak;
    }
}
