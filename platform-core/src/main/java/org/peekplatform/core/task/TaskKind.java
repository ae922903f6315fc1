package org.peekplatform.core.task;

/** What a performer performs. */
public record TaskKind(String plugin, String type) {}
