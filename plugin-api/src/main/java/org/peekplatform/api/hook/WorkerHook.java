package org.peekplatform.api.hook;

/**
 * Entry of a plugin's part on the worker service.
 *
 * @since 0.1
 */
public interface WorkerHook extends PluginHook<WorkerPlatform> {}
