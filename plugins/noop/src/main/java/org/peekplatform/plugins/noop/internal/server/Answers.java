package org.peekplatform.plugins.noop.internal.server;

/** What all parts said. */
public record Answers(
        PartAnswer agent, PartAnswer worker, PartAnswer database, PartAnswer workerDatabase, PartAnswer client) {}
