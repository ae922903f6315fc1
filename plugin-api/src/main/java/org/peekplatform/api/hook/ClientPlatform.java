package org.peekplatform.api.hook;

/**
 * The platform object of the client service.
 *
 * @since 0.1
 */
public interface ClientPlatform extends Platform {}
