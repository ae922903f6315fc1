package org.peekplatform.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What to measure, and how much of it.
 *
 * @param root of the source tree
 * @param home where the measured platforms live
 * @param offset by which all ports are shifted
 * @param measures what is measured
 * @param repeats of one operation
 * @param companions small plugins that are installed while others come and go
 * @param sizes numbers of plugins at which the server is measured
 * @param uploadBytes size of the large archive
 * @param results file that takes the tables
 */
record Options(
        Path root,
        Path home,
        int offset,
        Set<Measure> measures,
        int repeats,
        int companions,
        List<Integer> sizes,
        int uploadBytes,
        Optional<Path> results) {
    private static final int MB = 1024 * 1024;

    /** One of the measurements. */
    enum Measure {
        ADD,
        REPLACE,
        UPLOAD,
        SIZE
    }

    static Options parse(String[] words) {
        Path root = Path.of(words[0]);
        Path home = root.resolve(".run/bench");
        int offset = 7000;
        Set<Measure> measures = EnumSet.allOf(Measure.class);
        boolean quick = false;
        Optional<Path> results = Optional.empty();
        for (int i = 1; i < words.length; i++) {
            switch (words[i]) {
                case "--quick" -> quick = true;
                case "--only" -> measures = measures(value(words, ++i));
                case "--offset" -> offset = Integer.parseInt(value(words, ++i));
                case "--home" -> home = Path.of(value(words, ++i)).toAbsolutePath();
                case "--results" -> results = Optional.of(Path.of(value(words, ++i)));
                default -> throw new IllegalArgumentException("unknown option " + words[i] + "; see bench/run --help");
            }
        }
        if (results.isEmpty() && !quick && measures.size() == Measure.values().length) {
            results = Optional.of(root.resolve("bench/README.md"));
        }
        return quick
                ? new Options(root, home, offset, measures, 2, 4, List.of(0, 5, 10), 10 * MB, results)
                : new Options(root, home, offset, measures, 5, 20, List.of(0, 20, 100, 300), 100 * MB, results);
    }

    private static String value(String[] words, int i) {
        if (i == words.length) {
            throw new IllegalArgumentException(words[i - 1] + " needs a value; see bench/run --help");
        }
        return words[i];
    }

    private static Set<Measure> measures(String names) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (String name : names.split(",")) {
            measures.add(Measure.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        return measures;
    }
}
