package org.peekplatform.api.hook;

/**
 * Entry of a plugin's part on the agent service.
 *
 * @since 0.1
 */
public interface AgentHook extends PluginHook<AgentPlatform> {}
