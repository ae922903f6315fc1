package org.peekplatform.server.credential;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.peekplatform.api.Service;

/** A broker that lets in whom it knows. */
final class DoorsInMemory implements NodeDoors {
    private final Map<String, Long> addresses = new TreeMap<>();
    private final Map<String, Identity> identities = new TreeMap<>();

    /** As the script on the server's machine does it. */
    void addByScript(String node, Service service) {
        open(node, new Identity(node, "by hand", service));
    }

    boolean letsIn(String user, String password) {
        return Optional.ofNullable(identities.get(user))
                .filter(identity -> identity.password().equals(password))
                .isPresent();
    }

    @Override
    public Map<String, Long> waiting() {
        return addresses;
    }

    @Override
    public Optional<Service> identity(String user) {
        return Optional.ofNullable(identities.get(user)).map(Identity::service);
    }

    @Override
    public void open(String node, Identity identity) {
        addresses.put(node, 0L);
        add(node, identity);
    }

    @Override
    public void add(String node, Identity identity) {
        if (identities.putIfAbsent(identity.user(), identity) != null) {
            throw new IllegalStateException("duplicate " + identity);
        }
    }

    @Override
    public void end(List<String> users) {
        identities.keySet().removeAll(users);
    }

    @Override
    public void close(String node) {
        addresses.remove(node);
    }
}
