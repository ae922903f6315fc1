package org.peekplatform.runtime.link;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.peekplatform.core.message.Envelope;

/** Carries messages between exchanges of one test, at once and on the sender's thread. */
public final class InMemoryLink {
    private final Map<String, Exchange> peers = new HashMap<>();

    /** The link as one peer sees it. */
    public Link of(String self) {
        return (peer, message, timeToLive) -> deliver(self, peer, message);
    }

    private void deliver(String from, String to, Envelope message) {
        Exchange receiver = peers.get(to);
        if (receiver == null) {
            throw new LinkException("nobody reads for " + to, new IllegalStateException());
        }
        receiver.received(from, message);
    }

    /** A peer whose requests are handled at once. */
    public Exchange join(String name) {
        Exchange exchange = new Exchange(of(name), Runnable::run);
        peers.put(name, exchange);
        return exchange;
    }

    /** A peer that takes messages and never answers. */
    public void joinSilently(String name) {
        peers.put(name, new Exchange((peer, message, life) -> {}, task -> {}));
    }

    static final Duration LONG = Duration.ofSeconds(20);
}
