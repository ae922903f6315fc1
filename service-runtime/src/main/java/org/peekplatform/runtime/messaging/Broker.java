package org.peekplatform.runtime.messaging;

import jakarta.jms.ConnectionFactory;
import java.util.Optional;

/**
 * The way of one instance to the broker.
 *
 * @param credential absent where the broker is in the same WildFly
 */
public record Broker(ConnectionFactory connections, Optional<Credential> credential) {

    public JmsLink link(Addressing addressing, JmsLink.Delivery delivery) {
        return new JmsLink(connections, credential, addressing, delivery);
    }

    /** @param topic name of the topic */
    public JmsBroadcast broadcast(String topic) {
        return new JmsBroadcast(connections, credential, topic);
    }

    public JmsArchives archives() {
        return new JmsArchives(connections, credential);
    }
}
