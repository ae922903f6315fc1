package org.peekplatform.plugins.noop.internal.tuple;

/**
 * A client's sign of life.
 *
 * @param visitsSeen what the server answered to the client
 * @param latencyMillis how long that took
 */
public record Pulse(String instance, long visitsSeen, long latencyMillis) {}
