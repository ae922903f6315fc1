package org.peekplatform.server.node;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.peekplatform.runtime.node.Beats;
import org.peekplatform.runtime.node.PatientExecutor;

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

    /** For work that must not get lost while WildFly takes none. */
    public Executor patient() {
        return new PatientExecutor(executor, beats);
    }

    public ScheduledExecutorService scheduler() {
        return beats;
    }
}
