package org.peekplatform.core.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a check has found so far. Keeps the first hundred: nobody reads more, and a hostile file could bring millions. */
public final class Findings {
    private static final int KEPT = 100;

    private final Set<Problem> problems = new LinkedHashSet<>();

    public void add(String code, String message) {
        add(new Problem(code, message));
    }

    public void add(Problem problem) {
        if (problems.size() < KEPT) {
            problems.add(problem);
        }
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** No further problem will be kept. */
    public boolean isFull() {
        return problems.size() == KEPT;
    }

    public List<Problem> list() {
        return List.copyOf(problems);
    }
}
