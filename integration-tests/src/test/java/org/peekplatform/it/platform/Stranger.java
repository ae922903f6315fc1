package org.peekplatform.it.platform;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Session;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Somebody at the link who is no platform service: a client of the broker with whatever credential it was given. */
public final class Stranger implements AutoCloseable {
    private final Connection connection;
    private final Session session;

    private Stranger(Connection connection) throws JMSException {
        this.connection = connection;
        this.session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    /** @param tls words of {@link Certificates}, or empty for plain text */
    public static Stranger at(String host, int port, String tls, String user, String password) throws JMSException {
        String options = "?tcpNoDelay=true" + (tls.isEmpty() ? "" : "&" + tls);
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("tcp://" + host + ":" + port + options);
        factory.setReconnectAttempts(0);
        factory.setCallTimeout(10_000);
        factory.setUseTopologyForLoadBalancing(false);
        Connection connection = factory.createConnection(user, password);
        try {
            connection.start();
            return new Stranger(connection);
        } catch (JMSException | JMSRuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The credential in the properties of a node. */
    public static Stranger as(Map<String, String> node, String host, int port, String tls) throws JMSException {
        return at(host, port, tls, node.get("peek.link.user"), node.get("peek.link.password"));
    }

    /** Properties of a node as a map. */
    public static Map<String, String> read(String properties) {
        return properties
                .lines()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last));
    }

    public Session session() {
        return session;
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
