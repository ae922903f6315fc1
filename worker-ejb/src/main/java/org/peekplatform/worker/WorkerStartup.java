package org.peekplatform.worker;

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
import org.peekplatform.runtime.node.Node;
import org.peekplatform.runtime.settings.NodeSettings;
import org.peekplatform.worker.task.WorkerTasks;

/** Puts the instance together when its EAR comes up, and lets go of everything when it goes. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@ManagedExecutorDefinition(name = "java:app/concurrent/peek", maxAsync = 64)
public class WorkerStartup {
    @Resource(lookup = "java:app/concurrent/peek")
    ManagedExecutorService executor;

    @Inject
    ScheduledExecutorService scheduler;

    @Inject
    NodeSettings settings;

    @Inject
    Node node;

    @Inject
    WorkerTasks tasks;

    @PostConstruct
    void start() {
        node.start(platforms(), executor, scheduler, tasks::counters);
        tasks.open();
    }

    @PreDestroy
    void stop() {
        tasks.close();
        node.close();
        scheduler.shutdownNow();
    }

    private PlatformFactory platforms() {
        return (plugin, context, owner) -> new WorkerPartPlatform(
                plugin,
                settings.instance(),
                new PartCalls(plugin.id(), context, owner, node.calls()),
                tasks.desk(plugin.id(), context, owner),
                owner);
    }
}
