package org.peekplatform.api;

/**
 * Something that a plugin registered with the platform. Closing it takes it back. The platform closes what the plugin
 * forgot when the part stops, in reverse order of registering, each in its own try.
 *
 * <p>Thread-safe. Closing twice has no effect.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    @Override
    void close();
}
