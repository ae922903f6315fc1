package org.peekplatform.core.live.serve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.peekplatform.api.account.User;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.LiveFrame;
import org.peekplatform.core.live.wire.Requests;

/** The server behind a desk: answers at once, or keeps its answers for the test to give. */
final class FakeServer implements LiveServer {
    final List<List<String>> asked = new ArrayList<>();
    final List<String> acts = new ArrayList<>();
    final List<Requests.Cancel> cancelled = new ArrayList<>();
    final Set<String> forbidden = new HashSet<>();
    final Set<String> missing = new HashSet<>();
    final List<CompletableFuture<LiveFrame>> owed = new ArrayList<>();
    final List<CompletableFuture<Requests.Permitted>> permits = new ArrayList<>();
    boolean away;
    boolean slow;
    Optional<User> user = Optional.of(new User("ann", Set.of("admin")));

    @Override
    public CompletableFuture<Requests.Permitted> permit(String session, List<String> keys) {
        asked.add(keys);
        if (away) {
            return CompletableFuture.failedFuture(new IllegalStateException("away"));
        }
        List<Headers.Trouble> refused = new ArrayList<>();
        keys.forEach(key -> {
            if (forbidden.contains(key)) {
                refused.add(new Headers.Trouble(key, "PEEK-4203", "no", true));
            } else if (missing.contains(key)) {
                refused.add(new Headers.Trouble(key, "PEEK-4202", "not now", false));
            }
        });
        Requests.Permitted answer = new Requests.Permitted(user, user.isPresent() ? refused : List.of());
        if (slow) {
            CompletableFuture<Requests.Permitted> later = new CompletableFuture<>();
            permits.add(later);
            return later.thenApply(given -> answer);
        }
        return CompletableFuture.completedFuture(answer);
    }

    /** Gives the answers that are due. */
    void answerPermits() {
        List<CompletableFuture<Requests.Permitted>> due = List.copyOf(permits);
        permits.clear();
        due.forEach(permit -> permit.complete(null));
    }

    @Override
    public CompletableFuture<LiveFrame> act(Requests.Act action, byte[] body) {
        acts.add(action.session() + " " + action.device() + " " + action.a() + " " + action.n());
        return owed();
    }

    @Override
    public CompletableFuture<LiveFrame> ask(Requests.Ask query, byte[] body) {
        return owed();
    }

    private CompletableFuture<LiveFrame> owed() {
        CompletableFuture<LiveFrame> answer = new CompletableFuture<>();
        owed.add(answer);
        return answer;
    }

    @Override
    public void cancel(Requests.Cancel query) {
        cancelled.add(query);
    }
}
