package org.peekplatform.runtime.link;

import java.time.Duration;
import org.peekplatform.core.message.Envelope;

/** Carries messages to named peers. A node has one peer, {@code server}; the server has every node. */
public interface Link {

    /** Name of the server as a peer. */
    String SERVER = "server";

    /**
     * Hands a message to the broker.
     *
     * @param timeToLive after that the broker drops it
     * @throws LinkException when the broker did not take it
     */
    void send(String peer, Envelope message, Duration timeToLive);
}
