package org.peekplatform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A code leads who reads it to one place and one meaning. */
class MessageCodesTest {
    private static final Pattern CODE = Pattern.compile("PEEK-\\d{4}");
    private static final Pattern COMMENT = Pattern.compile("\\s*(\\*|/\\*|//).*");

    @Test
    void eachCodeIsWrittenAtOnePlace() throws IOException {
        Map<String, List<String>> places = places();

        assertThat(places).as("codes in the sources").hasSizeGreaterThan(100);
        places.values().removeIf(found -> found.size() == 1);
        assertThat(places)
                .as("codes at several places: give another meaning a code of its own, and the same one a constant or a"
                        + " method")
                .isEmpty();
    }

    private static Map<String, List<String>> places() throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        for (Path source : SourceTreeTest.files(Pattern.compile(".*\\.java"))) {
            String name = ReactorClasses.ROOT.relativize(source).toString();
            if (!name.contains("src/test")) {
                List<String> lines = Files.readAllLines(source);
                for (int i = 0; i < lines.size(); i++) {
                    if (!COMMENT.matcher(lines.get(i)).matches()) {
                        note(lines.get(i), name + ":" + (i + 1), places);
                    }
                }
            }
        }
        return places;
    }

    private static void note(String line, String place, Map<String, List<String>> places) {
        CODE.matcher(line)
                .results()
                .forEach(code -> places.computeIfAbsent(code.group(), c -> new ArrayList<>())
                        .add(place));
    }
}
