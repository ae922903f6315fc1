package org.peekplatform.server.node;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;

/** The container's threads and connections, for the wiring. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/peek", maxAsync = 64)
public class ServerConcurrency {
    @Resource(lookup = "java:app/concurrent/peek")
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory connections;

    public ManagedExecutorService executor() {
        return executor;
    }

    public ManagedScheduledExecutorService scheduler() {
        return scheduler;
    }

    public ConnectionFactory connections() {
        return connections;
    }
}
