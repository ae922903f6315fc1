package org.peekplatform.runtime.messaging;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import java.time.Duration;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Link;
import org.peekplatform.runtime.link.LinkException;

/** A {@link Link} over the broker. */
public final class JmsLink implements Link {
    private final Lanes lanes;
    private final Addressing addressing;
    private final Delivery delivery;

    /** Whether messages survive a crash of the broker. */
    public enum Delivery {
        /** They do not: whoever asks has a timeout and asks again. */
        FLEETING(DeliveryMode.NON_PERSISTENT),
        /** They do: the broker has written them to disk when the send returns. */
        DURABLE(DeliveryMode.PERSISTENT);

        private final int mode;

        Delivery(int mode) {
            this.mode = mode;
        }
    }

    JmsLink(Lanes lanes, Addressing addressing, Delivery delivery) {
        this.lanes = lanes;
        this.addressing = addressing;
        this.delivery = delivery;
    }

    @Override
    public void send(String peer, Envelope message, Duration timeToLive) {
        String queue = addressing.queueTo(peer);
        try {
            lanes.use((session, producer) -> {
                BytesMessage jms = Jms.write(session, message);
                producer.send(session.createQueue(queue), jms, delivery.mode, 4, timeToLive.toMillis());
                return jms;
            });
        } catch (JMSException e) {
            throw new LinkException(
                    "message '" + message.kind() + "' to '" + peer + "' could not be sent: " + e.getMessage()
                            + ". It will be sent again when it is due.",
                    e);
        }
    }
}
