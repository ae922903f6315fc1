package org.peekplatform.server.live;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.ActionContext;
import org.peekplatform.core.json.Json;

/** Actions and queries that parts take now, by {@code <plugin>.<Name>}. */
public final class Takers {
    private final Map<String, Taker> actions = new ConcurrentHashMap<>();
    private final Map<String, Taker> queries = new ConcurrentHashMap<>();

    /** One type of action or query, in the context of its part. */
    interface Taker {
        Class<?> type();

        /** What a device sent; empty when it is none of this type. */
        default Optional<Object> read(byte[] body) {
            try {
                return Optional.ofNullable(Json.readComplete(body, type()));
            } catch (UncheckedIOException e) {
                return Optional.empty();
            }
        }

        boolean allows(User user, Object subject);

        Object take(Object subject, ActionContext context) throws Exception;
    }

    /** @return who has that name already; it keeps it */
    Optional<Taker> addAction(String name, Taker taker) {
        return Optional.ofNullable(actions.putIfAbsent(name, taker));
    }

    /** @return who has that name already; it keeps it */
    Optional<Taker> addQuery(String name, Taker taker) {
        return Optional.ofNullable(queries.putIfAbsent(name, taker));
    }

    void remove(String name, Taker taker) {
        actions.remove(name, taker);
        queries.remove(name, taker);
    }

    Optional<Taker> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    Optional<Taker> query(String name) {
        return Optional.ofNullable(queries.get(name));
    }
}
