package org.peekplatform.plugins.noop.internal.tuple;

/** What the server asks an agent. */
public interface AgentEcho {
    Echo echo(String text);
}
