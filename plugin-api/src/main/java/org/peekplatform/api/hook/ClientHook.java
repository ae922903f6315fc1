package org.peekplatform.api.hook;

/**
 * Entry of a plugin's part on the client service.
 *
 * @since 0.1
 */
public interface ClientHook extends PluginHook<ClientPlatform> {}
