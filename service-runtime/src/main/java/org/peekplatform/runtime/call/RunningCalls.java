package org.peekplatform.runtime.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/** Calls that run now, so that who gave up can have them interrupted; one that has not begun does not begin any more. */
final class RunningCalls {
    private final Map<Key, Thread> running = new ConcurrentHashMap<>();
    private final Set<Key> givenUp = Collections.synchronizedSet(Collections.newSetFromMap(new Recent()));

    private record Key(String peer, String call) {}

    /** Most of them are of calls that had ended already. */
    private static final class Recent extends LinkedHashMap<Key, Boolean> {
        private static final int REMEMBERED = 1_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** @throws CancellationException when it was given up before */
    <T> T run(String peer, String call, Callable<T> work) throws Exception {
        Key key = new Key(peer, call);
        running.put(key, Thread.currentThread());
        try {
            if (givenUp.remove(key)) {
                throw new CancellationException("nobody waits for it any more");
            }
            return work.call();
        } finally {
            // Atomic with cancel: an interrupt never reaches what this thread does next.
            running.computeIfPresent(key, (k, thread) -> null);
            Thread.interrupted();
        }
    }

    void cancel(String peer, String call) {
        running.compute(new Key(peer, call), (key, thread) -> {
            if (thread == null) {
                givenUp.add(key);
            } else {
                thread.interrupt();
            }
            return thread;
        });
    }
}
