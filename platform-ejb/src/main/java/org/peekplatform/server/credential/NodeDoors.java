package org.peekplatform.server.credential;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peekplatform.api.Service;

/** The doors of nodes at the broker: an identity lets a node in, its addresses are where it may go. */
public interface NodeDoors {

    /** Messages that wait for each node that has addresses, by the node's name. */
    Map<String, Long> waiting();

    /** The service for which an identity was made; empty when there is no such identity. */
    Optional<Service> identity(String user);

    /** Makes the addresses of a node and its first identity, all or nothing. */
    void open(String node, Identity identity);

    /** Makes one more identity of a node that has its addresses. */
    void add(String node, Identity identity);

    /** Takes identities back, those that are there, and closes their connections. */
    void end(List<String> users);

    /** Takes the addresses of a node back; what lay there is gone. */
    void close(String node);

    /** With which name and password a node signs in. */
    record Identity(String user, String password, Service service) {
        @Override
        public String toString() {
            return "Identity[user=" + user + "]";
        }
    }
}
