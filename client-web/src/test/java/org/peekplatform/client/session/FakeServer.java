package org.peekplatform.client.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.peekplatform.api.account.User;
import org.peekplatform.core.live.serve.LiveServer;
import org.peekplatform.core.live.wire.LiveFrame;
import org.peekplatform.core.live.wire.Requests;

/** A server that knows some sessions, or is away. */
public final class FakeServer implements LiveServer {
    public final List<String> asked = new ArrayList<>();
    public boolean away;
    private final Map<String, User> users = new HashMap<>();

    public void user(String token, User user) {
        users.put(DeviceIdentities.ref(token), user);
    }

    public void end(String token) {
        users.remove(DeviceIdentities.ref(token));
    }

    @Override
    public CompletableFuture<Requests.Permitted> permit(String session, List<String> keys) {
        asked.add(session);
        return away
                ? CompletableFuture.failedFuture(new IllegalStateException("away"))
                : CompletableFuture.completedFuture(
                        new Requests.Permitted(Optional.ofNullable(users.get(session)), List.of()));
    }

    @Override
    public CompletableFuture<LiveFrame> act(Requests.Act action, byte[] body) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<LiveFrame> ask(Requests.Ask query, byte[] body) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancel(Requests.Cancel query) {
        throw new UnsupportedOperationException();
    }
}
