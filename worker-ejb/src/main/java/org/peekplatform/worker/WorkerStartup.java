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
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.jms.ConnectionFactory;
import org.peekplatform.api.Service;
import org.peekplatform.runtime.call.PartCalls;
import org.peekplatform.runtime.hook.PlatformFactory;
import org.peekplatform.runtime.node.Node;
import org.peekplatform.runtime.settings.NodeSettings;

/** Puts the instance together when its EAR comes up, and lets go of everything when it goes. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@ManagedExecutorDefinition(name = "java:app/concurrent/peek", maxAsync = 64)
public class WorkerStartup {
    @Resource(lookup = "java:app/concurrent/peek")
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory connections;

    private Node node;
    private TaskPerformers performers;

    @PostConstruct
    void start() {
        NodeSettings settings = NodeSettings.of(Service.WORKER, System::getProperty);
        node = new Node(settings, connections, executor);
        performers = new TaskPerformers();
        node.start(platforms(settings), executor, scheduler);
    }

    @PreDestroy
    void stop() {
        node.close();
    }

    private PlatformFactory platforms(NodeSettings settings) {
        return (plugin, context, owner) -> new WorkerPartPlatform(
                plugin,
                settings.instance(),
                new PartCalls(plugin.id(), context, owner, node.calls()),
                performers.desk(plugin.id(), context, owner),
                owner);
    }

    public TaskPerformers performers() {
        return performers;
    }

    public Node node() {
        return node;
    }
}
