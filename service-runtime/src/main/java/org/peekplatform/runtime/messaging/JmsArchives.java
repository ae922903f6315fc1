package org.peekplatform.runtime.messaging;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Archives as large messages of Artemis: streamed from and to disk, so that the heap does not grow with their size.
 * They have a queue of their own per node and do not hold up other messages.
 */
public final class JmsArchives {
    private static final String INPUT = "JMS_AMQ_InputStream";
    private static final String SAVE = "JMS_AMQ_SaveStream";

    private final Lanes lanes;

    JmsArchives(Lanes lanes) {
        this.lanes = lanes;
    }

    /** Streams an archive to a node; returns when the broker has it. */
    public void send(String node, String requestId, InputStream archive, Duration timeToLive) throws IOException {
        try {
            lanes.use((session, producer) -> {
                BytesMessage message = session.createBytesMessage();
                message.setStringProperty(Jms.REPLY_TO, requestId);
                message.setObjectProperty(INPUT, archive);
                producer.send(queue(session, node), message, DeliveryMode.NON_PERSISTENT, 4, timeToLive.toMillis());
                return message;
            });
        } catch (JMSException e) {
            throw new IOException("archive for '" + node + "' could not be sent: " + e.getMessage(), e);
        }
    }

    /** Takes the archive that answers a request and writes it to a file. False when none comes in time. */
    public boolean receive(String node, String requestId, Path target, Duration timeout) throws IOException {
        try (Session session = lanes.session();
                MessageConsumer consumer =
                        session.createConsumer(queue(session, node), Jms.REPLY_TO + " = '" + requestId + "'")) {
            Message message = consumer.receive(timeout.toMillis());
            if (message == null) {
                return false;
            }
            try (OutputStream out = Files.newOutputStream(target)) {
                message.setObjectProperty(SAVE, out);
            }
            return true;
        } catch (JMSException e) {
            lanes.reopen();
            throw new IOException("archive could not be received: " + e.getMessage(), e);
        }
    }

    private static jakarta.jms.Queue queue(Session session, String node) throws JMSException {
        return session.createQueue("node." + node + ".archives");
    }
}
