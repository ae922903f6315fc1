package org.peekplatform.core.live.provide;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.peekplatform.core.live.wire.SelectorKey;

/** What listeners on other services ask of the book: selectors one by one, and everything anew after a loss. */
public final class ListenerDesk {
    private final TupleBook book;
    private final UpdateLane lane;
    private final Map<String, State> states = new HashMap<>();

    private record State(long turn, String list) {}

    /** @param turn grows with everything that a listener says, so that an old list does not undo what came after it */
    public record Wish(long turn, List<String> keys) {}

    /**
     * All that a listener observes.
     *
     * @param id comes back in the mark
     * @param versions by key; empty where it has no value
     */
    public record Everything(long turn, String id, Map<String, String> versions) {}

    public ListenerDesk(TupleBook book, UpdateLane lane) {
        this.book = book;
        this.lane = lane;
    }

    public void observe(String listener, Wish wish) {
        if (inTurn(listener, wish.turn(), "")) {
            wish.keys().forEach(key -> SelectorKey.parse(key).ifPresent(parsed -> book.observe(listener, parsed)));
        }
    }

    public void release(String listener, Wish wish) {
        inTurn(listener, wish.turn(), "");
        wish.keys().forEach(key -> book.release(listener, key));
    }

    public void everything(String listener, Everything all) {
        if (!inTurn(listener, all.turn(), all.id())) {
            return;
        }
        Set<String> extra = new HashSet<>(book.keysOf(listener));
        extra.removeAll(all.versions().keySet());
        extra.forEach(key -> book.release(listener, key));
        all.versions()
                .forEach((key, version) ->
                        SelectorKey.parse(key).ifPresent(parsed -> book.goOn(listener, parsed, version)));
        lane.mark(listener, book.keysOf(listener).size(), all.id());
    }

    /** Every few seconds. @param connected whether a listener is still there */
    public void mark(Predicate<String> connected) {
        Map<String, State> known;
        synchronized (this) {
            known = Map.copyOf(states);
        }
        known.forEach((listener, state) -> {
            Set<String> keys = book.keysOf(listener);
            if (connected.test(listener)) {
                lane.mark(listener, keys.size(), state.list());
            } else {
                keys.forEach(key -> book.release(listener, key));
                lane.forget(listener);
                forget(listener);
            }
        });
    }

    private synchronized void forget(String listener) {
        states.remove(listener);
    }

    /** A list that is older than what was said since is not taken; the listener sends another one. */
    private synchronized boolean inTurn(String listener, long turn, String list) {
        State before = states.getOrDefault(listener, new State(0, ""));
        boolean newer = turn > before.turn();
        if (newer || list.isEmpty()) {
            states.put(listener, new State(Math.max(turn, before.turn()), list.isEmpty() ? before.list() : list));
        }
        return newer || list.isEmpty();
    }
}
