package org.peekplatform.core.task;

/**
 * A task that waits for its turn.
 *
 * @param seq of two with the same priority, the lower one goes first
 * @param attempt how often it was tried before
 */
public record TaskTicket(String id, TaskKind kind, int priority, long seq, int attempt) {}
