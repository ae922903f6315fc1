package org.peekplatform.runtime.messaging;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Optional;
import org.peekplatform.core.message.Envelope;

/** Envelopes to JMS messages and back. */
public final class Jms {
    /** Larger bodies are refused: archives do not travel this way. */
    public static final int MAX_BODY = 16 * 1024 * 1024;

    private static final String KIND = "peek_kind";
    static final String ID = "peek_id";
    static final String REPLY_TO = "peek_reply_to";
    private static final String ORIGIN = "_AMQ_ORIG_ADDRESS";
    private static final String INBOX = "jms.queue.in.";

    private Jms() {}

    static BytesMessage write(Session session, Envelope envelope) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.setStringProperty(KIND, envelope.kind());
        message.setStringProperty(ID, envelope.id());
        if (envelope.inReplyTo().isPresent()) {
            message.setStringProperty(REPLY_TO, envelope.inReplyTo().get());
        }
        message.writeBytes(envelope.body());
        return message;
    }

    /** Reads a message that anyone may have sent; empty when it is none of ours. */
    public static Optional<Envelope> read(Message message) throws JMSException {
        String kind = message.getStringProperty(KIND);
        String id = message.getStringProperty(ID);
        if (kind == null
                || id == null
                || !(message instanceof BytesMessage bytes)
                || bytes.getBodyLength() > MAX_BODY) {
            return Optional.empty();
        }
        byte[] body = new byte[(int) bytes.getBodyLength()];
        bytes.readBytes(body);
        return Optional.of(new Envelope(kind, id, Optional.ofNullable(message.getStringProperty(REPLY_TO)), body));
    }

    /** The life of the server in which a broadcast was sent. */
    public static String epoch(Message message) throws JMSException {
        return String.valueOf(message.getStringProperty(JmsBroadcast.EPOCH));
    }

    /** The node whose inbox the message came through, stamped by the broker's divert: not the sender's word. */
    public static Optional<String> origin(Message message) throws JMSException {
        return Optional.ofNullable(message.getStringProperty(ORIGIN))
                .filter(address -> address.startsWith(INBOX))
                .map(address -> address.substring(INBOX.length()));
    }
}
