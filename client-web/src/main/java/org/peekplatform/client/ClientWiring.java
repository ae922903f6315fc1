package org.peekplatform.client;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.peekplatform.api.Service;
import org.peekplatform.client.messaging.ClientBroker;
import org.peekplatform.runtime.node.Node;
import org.peekplatform.runtime.settings.NodeSettings;

/** Joins the parts of the client service. */
@ApplicationScoped
class ClientWiring {
    @Resource(lookup = "java:app/concurrent/peek")
    ManagedExecutorService executor;

    @Inject
    ClientBroker broker;

    @Produces
    @Singleton
    NodeSettings settings() {
        return NodeSettings.of(Service.CLIENT, System::getProperty);
    }

    @Produces
    @Singleton
    Node node(NodeSettings settings) {
        return new Node(settings, broker.as(settings), executor);
    }
}
