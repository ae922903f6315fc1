package org.peekplatform.runtime.messaging;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Sessions with producers over one long-lived connection, lent one at a time. Three times faster than a session per
 * message; after a failure the connection is opened anew.
 */
final class Lanes implements AutoCloseable {

    /** A session and its producer; used by one thread at a time. */
    record Lane(Connection connection, Session session, MessageProducer producer) {}

    @FunctionalInterface
    interface Work<T> {
        T with(Session session, MessageProducer producer) throws JMSException;
    }

    private final ConnectionFactory factory;
    private final Optional<Credential> credential;
    private final Deque<Lane> idle = new ArrayDeque<>();
    private Optional<Connection> connection = Optional.empty();
    private boolean closed;

    Lanes(ConnectionFactory factory, Optional<Credential> credential) {
        this.factory = factory;
        this.credential = credential;
    }

    <T> T use(Work<T> work) throws JMSException {
        Lane lane = borrow();
        try {
            T result = work.with(lane.session(), lane.producer());
            giveBack(lane);
            return result;
        } catch (JMSException | RuntimeException e) {
            drop(lane.connection());
            throw e;
        }
    }

    /** A session of its own, for one who waits on a queue; the caller closes it. */
    Session session() throws JMSException {
        return open().createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    private Lane borrow() throws JMSException {
        Connection current;
        synchronized (this) {
            Lane lane = idle.poll();
            if (lane != null) {
                return lane;
            }
            current = open();
        }
        try { // without the lock: a broker that hangs must hold up neither those who have a lane nor the end
            Session session = current.createSession(false, Session.AUTO_ACKNOWLEDGE);
            return new Lane(current, session, session.createProducer(null));
        } catch (JMSException e) {
            drop(current);
            throw e;
        }
    }

    private synchronized Connection open() throws JMSException {
        if (closed) {
            throw new JMSException("this instance goes down");
        }
        if (connection.isEmpty()) {
            Connection opened = credential.isPresent()
                    ? factory.createConnection(
                            credential.get().user(), credential.get().password())
                    : factory.createConnection();
            opened.setExceptionListener(broken -> drop(opened));
            opened.start();
            connection = Optional.of(opened);
        }
        return connection.get();
    }

    private synchronized void giveBack(Lane lane) {
        if (connection.filter(current -> current == lane.connection()).isPresent()) {
            idle.push(lane);
        }
    }

    /** A connection that failed is closed, unless somebody did so before; who is next gets a new one. */
    private void drop(Connection failed) {
        synchronized (this) {
            if (connection.filter(current -> current == failed).isEmpty()) {
                return;
            }
            idle.clear();
            connection = Optional.empty();
        }
        closeQuietly(failed);
    }

    /** Who is next gets a new connection. */
    synchronized void reopen() {
        idle.clear();
        connection.ifPresent(Lanes::closeQuietly);
        connection = Optional.empty();
    }

    /** Nobody gets a connection any more. */
    @Override
    public synchronized void close() {
        closed = true;
        reopen();
    }

    private static void closeQuietly(Connection closing) {
        try {
            closing.close();
        } catch (JMSException e) {
            System.getLogger(Lanes.class.getName()).log(System.Logger.Level.DEBUG, "connection was closed already", e);
        }
    }
}
