package org.peekplatform.runtime.messaging;

import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The way of one instance to the broker. Closing it closes every connection that was opened over it. */
public final class Broker implements AutoCloseable {
    private final ConnectionFactory connections;
    private final Optional<Credential> credential;
    private final List<Lanes> opened = new CopyOnWriteArrayList<>();

    /** @param credential absent where the broker is in the same WildFly */
    public Broker(ConnectionFactory connections, Optional<Credential> credential) {
        this.connections = connections;
        this.credential = credential;
    }

    public JmsLink link(Addressing addressing, JmsLink.Delivery delivery) {
        return new JmsLink(lanes(), addressing, delivery);
    }

    /** @param topic name of the topic */
    public JmsBroadcast broadcast(String topic) {
        return new JmsBroadcast(lanes(), topic);
    }

    /** @param queue its name */
    public JmsQueue queue(String queue) {
        return new JmsQueue(lanes(), queue);
    }

    public JmsArchives archives() {
        return new JmsArchives(lanes());
    }

    private Lanes lanes() {
        Lanes lanes = new Lanes(connections, credential);
        opened.add(lanes);
        return lanes;
    }

    @Override
    public void close() {
        opened.forEach(Lanes::close);
    }
}
