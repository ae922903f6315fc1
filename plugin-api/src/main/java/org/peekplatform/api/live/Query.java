package org.peekplatform.api.live;

/**
 * What a device asks the server once: a record that changes nothing. It is not kept: without a connection it fails at
 * once. Its components are those of {@link Tuple}.
 *
 * @param <R> the answer: a type that can be a component of a {@link Tuple}
 * @since 0.1
 */
public interface Query<R> {}
