package org.peekplatform.agent.messaging;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.peekplatform.runtime.messaging.Jms;
import org.peekplatform.runtime.node.Node;

/** Everything that the server says to this instance. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(
                    propertyName = "destination",
                    propertyValue = "node.${peek.agent.instance:agent1}"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
        })
@TransactionManagement(TransactionManagementType.BEAN)
public class AgentInboxListener implements MessageListener {
    @Inject
    Node node;

    @Override
    public void onMessage(Message message) {
        try {
            Jms.read(message).ifPresent(node::received);
        } catch (JMSException e) {
            throw new EJBException(e);
        }
    }
}
