package org.peekplatform.worker;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import org.peekplatform.api.Service;
import org.peekplatform.runtime.node.Beats;
import org.peekplatform.runtime.node.Node;
import org.peekplatform.runtime.node.PatientExecutor;
import org.peekplatform.runtime.settings.NodeSettings;
import org.peekplatform.worker.messaging.TaskListener;
import org.peekplatform.worker.messaging.WorkerBroker;
import org.peekplatform.worker.task.WorkerTasks;

/** Joins the parts of the worker service. */
@ApplicationScoped
class WorkerWiring {
    @Resource(lookup = "java:app/concurrent/peek")
    ManagedExecutorService executor;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    WorkerBroker broker;

    @Produces
    @Singleton
    ScheduledExecutorService scheduler() {
        return new Beats(threads);
    }

    @Produces
    @Singleton
    NodeSettings settings() {
        return NodeSettings.of(Service.WORKER, System::getProperty);
    }

    @Produces
    @Singleton
    Node node(NodeSettings settings) {
        return new Node(settings, broker.as(settings), executor);
    }

    @Produces
    @Singleton
    WorkerTasks tasks(Node node, ScheduledExecutorService scheduler) {
        int threads = Integer.getInteger("peek.worker.threads", TaskListener.THREADS);
        return new WorkerTasks(
                node.exchange(), threads, new PatientExecutor(executor, scheduler), scheduler, Clock.systemUTC());
    }
}
