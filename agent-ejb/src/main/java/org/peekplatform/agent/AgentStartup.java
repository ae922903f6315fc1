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
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.jms.ConnectionFactory;
import org.peekplatform.api.Service;
import org.peekplatform.runtime.node.Node;
import org.peekplatform.runtime.settings.NodeSettings;

/** Puts the instance together when its EAR comes up, and lets go of everything when it goes. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@ManagedExecutorDefinition(name = "java:app/concurrent/peek", maxAsync = 64)
public class AgentStartup {
    @Resource(lookup = "java:app/concurrent/peek")
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory connections;

    private Node node;

    @PostConstruct
    void start() {
        NodeSettings settings = NodeSettings.of(Service.AGENT, System::getProperty);
        node = new Node(settings, connections, executor);
        node.start(node.plainPlatforms(), executor, scheduler);
    }

    @PreDestroy
    void stop() {
        node.close();
    }

    public Node node() {
        return node;
    }
}
