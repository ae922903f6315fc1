package org.peekplatform.runtime.messaging;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import java.util.Set;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.LinkException;

/**
 * Messages to several instances at once, on a topic. Each instance takes those that name it: the broker looks at the
 * names, so nothing reaches one that is not meant. They are not kept for who is away.
 */
public final class JmsBroadcast {
    /** Property that names the receivers, each between commas. */
    public static final String RECEIVERS = "peek_to";

    static final String EPOCH = "peek_epoch";

    private final Lanes lanes;
    private final String topic;

    JmsBroadcast(Lanes lanes, String topic) {
        this.lanes = lanes;
        this.topic = topic;
    }

    /** Sends in the order of the calls, when they come from one thread at a time. */
    public void send(String kind, String epoch, byte[] body, Set<String> receivers) {
        try {
            lanes.use((session, producer) -> {
                BytesMessage message = Jms.write(session, Envelope.of(kind, body));
                message.setStringProperty(RECEIVERS, "," + String.join(",", receivers) + ",");
                message.setStringProperty(EPOCH, epoch);
                producer.send(session.createTopic(topic), message, DeliveryMode.NON_PERSISTENT, 4, 0);
                return message;
            });
        } catch (JMSException e) {
            throw new LinkException("'" + kind + "' could not be sent to " + receivers + ": " + e.getMessage(), e);
        }
    }
}
