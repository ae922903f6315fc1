package org.peekplatform.server.messaging;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.messaging.Jms;

/** Everything that nodes say. A message without the broker's stamp, or none of ours, is dropped. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "server.in"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8")
        })
@TransactionManagement(TransactionManagementType.BEAN)
public class ServerInListener implements MessageListener {
    private static final Logger LOG = System.getLogger(ServerInListener.class.getName());

    @Inject
    Exchange exchange;

    @Override
    public void onMessage(Message message) {
        try {
            Optional<String> node = Jms.origin(message);
            if (node.isEmpty()) {
                LOG.log(Level.WARNING, "PEEK-3305 message on server.in without the broker's stamp of origin dropped");
                return;
            }
            Jms.read(message).ifPresent(envelope -> exchange.received(node.get(), envelope));
        } catch (JMSException e) {
            throw new EJBException(e);
        }
    }
}
