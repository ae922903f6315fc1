package org.peekplatform.api.live;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names a set of tuples of one type that is observed as a whole, such as all open jobs of one region.
 *
 * @param tuple name of the type within its plugin, see {@link Tuple}
 * @param keys what narrows it down, sorted by name; may be empty
 * @since 0.1
 */
public record TupleSelector(String tuple, SortedMap<String, String> keys) {

    /** Keys that one selector can have. */
    public static final int MOST_KEYS = 16;

    /**
     * @throws IllegalArgumentException when there are more than {@value #MOST_KEYS} keys
     */
    public TupleSelector {
        requireNonNull(tuple, "tuple is null");
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        if (keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException(
                    "selector of '" + tuple + "' has " + keys.size() + " keys; at most " + MOST_KEYS + " are taken");
        }
    }

    /** Selects all tuples of a type. */
    public static TupleSelector of(Class<?> tuple) {
        Tuple named = tuple.getAnnotation(Tuple.class);
        return new TupleSelector(
                named == null || named.value().isEmpty() ? tuple.getSimpleName() : named.value(), new TreeMap<>());
    }

    /** The same selector, narrowed down by one more key. */
    public TupleSelector with(String key, String value) {
        SortedMap<String, String> more = new TreeMap<>(keys);
        more.put(requireNonNull(key, "key is null"), requireNonNull(value, "value of '" + key + "' is null"));
        return new TupleSelector(tuple, more);
    }

    /** The value of a key, if the selector has it. */
    public Optional<String> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }
}
