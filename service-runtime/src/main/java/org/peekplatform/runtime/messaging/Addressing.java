package org.peekplatform.runtime.messaging;

import org.peekplatform.runtime.link.Link;

/** Which queues lead to a peer. */
public sealed interface Addressing {

    String queueTo(String peer);

    /** The server's view: every node has an inbox of its own. */
    record FromServer() implements Addressing {
        @Override
        public String queueTo(String peer) {
            return "node." + peer;
        }
    }

    /** The peer is the name of a queue itself. */
    record Direct() implements Addressing {
        @Override
        public String queueTo(String peer) {
            return peer;
        }
    }

    /** A node's view: whatever it says goes through its own address, which makes the broker stamp its name. */
    record FromNode(String node) implements Addressing {
        @Override
        public String queueTo(String peer) {
            if (!Link.SERVER.equals(peer)) {
                throw new IllegalArgumentException(
                        "PEEK-3304 node '" + node + "' cannot send to '" + peer + "': nodes talk to the server only.");
            }
            return "in." + node;
        }
    }
}
