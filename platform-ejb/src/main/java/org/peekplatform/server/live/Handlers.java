package org.peekplatform.server.live;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.ActionContext;
import org.peekplatform.core.json.Json;

/** Actions and queries that parts take now, by {@code <plugin>.<Name>}. */
public final class Handlers {
    private final Map<String, Processing> actions = new ConcurrentHashMap<>();
    private final Map<String, Processing> queries = new ConcurrentHashMap<>();

    /** One type of action or query, in the context of its part. */
    interface Processing {
        Class<?> type();

        /** What a device sent; empty when it is none of this type. */
        default Optional<Object> read(byte[] body) {
            try {
                return Optional.ofNullable(Json.read(body, type()));
            } catch (UncheckedIOException e) {
                return Optional.empty();
            }
        }

        boolean allows(User user, Object subject);

        Object handle(Object subject, ActionContext context) throws Exception;
    }

    /** @return who has that name already; it keeps it */
    Optional<Processing> addAction(String name, Processing processing) {
        return Optional.ofNullable(actions.putIfAbsent(name, processing));
    }

    /** @return who has that name already; it keeps it */
    Optional<Processing> addQuery(String name, Processing processing) {
        return Optional.ofNullable(queries.putIfAbsent(name, processing));
    }

    void remove(String name, Processing processing) {
        actions.remove(name, processing);
        queries.remove(name, processing);
    }

    Optional<Processing> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    Optional<Processing> query(String name) {
        return Optional.ofNullable(queries.get(name));
    }
}
