package org.peekplatform.client.upstream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.live.provide.ListenerDesk.Everything;
import org.peekplatform.core.live.provide.ListenerDesk.Wish;
import org.peekplatform.core.live.serve.LiveServer;
import org.peekplatform.core.live.serve.ServerFeed.LiveLink;
import org.peekplatform.core.live.wire.LiveFrame;
import org.peekplatform.core.live.wire.Requests;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.link.Link;
import org.peekplatform.runtime.live.LiveMessages;
import org.peekplatform.runtime.live.SignInAnswer;

/** Live data's messages to the server. */
public final class ServerLink implements LiveServer, LiveLink {
    private static final Logger LOG = System.getLogger(ServerLink.class.getName());
    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final Duration ACTION = Duration.ofSeconds(25);
    private static final Duration SIGN_IN = Duration.ofSeconds(15);

    private final Exchange exchange;
    private final Executor inOrder;
    private final PermitBatches permits;

    public ServerLink(Exchange exchange, Executor executor) {
        this.exchange = exchange;
        this.inOrder = new InOrder(executor);
        this.permits = new PermitBatches(this::permitAll, executor);
    }

    @Override
    public CompletableFuture<Requests.Permitted> permit(String session, List<String> keys) {
        return permits.ask(new Requests.Permit(session, keys));
    }

    private CompletableFuture<Requests.PermittedAll> permitAll(Requests.PermitAll questions) {
        return ask(LiveMessages.PERMIT, Json.write(questions), PermitBatches.TIMEOUT)
                .thenApply(answer -> Json.read(answer, Requests.PermittedAll.class));
    }

    @Override
    public CompletableFuture<LiveFrame> act(Requests.Act action, byte[] body) {
        return ask(LiveMessages.ACT, LiveFrame.of(action, body).bytes(), ACTION).thenApply(LiveFrame::encoded);
    }

    @Override
    public CompletableFuture<LiveFrame> ask(Requests.Ask query, byte[] body) {
        Duration timeout = Duration.ofMillis(query.timeout());
        return ask(LiveMessages.ASK, LiveFrame.of(query, body).bytes(), timeout).thenApply(LiveFrame::encoded);
    }

    @Override
    public void cancel(Requests.Cancel query) {
        tell(LiveMessages.CANCEL, query);
    }

    /** Signs somebody in; fails when the server is away. */
    public CompletableFuture<SignInAnswer> signIn(LiveMessages.SignIn who) {
        return ask(LiveMessages.SIGN_IN, Json.write(who), SIGN_IN)
                .thenApply(answer -> Json.read(answer, SignInAnswer.class));
    }

    public void signOut(LiveMessages.SignOut who) {
        tell(LiveMessages.SIGN_OUT, who);
    }

    @Override
    public void observe(Wish wish) {
        tell(LiveMessages.OBSERVE, wish);
    }

    @Override
    public void release(Wish wish) {
        tell(LiveMessages.RELEASE, wish);
    }

    @Override
    public void everything(Everything all) {
        tell(LiveMessages.EVERYTHING, all);
    }

    private CompletableFuture<byte[]> ask(String kind, byte[] body, Duration timeout) {
        return exchange.ask(Link.SERVER, Envelope.of(kind, body), timeout);
    }

    /** On another thread, since the caller may be the one that carries updates; in the order of the calls. */
    private void tell(String kind, Object message) {
        inOrder.execute(() -> {
            try {
                exchange.tell(Link.SERVER, Envelope.of(kind, Json.write(message)), LIFE);
            } catch (RuntimeException e) { // the rim: the next message must have its turn
                LOG.log(Level.DEBUG, () -> "'" + kind + "' was not sent, it is made up for later: " + e.getMessage());
            }
        });
    }
}
