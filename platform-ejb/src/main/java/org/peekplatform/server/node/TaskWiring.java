package org.peekplatform.server.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peekplatform.api.Service;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.live.Rounds;
import org.peekplatform.runtime.messaging.JmsQueue;
import org.peekplatform.runtime.task.TaskMessage;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.instance.InstanceBook;
import org.peekplatform.server.instance.InstanceView;
import org.peekplatform.server.messaging.ServerBroker;
import org.peekplatform.server.task.ServerTasks;
import org.peekplatform.server.task.ServerTasks.Surroundings;
import org.peekplatform.server.task.TaskBook;
import org.peekplatform.server.task.TaskLimits;
import org.peekplatform.server.task.TaskQueue;

/** Joins what tasks need on the server. */
@ApplicationScoped
class TaskWiring {
    private static final String QUEUE = "worker.tasks";

    private record Broker(JmsQueue queue) implements TaskQueue {
        @Override
        public void send(TaskMessage task, int priority) {
            queue.send(new Envelope(TaskMessage.KIND, task.id(), Optional.empty(), Json.write(task)), priority);
        }

        @Override
        public Set<String> waiting() {
            return queue.waiting();
        }
    }

    @Produces
    @Singleton
    ServerTasks tasks(
            Exchange exchange,
            Database database,
            ServerBroker broker,
            JtaAfterCommit afterCommit,
            InstanceBook instances,
            ServerConcurrency container,
            Clock clock) {
        return new ServerTasks(
                exchange,
                new Surroundings(
                        database,
                        new Broker(broker.inside().queue(QUEUE)),
                        afterCommit,
                        () -> workers(instances),
                        TaskLimits.of(System::getProperty),
                        container.patient(),
                        new Rounds(container.scheduler(), container.patient()),
                        clock));
    }

    @Produces
    @Singleton
    TaskBook book(ServerTasks tasks) {
        return tasks.book();
    }

    private static Set<String> workers(InstanceBook instances) {
        return instances.instances().stream()
                .filter(instance -> instance.expected() && instance.report().service() == Service.WORKER)
                .map(InstanceView::name)
                .collect(Collectors.toSet());
    }
}
