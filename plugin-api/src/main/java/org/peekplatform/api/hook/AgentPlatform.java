package org.peekplatform.api.hook;

/**
 * The platform object of the agent service.
 *
 * @since 0.1
 */
public interface AgentPlatform extends Platform {}
