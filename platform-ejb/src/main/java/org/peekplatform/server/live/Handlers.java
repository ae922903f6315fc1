package org.peekplatform.server.live;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.ActionContext;

/** Actions and queries that parts take now, by {@code <plugin>.<Name>}. */
public final class Handlers {
    private final Map<String, Handler> actions = new ConcurrentHashMap<>();
    private final Map<String, Handler> queries = new ConcurrentHashMap<>();

    /** One type of action or query, in the context of its part. */
    interface Handler {
        Class<?> type();

        boolean allows(User user, Object subject);

        Object handle(Object subject, ActionContext context) throws Exception;
    }

    boolean addAction(String name, Handler handler) {
        return actions.putIfAbsent(name, handler) == null;
    }

    boolean addQuery(String name, Handler handler) {
        return queries.putIfAbsent(name, handler) == null;
    }

    void remove(String name, Handler handler) {
        actions.remove(name, handler);
        queries.remove(name, handler);
    }

    Optional<Handler> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    Optional<Handler> query(String name) {
        return Optional.ofNullable(queries.get(name));
    }
}
