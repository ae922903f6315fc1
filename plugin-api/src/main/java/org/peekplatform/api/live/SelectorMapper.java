package org.peekplatform.api.live;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which selectors an event changes.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SelectorMapper<E> {

    /**
     * @param event what happened
     * @param observed selectors of this plugin that somebody observes now: only those are worth naming
     */
    Stream<TupleSelector> changedBy(E event, Set<TupleSelector> observed);
}
