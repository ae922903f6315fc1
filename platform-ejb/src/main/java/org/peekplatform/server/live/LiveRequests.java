package org.peekplatform.server.live;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.peekplatform.api.account.User;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.live.provide.ListenerDesk;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.LiveFrame;
import org.peekplatform.core.live.wire.Requests;
import org.peekplatform.core.live.wire.SelectorKey;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.live.LiveMessages;
import org.peekplatform.runtime.live.SignInAnswer;
import org.peekplatform.server.account.DeviceSessions;
import org.peekplatform.server.account.DeviceSignIn;

/** Answers what client services ask on behalf of devices. Other services are not heard. */
public final class LiveRequests {
    private static final Logger LOG = System.getLogger(LiveRequests.class.getName());

    private final Predicate<String> isClient;
    private final DeviceSessions sessions;
    private final DeviceSignIn signIn;
    private final TupleBook book;
    private final ListenerDesk listeners;
    private final ActionDesk actions;
    private final QueryDesk queries;

    public LiveRequests(
            Predicate<String> isClient,
            DeviceSessions sessions,
            DeviceSignIn signIn,
            TupleBook book,
            ListenerDesk listeners,
            ActionDesk actions,
            QueryDesk queries) {
        this.isClient = isClient;
        this.sessions = sessions;
        this.signIn = signIn;
        this.book = book;
        this.listeners = listeners;
        this.actions = actions;
        this.queries = queries;
    }

    public void answer(Exchange exchange) {
        on(exchange, LiveMessages.SIGN_IN, (node, message) -> Optional.of(Json.write(signIn(message))));
        on(exchange, LiveMessages.PERMIT, (node, message) -> Optional.of(Json.write(permit(message))));
        on(exchange, LiveMessages.ACT, (node, message) -> {
            LiveFrame frame = LiveFrame.encoded(message.body());
            return Optional.of(
                    actions.act(frame.header(Requests.Act.class), frame.body()).bytes());
        });
        on(exchange, LiveMessages.ASK, (node, message) -> {
            LiveFrame frame = LiveFrame.encoded(message.body());
            return Optional.of(
                    queries.ask(frame.header(Requests.Ask.class), frame.body()).bytes());
        });
        on(exchange, LiveMessages.SIGN_OUT, (node, message) -> {
            LiveMessages.SignOut out = Json.read(message.body(), LiveMessages.SignOut.class);
            signIn.signOut(out.session(), out.address());
            return Optional.empty();
        });
        hear(exchange, LiveMessages.CANCEL, Requests.Cancel.class, (node, cancel) -> queries.cancel(cancel));
        hear(exchange, LiveMessages.OBSERVE, ListenerDesk.Wish.class, listeners::observe);
        hear(exchange, LiveMessages.RELEASE, ListenerDesk.Wish.class, listeners::release);
        hear(exchange, LiveMessages.EVERYTHING, ListenerDesk.Everything.class, listeners::everything);
    }

    private void on(Exchange exchange, String kind, Exchange.Responder responder) {
        exchange.on(kind, ofClients(kind, responder));
    }

    /** On the transport's thread, so that it neither waits behind slow actions nor overtakes what was said before. */
    private <T> void hear(Exchange exchange, String kind, Class<T> type, BiConsumer<String, T> work) {
        exchange.onQuick(kind, ofClients(kind, (node, message) -> {
            work.accept(node, Json.read(message.body(), type));
            return Optional.empty();
        }));
    }

    private Exchange.Responder ofClients(String kind, Exchange.Responder responder) {
        return (node, message) -> {
            if (isClient.test(node)) {
                return responder.respond(node, message);
            }
            LOG.log(
                    Level.WARNING,
                    () -> "PEEK-4229 '" + kind + "' from '" + node
                            + "' was dropped: only client services may send it.");
            return Optional.empty();
        };
    }

    private SignInAnswer signIn(Envelope message) {
        LiveMessages.SignIn asked = Json.read(message.body(), LiveMessages.SignIn.class);
        DeviceSignIn.Outcome outcome = signIn.signIn(asked.name(), asked.password(), asked.address());
        if (outcome instanceof DeviceSignIn.SignedIn in) {
            return SignInAnswer.opened(in.token(), in.user());
        }
        if (outcome instanceof DeviceSignIn.TooMany tooMany) {
            Duration wait = tooMany.retryAfter();
            return SignInAnswer.tooMany(wait.plusNanos(999_999_999).toSeconds());
        }
        return SignInAnswer.refused(
                outcome instanceof DeviceSignIn.PasswordDue
                        ? "The one-time password serves to set another one in the admin app first."
                        : "Name and password do not belong together.");
    }

    private Requests.PermittedAll permit(Envelope message) {
        return new Requests.PermittedAll(Json.read(message.body(), Requests.PermitAll.class).permits().stream()
                .map(this::permit)
                .toList());
    }

    private Requests.Permitted permit(Requests.Permit asked) {
        Optional<User> user = sessions.find(asked.session());
        List<Headers.Trouble> refused = user.stream()
                .flatMap(who -> asked.keys().stream().flatMap(key -> refusal(who, key).stream()))
                .toList();
        return new Requests.Permitted(user, refused);
    }

    private Optional<Headers.Trouble> refusal(User user, String key) {
        return SelectorKey.parse(key)
                .map(parsed -> book.refusal(user, parsed))
                .orElseGet(() -> Optional.of(new Headers.Trouble(
                        key, "PEEK-4248", "'" + key + "' is no selector in its one spelling.", true)));
    }
}
