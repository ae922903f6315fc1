package org.peekplatform.core.live.provide;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.peekplatform.core.live.wire.SelectorKey;

/**
 * What listeners on other services ask of the book: selectors one by one, and everything anew after a loss. What one
 * listener says is carried out one after the other.
 */
public final class ListenerDesk {
    private final TupleBook book;
    private final UpdateLane lane;
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

    /** Guarded by itself. */
    private static final class Listener {
        private long turn;
        private boolean gone;
    }

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
        with(listener, state -> {
            state.turn = Math.max(state.turn, wish.turn());
            wish.keys().forEach(key -> SelectorKey.parse(key).ifPresent(parsed -> book.observe(listener, parsed)));
        });
    }

    public void release(String listener, Wish wish) {
        with(listener, state -> {
            state.turn = Math.max(state.turn, wish.turn());
            wish.keys().forEach(key -> book.release(listener, key));
        });
    }

    /** A list that is older than what was said since is not taken; the listener sends another one. */
    public void everything(String listener, Everything all) {
        with(listener, state -> {
            if (all.turn() <= state.turn) {
                return;
            }
            state.turn = all.turn();
            lane.begin(listener, all.id());
            Set<String> extra = new HashSet<>(book.keysOf(listener));
            extra.removeAll(all.versions().keySet());
            extra.forEach(key -> book.release(listener, key));
            all.versions()
                    .forEach((key, version) ->
                            SelectorKey.parse(key).ifPresent(parsed -> book.goOn(listener, parsed, version)));
            mark(listener, state);
        });
    }

    /** Every few seconds. @param connected whether a listener is still there */
    public void mark(Predicate<String> connected) {
        for (String listener : listeners.keySet()) {
            with(listener, state -> {
                if (connected.test(listener)) {
                    mark(listener, state);
                } else {
                    book.keysOf(listener).forEach(key -> book.release(listener, key));
                    lane.forget(listener);
                    state.gone = true;
                    listeners.remove(listener);
                }
            });
        }
    }

    private void mark(String listener, Listener state) {
        lane.mark(listener, state.turn, KeyPrint.of(book.keysOf(listener)));
    }

    private void with(String listener, Consumer<Listener> work) {
        while (true) {
            Listener state = listeners.computeIfAbsent(listener, l -> new Listener());
            synchronized (state) {
                if (!state.gone) {
                    work.accept(state);
                    return;
                }
            }
        }
    }
}
