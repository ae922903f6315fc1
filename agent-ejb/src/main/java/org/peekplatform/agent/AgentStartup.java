package org.peekplatform.agent;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledExecutorService;
import org.peekplatform.runtime.node.Node;

/** Puts the instance together when its EAR comes up, and lets go of everything when it goes. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@ManagedExecutorDefinition(name = "java:app/concurrent/peek", maxAsync = 64)
public class AgentStartup {
    @Resource(lookup = "java:app/concurrent/peek")
    ManagedExecutorService executor;

    @Inject
    ScheduledExecutorService scheduler;

    @Inject
    Node node;

    @PostConstruct
    void start() {
        node.start(node.plainPlatforms(), executor, scheduler);
    }

    @PreDestroy
    void stop() {
        node.close();
        scheduler.shutdownNow();
    }
}
