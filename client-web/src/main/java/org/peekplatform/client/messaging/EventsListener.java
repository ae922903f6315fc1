package org.peekplatform.client.messaging;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Optional;
import org.peekplatform.client.upstream.UpdateStream;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.messaging.Jms;

/** The stream of updates for this instance. One session, since their order matters. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "events"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(
                    propertyName = "messageSelector",
                    propertyValue = "peek_to LIKE '%,${peek.client.instance:client1},%'"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionManagement(TransactionManagementType.BEAN)
public class EventsListener implements MessageListener {
    @Inject
    UpdateStream stream;

    @Override
    public void onMessage(Message message) {
        try {
            Optional<Envelope> envelope = Jms.read(message);
            if (envelope.isPresent()) {
                stream.received(envelope.get(), Jms.epoch(message));
            }
        } catch (JMSException e) {
            throw new EJBException(e);
        }
    }
}
