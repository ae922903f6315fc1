package org.peekplatform.runtime.messaging;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.LinkException;

/** One queue from which several take, and what waits in it. Its messages do not survive the broker. */
public final class JmsQueue {
    private final Lanes lanes;
    private final String name;

    JmsQueue(Lanes lanes, String name) {
        this.lanes = lanes;
        this.name = name;
    }

    /**
     * @param priority from 0 to 9
     * @throws LinkException when the broker did not take it
     */
    public void send(Envelope message, int priority) {
        try {
            lanes.use((session, producer) -> {
                Message jms = Jms.write(session, message);
                producer.send(session.createQueue(name), jms, DeliveryMode.NON_PERSISTENT, priority, 0);
                return jms;
            });
        } catch (JMSException e) {
            throw new LinkException(
                    "message '" + message.kind() + "' to queue '" + name + "' could not be sent: " + e.getMessage(), e);
        }
    }

    /**
     * Ids of the messages that nobody has taken.
     *
     * @throws LinkException when the broker does not say
     */
    public Set<String> waiting() {
        try {
            return lanes.use((session, producer) -> ids(session));
        } catch (JMSException e) {
            throw new LinkException("queue '" + name + "' could not be looked into: " + e.getMessage(), e);
        }
    }

    private Set<String> ids(Session session) throws JMSException {
        Set<String> ids = new HashSet<>();
        try (QueueBrowser browser = session.createBrowser(session.createQueue(name))) {
            for (Enumeration<?> messages = browser.getEnumeration(); messages.hasMoreElements(); ) {
                ids.add(((Message) messages.nextElement()).getStringProperty(Jms.ID));
            }
        }
        return ids;
    }
}
