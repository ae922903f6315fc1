package org.peekplatform.core.live.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.Requests;
import org.peekplatform.core.live.wire.SelectorKey;

/** Asks who provides a selector whether somebody may observe it: the server, or a part of this service. */
final class Permissions {
    private final LiveServer server;
    private final TupleBook local;

    Permissions(LiveServer server, TupleBook local) {
        this.server = server;
        this.local = local;
    }

    CompletableFuture<Requests.Permitted> ask(String session, List<SelectorKey> keys) {
        List<SelectorKey> ours =
                keys.stream().filter(key -> local.offers(key.type())).toList();
        List<String> theirs = keys.stream()
                .filter(key -> !local.offers(key.type()))
                .map(SelectorKey::text)
                .toList();
        return server.permit(session, theirs).thenApply(answer -> withLocal(answer, ours));
    }

    private Requests.Permitted withLocal(Requests.Permitted answer, List<SelectorKey> ours) {
        List<Headers.Trouble> refused = new ArrayList<>(answer.refused());
        answer.user()
                .ifPresent(user -> ours.forEach(key -> local.refusal(user, key).ifPresent(refused::add)));
        return new Requests.Permitted(answer.user(), refused);
    }
}
