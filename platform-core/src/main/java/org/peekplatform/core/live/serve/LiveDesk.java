package org.peekplatform.core.live.serve;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.peekplatform.api.account.User;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.wire.DeviceMessage;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.LiveFrame;
import org.peekplatform.core.live.wire.Requests;
import org.peekplatform.core.live.wire.SelectorKey;

/** What devices say, on whichever door, and what is done about it. */
public final class LiveDesk {
    private static final LiveFrame BEAT = LiveFrame.of(new Headers.Beat());
    private static final long RETRY_MILLIS = 2_000;
    private static final Duration HELLO_WITHIN = Duration.ofSeconds(10);

    /** A sweep that comes so long after the one before shows that this service stood still, not the devices. */
    private static final Duration LATE = Duration.ofSeconds(15);

    private final TupleBuffer buffer;
    private final LiveServer server;
    private final Permissions permissions;
    private final DeviceLimits limits;
    private final LongSupplier nanos;
    private final LiveCounters counters;
    private final Connections connections;
    private long sweptAt;
    private long judgedSince;

    public LiveDesk(
            TupleBuffer buffer,
            LiveServer server,
            TupleBook local,
            DeviceLimits limits,
            LongSupplier nanos,
            LiveCounters counters) {
        this.buffer = buffer;
        this.server = server;
        this.permissions = new Permissions(server, local);
        this.limits = limits;
        this.nanos = nanos;
        this.counters = counters;
        this.connections = new Connections(limits);
        this.sweptAt = nanos.getAsLong();
        this.judgedSince = sweptAt;
    }

    public DeviceLimits limits() {
        return limits;
    }

    /** Whether one more connection is within the limits. */
    public boolean hasRoom(User user, String address) {
        return connections.hasRoom(user.name(), address);
    }

    public DeviceConnection open(DeviceSession session, String address, DeviceWire wire) {
        DeviceConnection connection = new DeviceConnection(UUID.randomUUID().toString(), session, wire, nanos);
        connections.add(connection, address);
        counters.count("live.opened");
        return connection;
    }

    public Optional<DeviceConnection> find(String id) {
        return connections.find(id);
    }

    public int size() {
        return connections.size();
    }

    /** The device is gone. */
    public void closed(DeviceConnection connection) {
        if (connections.remove(connection)) {
            connection.close().forEach(buffer::leave);
        }
    }

    /** Ends all connections; devices come back by themselves, perhaps to another service. */
    public void stop() {
        connections.all().forEach(connection -> connection.hangUp(CloseReason.STOPPING));
    }

    /** A message of a device, as it came. */
    public void received(DeviceConnection connection, String text) {
        if (!connection.isOpen()) {
            return; // what was on its way when it was hung up
        }
        connection.heard();
        if (!connection.mayCount(limits.messagesPerSecond())) {
            hangUp(connection, CloseReason.TOO_MUCH);
            return;
        }
        DeviceMessage message = DeviceMessage.read(text);
        if (message instanceof DeviceMessage.Hello hello && connection.device().isEmpty() && hello.protocol() == 1) {
            hello(connection, hello.device());
        } else if (message instanceof DeviceMessage.Malformed
                || connection.device().isEmpty()) {
            hangUp(connection, CloseReason.MALFORMED);
        } else {
            take(connection, message);
        }
    }

    /** The device sends a message that is larger than any may be. Nothing of it is kept. */
    public void tooLarge(DeviceConnection connection) {
        if (connection.isOpen()) {
            hangUp(connection, CloseReason.TOO_LARGE);
        }
    }

    /** The device has said who it is. */
    public void hello(DeviceConnection connection, String device) {
        connection.device(device);
        connection.say(LiveFrame.of(new Headers.Welcome(
                connection.id(), connection.session().user(), limits.beat().toSeconds())));
    }

    private void take(DeviceConnection connection, DeviceMessage message) {
        if (message instanceof DeviceMessage.Observe observe) {
            observe(connection, observe.items());
        } else if (message instanceof DeviceMessage.Unobserve unobserve) {
            unobserve.s().forEach(key -> connection.remove(key).ifPresent(buffer::leave));
        } else if (message instanceof DeviceMessage.Whole whole) {
            connection.subscription(whole.s()).ifPresent(connection::repeat);
        } else if (message instanceof DeviceMessage.Act act) {
            act(connection, act);
        } else if (message instanceof DeviceMessage.Ask ask) {
            ask(connection, ask);
        } else if (message instanceof DeviceMessage.Cancel cancel) {
            server.cancel(new Requests.Cancel(connection.session().ref(), cancel.id()));
        }
    }

    private void observe(DeviceConnection connection, List<DeviceMessage.Item> items) {
        Map<SelectorKey, Optional<String>> wanted = new LinkedHashMap<>();
        for (DeviceMessage.Item item : items) {
            SelectorKey.parse(item.s())
                    .ifPresentOrElse(
                            key -> wanted.put(key, item.v()),
                            () -> refuse(
                                    connection, item.s(), "PEEK-4208", "this is no selector in its one spelling."));
        }
        List<String> names = wanted.keySet().stream().map(SelectorKey::text).toList();
        if (!connection.mayObserve(names, limits.selectors())) {
            wanted.keySet()
                    .forEach(key -> refuse(
                            connection,
                            key.text(),
                            "PEEK-4209",
                            "one device observes at most " + limits.selectors() + " selectors."));
            return;
        }
        wanted.forEach(connection::await);
        ask(connection, List.copyOf(wanted.keySet()));
    }

    private void ask(DeviceConnection connection, List<SelectorKey> keys) {
        permissions.ask(connection.session().ref(), keys).whenComplete((answer, failure) -> {
            if (failure == null) {
                permitted(connection, keys, answer);
            } else {
                keys.forEach(key -> unreachable(connection, key));
            }
        });
    }

