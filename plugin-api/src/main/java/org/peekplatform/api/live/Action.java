package org.peekplatform.api.live;

/**
 * What a user does on a device: a record that changes something on the server. It is kept on the device until the server
 * has answered, and takes effect exactly once, however often it is sent. Its components are those of {@link Tuple}.
 *
 * @param <R> what comes back: a type that can be a component of a {@link Tuple}, or {@code Void}
 * @since 0.1
 */
public interface Action<R> {}
