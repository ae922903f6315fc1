package org.peekplatform.maven.live;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peekplatform.core.problem.Problem;

/**
 * What a plugin's live types are in TypeScript.
 *
 * @param files of both modules, {@code @peek/<plugin>/tuples/…} and {@code @peek/<plugin>/_private/tuples/…}; none when
 *     there are no live types
 */
public record TupleTypes(SortedMap<String, byte[]> files, List<Problem> problems) {
    static final String EXPOSED = "tuples";
    static final String PRIVATE = "_private/tuples";

    public TupleTypes {
        problems = List.copyOf(problems);
    }

    static TupleTypes none() {
        return new TupleTypes(new TreeMap<>(), List.of());
    }

    static TupleTypes refused(List<Problem> problems) {
        return new TupleTypes(new TreeMap<>(), problems);
    }

    /** What other plugins get. */
    public SortedMap<String, byte[]> exposed() {
        SortedMap<String, byte[]> exposed = new TreeMap<>(files);
        exposed.keySet().removeIf(file -> file.contains("/" + PRIVATE + "/"));
        return exposed;
    }
}
