package org.peekplatform.runtime.messaging;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.Optional;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Link;
import org.peekplatform.runtime.link.LinkException;

/** A {@link Link} over the broker. Messages are not persistent: whoever asks has a timeout and asks again. */
public final class JmsLink implements Link, AutoCloseable {
    private final Lanes lanes;
    private final Addressing addressing;

    public JmsLink(ConnectionFactory factory, Optional<Credential> credential, Addressing addressing) {
        this.lanes = new Lanes(factory, credential);
        this.addressing = addressing;
    }

    @Override
    public void send(String peer, Envelope message, Duration timeToLive) {
        String queue = addressing.queueTo(peer);
        try {
            lanes.use((session, producer) -> {
                BytesMessage jms = Jms.write(session, message);
                producer.send(
                        session.createQueue(queue), jms, DeliveryMode.NON_PERSISTENT, 4, timeToLive.toMillis());
                return jms;
            });
        } catch (JMSException e) {
            throw new LinkException("message '" + message.kind() + "' to '" + peer
                    + "' could not be sent: " + e.getMessage() + ". It will be sent again when it is due.", e);
        }
    }

    @Override
    public void close() {
        lanes.close();
    }
}
