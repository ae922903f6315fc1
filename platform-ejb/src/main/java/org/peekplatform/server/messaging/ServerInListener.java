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
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Complaints;
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

    private static final Complaints COMPLAINTS = new Complaints(LOG, System::nanoTime);

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
            Optional<Envelope> envelope = Jms.read(message);
            if (envelope.isPresent()) {
                exchange.received(node.get(), envelope.get());
            } else {
                COMPLAINTS.about(
                        node.get(),
                        () -> "PEEK-3309 message of node '" + node.get()
                                + "' dropped: it is none of the platform's, or larger than " + Jms.MAX_BODY + " bytes");
            }
        } catch (JMSException e) {
            throw new EJBException(e);
        }
    }
}
