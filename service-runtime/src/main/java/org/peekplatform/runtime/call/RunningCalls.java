package org.peekplatform.runtime.call;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Calls that run now, so that who gave up can have them interrupted. */
final class RunningCalls {
    private final Map<Key, Thread> running = new ConcurrentHashMap<>();

    private record Key(String peer, String call) {}

    <T> T run(String peer, String call, Callable<T> work) throws Exception {
        Key key = new Key(peer, call);
        running.put(key, Thread.currentThread());
        try {
            return work.call();
        } finally {
            // Atomic with cancel: an interrupt never reaches what this thread does next.
            running.computeIfPresent(key, (k, thread) -> null);
            Thread.interrupted();
        }
    }

    void cancel(String peer, String call) {
        running.computeIfPresent(new Key(peer, call), (key, thread) -> {
            thread.interrupt();
            return thread;
        });
    }
}
