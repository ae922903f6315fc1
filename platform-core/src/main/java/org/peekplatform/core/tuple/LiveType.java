package org.peekplatform.core.tuple;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.peekplatform.api.live.Action;
import org.peekplatform.api.live.Query;
import org.peekplatform.api.live.Tuple;

/**
 * A type that devices name: a tuple, an action or a query.
 *
 * @param name within its plugin
 * @param result what comes back; empty for tuples
 */
public record LiveType(Kind kind, String name, Class<?> type, Optional<Shape> result) {
    /** What a device does with it. */
    public enum Kind {
        TUPLE,
        ACTION,
        QUERY;

        /** As messages say it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name of a class within its plugin, as devices use it. */
    public static String nameOf(Class<?> type) {
        Tuple tuple = type.getAnnotation(Tuple.class);
        return tuple == null || tuple.value().isEmpty() ? type.getSimpleName() : tuple.value();
    }

    /** What a class says it is. */
    static Set<Kind> kindsOf(Class<?> type) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (type.isAnnotationPresent(Tuple.class)) {
            kinds.add(Kind.TUPLE);
        }
        if (Action.class.isAssignableFrom(type)) {
            kinds.add(Kind.ACTION);
        }
        if (Query.class.isAssignableFrom(type)) {
            kinds.add(Kind.QUERY);
        }
        return kinds;
    }
}
