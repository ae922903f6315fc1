package org.peekplatform.core.live.serve;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All connections of this service, and how many each user and each address has. */
final class Connections {
    private final DeviceLimits limits;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Integer> ofUser = new ConcurrentHashMap<>();
    private final Map<String, Integer> ofAddress = new ConcurrentHashMap<>();

    private record Held(DeviceConnection connection, String address) {}

    Connections(DeviceLimits limits) {
        this.limits = limits;
    }

    boolean hasRoom(String user, String address) {
        return ofUser.getOrDefault(user, 0) < limits.connectionsPerUser()
                && ofAddress.getOrDefault(address, 0) < limits.connectionsPerAddress();
    }

    void add(DeviceConnection connection, String address) {
        held.put(connection.id(), new Held(connection, address));
        ofUser.merge(connection.session().user().name(), 1, Integer::sum);
        ofAddress.merge(address, 1, Integer::sum);
    }

    /** @return false when it was removed before */
    boolean remove(DeviceConnection connection) {
        Held removed = held.remove(connection.id());
        if (removed == null) {
            return false;
        }
        less(ofUser, connection.session().user().name());
        less(ofAddress, removed.address());
        return true;
    }

    Optional<DeviceConnection> find(String id) {
        return Optional.ofNullable(held.get(id)).map(Held::connection);
    }

    Collection<DeviceConnection> all() {
        return List.copyOf(held.values().stream().map(Held::connection).toList());
    }

    int size() {
        return held.size();
    }

    private static void less(Map<String, Integer> counts, String name) {
        counts.computeIfPresent(name, (n, count) -> count == 1 ? null : count - 1);
    }
}
