package org.peekplatform.client.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import org.peekplatform.runtime.messaging.Broker;
import org.peekplatform.runtime.settings.NodeSettings;

/** The container's connections to the broker, for the wiring. */
@ApplicationScoped
public class ClientBroker {
    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory connections;

    public Broker as(NodeSettings settings) {
        return new Broker(connections, settings.credential());
    }
}
