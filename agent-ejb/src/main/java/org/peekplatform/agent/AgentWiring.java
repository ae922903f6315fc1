package org.peekplatform.agent;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ScheduledExecutorService;
import org.peekplatform.agent.messaging.AgentBroker;
import org.peekplatform.api.Service;
import org.peekplatform.runtime.node.Beats;
import org.peekplatform.runtime.node.Node;
import org.peekplatform.runtime.settings.NodeSettings;

/** Joins the parts of the agent service. */
@ApplicationScoped
class AgentWiring {
    @Resource(lookup = "java:app/concurrent/peek")
    ManagedExecutorService executor;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    AgentBroker broker;

    @Produces
    @Singleton
    ScheduledExecutorService scheduler() {
        return new Beats(threads);
    }

    @Produces
    @Singleton
    NodeSettings settings() {
        return NodeSettings.of(Service.AGENT, System::getProperty);
    }

    @Produces
    @Singleton
    Node node(NodeSettings settings) {
        return new Node(settings, broker.as(settings), executor);
    }
}
