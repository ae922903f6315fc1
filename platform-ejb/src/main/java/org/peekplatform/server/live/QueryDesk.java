package org.peekplatform.server.live;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.api.account.User;
import org.peekplatform.api.live.ActionContext;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.live.wire.Headers.Outcome;
import org.peekplatform.core.live.wire.LiveFrame;
import org.peekplatform.core.live.wire.Requests;
import org.peekplatform.server.account.DeviceSessions;
import org.peekplatform.server.live.Takers.Taker;

/** Answers queries of devices. */
public final class QueryDesk {
    private static final Logger LOG = System.getLogger(QueryDesk.class.getName());

    private final DeviceSessions sessions;
    private final Takers takers;
    private final Map<Key, Thread> running = new ConcurrentHashMap<>();

    private record Key(String session, String id) {}

    public QueryDesk(DeviceSessions sessions, Takers takers) {
        this.sessions = sessions;
        this.takers = takers;
    }

    /** @return what the device is told */
    LiveFrame ask(Requests.Ask request, byte[] body) {
        Optional<User> user = sessions.find(request.session());
        Optional<Taker> taker = takers.query(request.q());
        if (user.isEmpty()) {
            return failed(request, "PEEK-4223", "the session is over. Sign in again.");
        }
        if (taker.isEmpty()) {
            return failed(request, "PEEK-4224", "no plugin that runs now answers '" + request.q() + "'.");
        }
        Optional<Object> query = taker.get().read(body);
        if (query.isEmpty()) {
            return failed(
                    request,
                    "PEEK-4226",
                    "what was sent is no " + taker.get().type().getSimpleName() + ". Reload the page.");
        }
        return taker.get().allows(user.get(), query.get())
                ? answer(request, taker.get(), query.get(), user.get())
                : failed(request, "PEEK-4225", "'" + user.get().name() + "' may not ask '" + request.q() + "'.");
    }

    private LiveFrame answer(Requests.Ask request, Taker taker, Object query, User user) {
        Key key = new Key(request.session(), request.id());
        running.put(key, Thread.currentThread());
        try {
            Object answer = taker.take(query, new ActionContext(user, "", request.id()));
            return LiveFrame.of(Outcome.answer(request.id()), Json.write(answer));
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) { // the rim: the plugin's own code
            String incident = UUID.randomUUID().toString();
            LOG.log(Level.WARNING, () -> "PEEK-4227 query " + request.q() + " failed, incident " + incident, e);
            return failed(request, "PEEK-4228", "'" + request.q() + "' failed, incident " + incident + ".");
        } finally {
            // Atomic with cancel: an interrupt never reaches what this thread does next.
            running.computeIfPresent(key, (k, thread) -> null);
            Thread.interrupted();
        }
    }

    void cancel(Requests.Cancel request) {
        running.computeIfPresent(new Key(request.session(), request.id()), (key, thread) -> {
            thread.interrupt();
            return thread;
        });
    }

    private static LiveFrame failed(Requests.Ask request, String code, String message) {
        return LiveFrame.of(Outcome.failed(request.id(), code, message));
    }
}