    private void permitted(DeviceConnection connection, List<SelectorKey> keys, Requests.Permitted answer) {
        if (answer.user().isEmpty()) {
            hangUp(connection, CloseReason.SESSION_OVER);
            return;
        }
        Set<String> refused = new HashSet<>();
        for (Headers.Trouble trouble : answer.refused()) {
            refused.add(trouble.s());
            boolean news = trouble.lasting()
                    ? connection.arrived(trouble.s()).isPresent()
                    : connection.postpone(trouble.s(), trouble.code());
            if (news) {
                connection.say(LiveFrame.of(trouble));
            }
        }
        for (SelectorKey key : keys) {
            if (!refused.contains(key.text())) {
                connection.arrived(key.text()).ifPresent(has -> subscribe(connection, key.text(), has));
            }
        }
    }

    private static void unreachable(DeviceConnection connection, SelectorKey key) {
        Headers.Trouble trouble = new Headers.Trouble(
                key.text(), "PEEK-4210", "the server does not answer. It comes when it does.", false);
        if (connection.postpone(key.text(), trouble.code())) {
            connection.say(LiveFrame.of(trouble));
        }
    }

    private void subscribe(DeviceConnection connection, String key, Optional<String> has) {
        if (connection.resume(key, has)) {
            return;
        }
        Optional<Subscription> taken = buffer.subscribe(connection, key, has);
        if (taken.isEmpty()) {
            refuse(connection, key, "PEEK-4211", "this service holds as many selectors as it can.");
        } else if (connection.add(taken.get())) {
            connection.offer(taken.get());
        } else {
            buffer.leave(taken.get());
        }
    }

    private static void refuse(DeviceConnection connection, String key, String code, String message) {
        connection.say(LiveFrame.of(new Headers.Trouble(key, code, "'" + key + "': " + message, true)));
    }

    private void act(DeviceConnection connection, DeviceMessage.Act act) {
        if (!connection.mayAsk(limits.inHand())) {
            hangUp(connection, CloseReason.TOO_MUCH);
            return;
        }
        Requests.Act request =
                new Requests.Act(connection.session().ref(), connection.device(), act.id(), act.a(), act.n());
        server.act(request, act.body())
                .exceptionally(failure ->
                        LiveFrame.of(Headers.Outcome.later(act.id(), "the server does not answer", RETRY_MILLIS)))
                .thenAccept(connection::answer);
    }

    private void ask(DeviceConnection connection, DeviceMessage.Ask ask) {
        if (!connection.mayAsk(limits.inHand())) {
            hangUp(connection, CloseReason.TOO_MUCH);
            return;
        }
        Requests.Ask request = new Requests.Ask(connection.session().ref(), ask.id(), ask.q(), ask.timeout());
        server.ask(request, ask.body())
                .exceptionally(failure -> unanswered(request))
                .thenAccept(connection::answer);
    }

    private LiveFrame unanswered(Requests.Ask request) {
        server.cancel(new Requests.Cancel(request.session(), request.id()));
        return LiveFrame.of(Headers.Outcome.failed(
                request.id(), "PEEK-4212", "the server did not answer '" + request.q() + "' in time. Ask again."));
    }

    /**
     * Every few seconds, by one thread at a time: signs of life, connections that are dead, selectors that could not be had
     * before.
     */
    public void sweep() {
        long now = nanos.getAsLong();
        if (now - sweptAt > LATE.toNanos()) {
            judgedSince = now;
        }
        sweptAt = now;
        for (DeviceConnection connection : connections.all()) {
            dead(connection, now - judgedSince)
                    .ifPresentOrElse(reason -> hangUp(connection, reason), () -> lookAfter(connection));
        }
        buffer.tidy();
    }

    /** @param atMost how long a device can be blamed for at most */
    private Optional<CloseReason> dead(DeviceConnection connection, long atMost) {
        long silent = Math.min(connection.silentFor(), atMost);
        boolean late = connection.device().isEmpty() && silent > HELLO_WITHIN.toNanos();
        if (!connection.isOpen()
                || Math.min(connection.stuckFor(), atMost) > limits.stuck().toNanos()) {
            return Optional.of(CloseReason.TOO_SLOW);
        }
        return late || silent > limits.silence().toNanos() ? Optional.of(CloseReason.SILENT) : Optional.empty();
    }

    private void lookAfter(DeviceConnection connection) {
        if (connection.idleFor() > limits.beat().toNanos()) {
            connection.say(BEAT);
        }
        List<SelectorKey> postponed = connection.postponed();
        if (!postponed.isEmpty()) {
            ask(connection, postponed);
        }
    }

    private void hangUp(DeviceConnection connection, CloseReason reason) {
        counters.count("live.closed." + reason.name().toLowerCase(Locale.ROOT));
        connection.hangUp(reason);
        closed(connection);
    }

    /** Every minute: is each session still good, and may it still see what it observes? */
    public void checkAgain() {
        for (DeviceConnection connection : connections.all()) {
            List<SelectorKey> keys = connection.keys().stream()
                    .flatMap(key -> SelectorKey.parse(key).stream())
                    .toList();
            permissions.ask(connection.session().ref(), keys).thenAccept(answer -> checked(connection, answer));
        }
    }

    private void checked(DeviceConnection connection, Requests.Permitted answer) {
        if (answer.user().isEmpty()) {
            hangUp(connection, CloseReason.SESSION_OVER);
            return;
        }
        answer.refused().stream().filter(Headers.Trouble::lasting).forEach(trouble -> {
            connection.lose(trouble.s()).ifPresent(lost -> {
                buffer.leave(lost);
                connection.say(LiveFrame.of(trouble));
            });
        });
    }
}
