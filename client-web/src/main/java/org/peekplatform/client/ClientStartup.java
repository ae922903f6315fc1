package org.peekplatform.client;

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
import org.peekplatform.runtime.call.PartCalls;
import org.peekplatform.runtime.hook.PlatformFactory;
import org.peekplatform.runtime.live.PartTuples;
import org.peekplatform.runtime.node.Node;
import org.peekplatform.runtime.settings.NodeSettings;

/** Puts the instance together when its EAR comes up, and lets go of everything when it goes. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@ManagedExecutorDefinition(name = "java:app/concurrent/peek", maxAsync = 64)
public class ClientStartup {
    @Resource(lookup = "java:app/concurrent/peek")
    ManagedExecutorService executor;

    @Inject
    ScheduledExecutorService scheduler;

    @Inject
    NodeSettings settings;

    @Inject
    Node node;

    @Inject
    ClientLive live;

    @PostConstruct
    void start() {
        live.open();
        node.start(platforms(), executor, scheduler, live::counters);
    }

    private PlatformFactory platforms() {
        return (plugin, context, owner) -> new ClientPartPlatform(
                plugin,
                settings.instance(),
                new PartCalls(plugin.id(), context, owner, node.calls()),
                new PartTuples(plugin.id(), context, owner, live.local(), Runnable::run),
                owner);
    }

    @PreDestroy
    void stop() {
        live.close();
        node.close();
        scheduler.shutdownNow();
    }
}
