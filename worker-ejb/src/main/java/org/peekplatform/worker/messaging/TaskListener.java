package org.peekplatform.worker.messaging;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.time.Duration;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Link;
import org.peekplatform.runtime.messaging.Jms;
import org.peekplatform.runtime.node.Node;
import org.peekplatform.runtime.task.TaskMessage;
import org.peekplatform.runtime.task.TaskResult;
import org.peekplatform.worker.task.TaskPerformers;

/**
 * Tasks that the server's parts submitted; as many at once as the pool allows. Window 0, since messages that were
 * prefetched by a worker that dies would count as failed deliveries.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "worker.tasks"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${peek.worker.threads:8}"),
            @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0")
        })
@TransactionManagement(TransactionManagementType.BEAN)
public class TaskListener implements MessageListener {
    private static final Duration RESULT_LIFE = Duration.ofMinutes(10);

    @Inject
    TaskPerformers performers;

    @Inject
    Node node;

    @Override
    public void onMessage(Message message) {
        try {
            Jms.read(message).ifPresent(this::perform);
        } catch (JMSException e) {
            throw new EJBException(e);
        }
    }

    private void perform(Envelope envelope) {
        TaskMessage task = Json.read(envelope.body(), TaskMessage.class);
        TaskResult result = performers
                .perform(task)
                .orElseThrow(() -> new EJBException("PEEK-4004 no part on this worker performs task '" + task.type()
                        + "' of plugin '" + task.plugin() + "'. The broker offers it again."));
        node.exchange().tell(Link.SERVER, Envelope.of(TaskResult.KIND, Json.write(result)), RESULT_LIFE);
    }
}
