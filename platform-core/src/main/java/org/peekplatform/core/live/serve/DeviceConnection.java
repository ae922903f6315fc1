package org.peekplatform.core.live.serve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.peekplatform.core.live.wire.LiveFrame;
import org.peekplatform.core.live.wire.SelectorKey;

/**
 * One connected device. It holds no data of its own: a selector that has changed is noted once, and what is sent when its
 * turn comes is the newest. Answers go first and are never dropped; their number is bounded by what the device may ask.
 */
public final class DeviceConnection {
    private final String id;
    private final DeviceSession session;
    private final DeviceWire wire;
    private final LongSupplier nanos;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>(4);
    private final Deque<LiveFrame> answers = new ArrayDeque<>(2);
    private final Deque<Subscription> changed = new ArrayDeque<>(2);
    private final Map<String, Awaited> awaited = new HashMap<>(2);
    private String device = "";
    private boolean sending;
    private boolean pumping;
    private boolean closed;
    private long sendingSince;
    private long sentAt;
    private volatile long heardAt;
    private int inHand;
    private long windowBegan;
    private int inWindow;

    private record Awaited(SelectorKey key, Optional<String> has, boolean postponed) {}

    DeviceConnection(String id, DeviceSession session, DeviceWire wire, LongSupplier nanos) {
        this.id = id;
        this.session = session;
        this.wire = wire;
        this.nanos = nanos;
        this.heardAt = nanos.getAsLong();
        this.sentAt = heardAt;
    }

    public String id() {
        return id;
    }

    public DeviceSession session() {
        return session;
    }

    /** The device's own identifier; empty until it has said hello. */
    synchronized String device() {
        return device;
    }

    synchronized void device(String name) {
        device = name;
    }

    void heard() {
        heardAt = nanos.getAsLong();
    }

    long silentFor() {
        return nanos.getAsLong() - heardAt;
    }

    synchronized long idleFor() {
        return nanos.getAsLong() - sentAt;
    }

    /** How long the frame that is under way has been so; 0 when none is. */
    synchronized long stuckFor() {
        return sending ? nanos.getAsLong() - sendingSince : 0;
    }

    /** Counts a message; false when there were too many of them within a second. */
    synchronized boolean mayCount(int perSecond) {
        long now = nanos.getAsLong();
        if (now - windowBegan > 1_000_000_000L) {
            windowBegan = now;
            inWindow = 0;
        }
        return ++inWindow <= perSecond;
    }

    /** Counts a question whose answer is owed; false when there are too many. */
    synchronized boolean mayAsk(int most) {
        if (inHand >= most) {
            return false;
        }
        inHand++;
        return true;
    }

    synchronized List<String> keys() {
        return List.copyOf(subscriptions.keySet());
    }

    synchronized int observed() {
        return subscriptions.size() + awaited.size();
    }

    synchronized Optional<Subscription> subscription(String key) {
        return Optional.ofNullable(subscriptions.get(key));
    }

    /** @return false when it is closed, or observes the selector already */
    synchronized boolean add(Subscription subscription) {
        return !closed && subscriptions.putIfAbsent(subscription.entry.key, subscription) == null;
    }

    synchronized Optional<Subscription> remove(String key) {
        awaited.remove(key);
        return Optional.ofNullable(subscriptions.remove(key));
    }

    /** The device wants a selector; it is not yet known whether it may. */
    synchronized void await(SelectorKey key, Optional<String> has) {
        if (!closed) {
            awaited.put(key.text(), new Awaited(key, has, false));
        }
    }

    /** Ends the waiting. Empty when the device does not want it any more. */
    synchronized Optional<Optional<String>> arrived(String key) {
        return Optional.ofNullable(awaited.remove(key)).map(Awaited::has);
    }

    /** A selector that cannot be had now is asked for again with the next sweep. */
    synchronized void postpone(String key) {
        awaited.computeIfPresent(key, (k, waiting) -> new Awaited(waiting.key(), waiting.has(), true));
    }

    synchronized List<SelectorKey> postponed() {
        List<SelectorKey> due = awaited.values().stream()
                .filter(Awaited::postponed)
                .map(Awaited::key)
                .toList();
        due.forEach(key ->
                awaited.computeIfPresent(key.text(), (k, waiting) -> new Awaited(waiting.key(), waiting.has(), false)));
        return due;
    }

    /** The selector may have changed for this device. */
    void offer(Subscription subscription) {
        if (note(subscription)) {
            pump();
        }
    }

    /**
     * Notes that the selector may have changed for this device.
     *
     * @return whether {@link #pump} must be called: nobody else will send it
     */
    synchronized boolean note(Subscription subscription) {
        if (closed || subscription.queued) {
            return false;
        }
        subscription.queued = true;
        changed.add(subscription);
        return !sending && !pumping;
    }

    Optional<Executor> lane() {
        return wire.lane();
    }

    /** Sends the selector as a whole, whatever the device has. */
    void repeat(Subscription subscription) {
        synchronized (this) {
            subscription.forget();
        }
        offer(subscription);
    }

    /** A message that is not about data: it is not dropped. */
    void say(LiveFrame frame) {
        synchronized (this) {
            if (closed) {
                return;
            }
            answers.add(frame);
        }
        pump();
    }

    /** The answer to a question that was counted. */
    void answer(LiveFrame frame) {
        synchronized (this) {
            inHand--;
        }
        say(frame);
    }

    /** @return what it observed */
    synchronized List<Subscription> close() {
        closed = true;
        answers.clear();
        changed.clear();
        awaited.clear();
        List<Subscription> left = List.copyOf(subscriptions.values());
        subscriptions.clear();
        return left;
    }

    void hangUp(CloseReason reason) {
        wire.close(reason);
    }

    /** Sends what is to be sent, as long as the wire takes it. */
    void pump() {
        synchronized (this) {
            if (pumping) {
                return;
            }
            pumping = true;
        }
        for (Optional<LiveFrame> next = take(); next.isPresent(); next = take()) {
            wire.send(next.get(), this::sent);
        }
    }

    /** The next frame; none ends the pumping, in the same moment in which it is seen that there is none. */
    private synchronized Optional<LiveFrame> take() {
        Optional<LiveFrame> next = sending || closed ? Optional.empty() : poll();
        if (next.isPresent()) {
            sending = true;
            sendingSince = nanos.getAsLong();
        } else {
            pumping = false;
        }
        return next;
    }

    private Optional<LiveFrame> poll() {
        LiveFrame answer = answers.poll();
        if (answer != null) {
            return Optional.of(answer);
        }
        while (!changed.isEmpty()) {
            Subscription subscription = changed.poll();
            subscription.queued = false;
            Optional<LiveFrame> next = subscription.next();
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    private void sent() {
        synchronized (this) {
            sending = false;
            sentAt = nanos.getAsLong();
        }
        pump();
    }
}
