package org.peekplatform.server.messaging;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import java.util.Optional;
import org.peekplatform.runtime.messaging.Broker;

/** The broker in the server's own WildFly, for the wiring. */
@ApplicationScoped
public class ServerBroker {
    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory connections;

    private Broker broker;

    @PostConstruct
    void start() {
        broker = new Broker(connections, Optional.empty());
    }

    public Broker inside() {
        return broker;
    }
}
