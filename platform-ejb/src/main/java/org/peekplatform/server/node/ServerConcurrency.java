package org.peekplatform.server.node;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ScheduledExecutorService;
import org.peekplatform.runtime.node.Beats;

/** The container's threads, for the wiring. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/peek", maxAsync = 64)
public class ServerConcurrency {
    @Resource(lookup = "java:app/concurrent/peek")
    ManagedExecutorService executor;

    @Resource
    ManagedThreadFactory threads;

    private Beats beats;

    @PostConstruct
    void start() {
        beats = new Beats(threads);
    }

    @PreDestroy
    void stop() {
        beats.shutdownNow();
    }

    public ManagedExecutorService executor() {
        return executor;
    }

    public ScheduledExecutorService scheduler() {
        return beats;
    }
}
