package org.peekplatform.server.rollout;

/** Tells instances to look at the wanted set now instead of with their next report. */
public interface WantedChange {

    /** Only the server's own instance. */
    void tellServer();

    /** Every instance. */
    void tellAll();
}
