package org.peekplatform.core.live.provide;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Loads, on threads that are shared with much else. Each plugin has so many of them at a time and no more, so that one
 * whose providers hang holds up itself alone.
 */
final class PluginShares {
    /** Loads of one plugin at a time. */
    static final int EACH = 16;

    private final Executor executor;
    private final Map<String, Share> shares = new HashMap<>();

    private static final class Share {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    PluginShares(Executor executor) {
        this.executor = executor;
    }

    void execute(String plugin, Runnable load) {
        synchronized (this) {
            Share share = shares.computeIfAbsent(plugin, p -> new Share());
            if (share.running >= EACH) {
                share.waiting.add(load);
                return;
            }
            share.running++;
        }
        executor.execute(() -> run(plugin, load));
    }

    private void run(String plugin, Runnable load) {
        try {
            load.run();
        } finally {
            Runnable next = next(plugin);
            if (next != null) {
                executor.execute(() -> run(plugin, next));
            }
        }
    }

    private synchronized Runnable next(String plugin) {
        Share share = shares.get(plugin);
        Runnable next = share.waiting.poll();
        if (next == null && --share.running == 0) {
            shares.remove(plugin);
        }
        return next;
    }
}
