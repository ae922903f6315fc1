package org.peekplatform.core.wanted;

/**
 * A plugin's deployment as WildFly has it.
 *
 * @param content hash of the deployed bytes, in hex
 * @param enabled false when it was stopped, by the platform or by an operator
 */
public record Deployed(String content, boolean enabled) {}
