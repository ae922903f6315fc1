package org.peekplatform.core.live.serve;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Collection;
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
    private static final Logger LOG = System.getLogger(DeviceConnection.class.getName());

    /** What is told and not read. More than a device can cause that reads now and then. */
    private static final int MOST_UNREAD = 10_000;

    private static final long MOST_UNREAD_BYTES = 32L * 1024 * 1024;

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
    private boolean broken;
    private boolean closed;
    private long unread;
    private long sendingSince;
    private long sentAt;
    private volatile long heardAt;
    private int inHand;
    private long windowBegan;
    private int inWindow;

    /** @param told code of the trouble that the device was told of; empty when it was not */
    private record Awaited(SelectorKey key, Optional<String> has, boolean postponed, String told) {}

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

    /** False when nothing can be sent any more. */
    synchronized boolean isOpen() {
        return !closed && !broken;
    }

    synchronized boolean mayObserve(Collection<String> more, int most) {
        long fresh = more.stream()
                .filter(key -> !subscriptions.containsKey(key) && !awaited.containsKey(key))
                .count();
        return subscriptions.size() + awaited.size() + fresh <= most;
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

    /** Takes a selector away; a question about it that is not answered yet goes on. */
    synchronized Optional<Subscription> lose(String key) {
        return Optional.ofNullable(subscriptions.remove(key));
    }

    /** The device wants a selector; it is not yet known whether it may. */
    synchronized void await(SelectorKey key, Optional<String> has) {
        if (!closed) {
            awaited.put(key.text(), new Awaited(key, has, false, ""));
        }
    }

    /** Ends the waiting. Empty when the device does not want it any more. */
    synchronized Optional<Optional<String>> arrived(String key) {
        return Optional.ofNullable(awaited.remove(key)).map(Awaited::has);
    }

    /**
     * A selector that cannot be had now is asked for again with the next sweep.
     *
     * @return whether the device is to be told: it still wants it, and does not know of this trouble
     */
    synchronized boolean postpone(String key, String trouble) {
        Awaited waiting = awaited.get(key);
        if (waiting == null) {
            return false;
        }
        awaited.put(key, new Awaited(waiting.key(), waiting.has(), true, trouble));
        return !waiting.told().equals(trouble);
    }

    synchronized List<SelectorKey> postponed() {
        List<SelectorKey> due = awaited.values().stream()
                .filter(Awaited::postponed)
                .map(Awaited::key)
                .toList();
        due.forEach(key -> awaited.computeIfPresent(
                key.text(), (k, waiting) -> new Awaited(waiting.key(), waiting.has(), false, waiting.told())));
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
        if (closed || broken || subscription.queued) {
            return false;
        }
        subscription.queued = true;
        changed.add(subscription);
        return !sending && !pumping;
    }

    Optional<Executor> lane() {
        return wire.lane();
    }

    /** The device observes once more what it observes already; false when it does not. */
    boolean resume(String key, Optional<String> has) {
        Optional<Subscription> again = subscription(key);
        again.ifPresent(subscription -> {
            synchronized (this) {
                subscription.resume(has);
            }
            offer(subscription);
        });
        return again.isPresent();
    }

    /** Sends the selector as a whole, whatever the device has. */
    void repeat(Subscription subscription) {
        synchronized (this) {
            subscription.forget();
        }
        offer(subscription);
    }

    /** A message that is not about data: it is not dropped. Who causes many of them and reads none is hung up on. */
    void say(LiveFrame frame) {
        boolean room;
        synchronized (this) {
            room = answers.size() < MOST_UNREAD && unread + frame.length() <= MOST_UNREAD_BYTES;
            if (room) {
                enqueue(frame);
            }
        }
        if (room) {
            pump();
        } else {
            breakOff(CloseReason.TOO_SLOW);
        }
    }

    /** The answer to a question that was counted: there is room for it in any case. */
    void answer(LiveFrame frame) {
        synchronized (this) {
            inHand--;
            enqueue(frame);
        }
        pump();
    }

    private void enqueue(LiveFrame frame) {
        if (!closed && !broken) {
            answers.add(frame);
            unread += frame.length();
        }
    }

    /** Nothing more is sent; what it observes is let go when it is closed. */
    private void breakOff(CloseReason reason) {
        synchronized (this) {
            broken = true;
            answers.clear();
            unread = 0;
        }
        hangUp(reason);
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
            send(next.get());
        }
    }

    private void send(LiveFrame frame) {
        try {
            wire.send(frame, this::sent);
        } catch (RuntimeException e) { // the rim: whatever a broken connection throws, the next device has its turn
            LOG.log(Level.DEBUG, "a device is gone", e);
            breakOff(CloseReason.SILENT);
        }
    }

    /** The next frame; none ends the pumping, in the same moment in which it is seen that there is none. */
    private synchronized Optional<LiveFrame> take() {
        Optional<LiveFrame> next = sending || closed || broken ? Optional.empty() : poll();
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
            unread -= answer.length();
            return Optional.of(answer);
        }
        while (!changed.isEmpty()) {
            Subscription subscription = changed.poll();
            subscription.queued = false;
            boolean wanted = subscriptions.get(subscription.entry.key) == subscription;
            Optional<LiveFrame> next = wanted ? subscription.next() : Optional.empty();
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
