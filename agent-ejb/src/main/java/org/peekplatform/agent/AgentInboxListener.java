package org.peekplatform.agent;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

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
    @EJB
    AgentStartup startup;

    @Override
    public void onMessage(Message message) {
        try {
            startup.node().received(message);
        } catch (JMSException e) {
            throw new EJBException(e);
        }
    }
}
