package org.peekplatform.maven.scan;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The classes of one plugin, or of the exposed packages of another, by internal name. */
public final class ClassSet {
    private final SortedMap<String, ScannedClass> classes = new TreeMap<>();

    /**
     * @param classFiles bytes of class files; {@code module-info} is left out
     */
    public static ClassSet of(Collection<byte[]> classFiles) {
        ClassSet set = new ClassSet();
        for (byte[] classFile : classFiles) {
            ScannedClass scanned = ClassReading.read(classFile);
            if (!scanned.name().equals("module-info")) {
                set.classes.put(scanned.name(), scanned);
            }
        }
        return set;
    }

    public Collection<ScannedClass> all() {
        return classes.values();
    }

    public Optional<ScannedClass> find(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** All that a class extends and implements, near ones first. Classes outside the set are named, not looked into. */
    public Set<String> above(ScannedClass scanned) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(scanned.parents());
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (found.add(next)) {
                open.addAll(find(next).map(ScannedClass::parents).orElse(List.of()));
            }
        }
        return found;
    }

    /** Where a member that the code names on {@code owner} is declared; empty when outside of the set. */
    public Optional<String> declaring(String owner, String signature) {
        return find(owner).flatMap(start -> {
            Set<String> candidates = new LinkedHashSet<>();
            candidates.add(owner);
            candidates.addAll(above(start));
            return candidates.stream()
                    .filter(name -> find(name)
                            .filter(c -> c.members().contains(signature))
                            .isPresent())
                    .findFirst();
        });
    }
}
