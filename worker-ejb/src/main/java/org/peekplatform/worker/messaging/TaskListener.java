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
import org.peekplatform.core.json.Json;
import org.peekplatform.runtime.messaging.Jms;
import org.peekplatform.runtime.task.TaskMessage;
import org.peekplatform.worker.task.WorkerTasks;

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
    /** How many at once, where the system property says nothing. */
    public static final int THREADS = 8;

    @Inject
    WorkerTasks tasks;

    @Override
    public void onMessage(Message message) {
        try {
            int beginning = message.getIntProperty("JMSXDeliveryCount");
            Jms.read(message)
                    .map(envelope -> Json.read(envelope.body(), TaskMessage.class))
                    .ifPresent(task -> tasks.perform(task, beginning));
        } catch (JMSException e) {
            throw new EJBException(e);
        }
    }
}
