package org.peekplatform.api.hook;

/**
 * Entry of a plugin's part on the server service.
 *
 * @since 0.1
 */
public interface ServerHook extends PluginHook<ServerPlatform> {}
