package org.peekplatform.core.tuple;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peekplatform.core.tuple.Declaration.OfRecord;

/** Finds records that contain themselves with nothing in between that could be empty: no value of them can be made. */
final class Recursion {
    private final Map<Class<?>, Declaration> declarations;
    private final Set<Class<?>> done = new HashSet<>();
    private final List<Class<?>> open = new ArrayList<>();
    private final List<String> found = new ArrayList<>();

    private Recursion(Map<Class<?>, Declaration> declarations) {
        this.declarations = declarations;
    }

    /** Each circle as {@code A.b is B, B.a is A}. */
    static List<String> among(Map<Class<?>, Declaration> declarations) {
        Recursion search = new Recursion(declarations);
        declarations.keySet().forEach(search::visit);
        return search.found;
    }

    private void visit(Class<?> type) {
        int before = open.indexOf(type);
        if (before >= 0) {
            found.add(describe(open.subList(before, open.size()), type));
        } else if (declarations.get(type) instanceof OfRecord own && done.add(type)) {
            open.add(type);
            own.components().forEach(component -> direct(component.shape()).ifPresent(this::visit));
            open.remove(open.size() - 1);
        }
    }

    private String describe(List<Class<?>> circle, Class<?> end) {
        List<Class<?>> steps = new ArrayList<>(circle);
        steps.add(end);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i + 1 < steps.size(); i++) {
            sentences.add(step(steps.get(i), steps.get(i + 1)));
        }
        return String.join(", ", sentences);
    }

    private String step(Class<?> from, Class<?> to) {
        String component = ((OfRecord) declarations.get(from))
                .components().stream()
                        .filter(candidate -> direct(candidate.shape()).equals(Optional.of(to)))
                        .map(Declaration.Component::name)
                        .collect(Collectors.joining(" and "));
        return from.getSimpleName() + "." + component + " is " + to.getSimpleName();
    }

    private static Optional<Class<?>> direct(Shape shape) {
        return shape instanceof Shape.Named named ? Optional.of(named.type()) : Optional.empty();
    }
}
